package org.peercoach.course.roster;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.jdbc.AutodetectJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * One task for each queue in the database, so that one node at a time reads a platform's lists (ruling 38). A sweep
 * finds what a crash left asleep.
 */
@Component
class RosterSchedule implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RosterSchedule.class);
    private static final TaskDescriptor<Void> READING = TaskDescriptor.of("roster-reading");
    private static final Duration SWEEP = Duration.ofSeconds(30);
    /** Each reading holds a page of the list; few at once keep the memory small. */
    private static final int QUEUES_AT_ONCE = 4;

    private final Scheduler scheduler;
    private final RosterQueue queue;
    private final Clock clock;
    private volatile boolean running;

    RosterSchedule(DataSource database, RosterQueue queue, Clock clock) {
        this.queue = queue;
        this.clock = clock;
        this.scheduler = Scheduler.create(database, reading())
                .startTasks(sweep())
                .tableName("course_roster_task")
                .clock(clock::instant)
                .jdbcCustomization(new AutodetectJdbcCustomization(database, true)) // times in UTC everywhere
                .threads(QUEUES_AT_ONCE)
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .pollingInterval(Duration.ofSeconds(10))
                .enableImmediateExecution()
                .heartbeatInterval(Duration.ofSeconds(5))
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(15))
                .build();
    }

    /** Something is due in this queue. */
    void wake(String name) {
        if (!running) {
            return;
        }
        try {
            scheduler.schedule(READING.instance(name).build(), clock.instant(), ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
        } catch (TaskInstanceException e) {
            LOG.trace("queue runs already and looks again before it ends");
        } catch (RuntimeException e) {
            LOG.warn("a queue could not be woken; the sweep will", e);
        }
    }

    @Override
    public void start() {
        running = true;
        scheduler.start();
    }

    @Override
    public void stop() {
        running = false;
        scheduler.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private CustomTask<Void> reading() {
        return Tasks.custom(READING)
                .onFailureReschedule(FixedDelay.of(SWEEP))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    queue.run(instance.getId(), context.getSchedulerState()::isShuttingDown);
                    return (complete, operations) -> finish(instance.getId(), complete, operations);
                });
    }

    /** Something may have become due between the last look and the end of the task, so there is one more look after it. */
    private void finish(String name, ExecutionComplete complete, ExecutionOperations<Void> operations) {
        Optional<Instant> next = queue.next(name);
        if (next.isPresent()) {
            operations.reschedule(complete, next.get());
        } else {
            operations.remove();
        }
        Optional<Instant> after = queue.next(name);
        if (after.isPresent() && (next.isEmpty() || after.get().isBefore(next.get()))) {
            wake(name);
        }
    }

    private RecurringTask<Void> sweep() {
        return Tasks.recurring("roster-sweep", FixedDelay.of(SWEEP))
                .execute((instance, context) -> queue.due().forEach(this::wake));
    }
}
