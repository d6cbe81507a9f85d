package org.peercoach.gradebook;

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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * One task a queue in the database, so that one node at a time holds it (ruling 38). A queue is woken after the commit
 * that made something due; a sweep finds what a crash in that very moment left asleep.
 */
@Component
class DeliverySchedule implements SmartLifecycle, DeliveryBell.Wakeable {

    private static final Logger LOG = LoggerFactory.getLogger(DeliverySchedule.class);
    private static final TaskDescriptor<Void> DELIVERY = TaskDescriptor.of("gradebook-delivery");
    private static final Duration SWEEP = Duration.ofSeconds(15);
    private static final Duration ABANDONED = Duration.ofMinutes(2);
    private static final int QUEUES_AT_ONCE = 50;

    private final Scheduler scheduler;
    private final QueueDrain drain;
    private final Tries tries;
    private final Clock clock;
    private final Set<String> waking = ConcurrentHashMap.newKeySet();
    private final ExecutorService wakers = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean running;

    DeliverySchedule(DataSource database, QueueDrain drain, Tries tries, Clock clock) {
        this.drain = drain;
        this.tries = tries;
        this.clock = clock;
        this.scheduler = Scheduler.create(database, delivery())
                .startTasks(sweep(), purge())
                .clock(clock::instant)
                .jdbcCustomization(new AutodetectJdbcCustomization(database, true)) // times in UTC everywhere
                .threads(QUEUES_AT_ONCE)
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .pollingInterval(Duration.ofSeconds(2))
                .enableImmediateExecution()
                .heartbeatInterval(Duration.ofSeconds(5))
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(15))
                .build();
    }

    /** Something is due in this queue. Returns at once: the caller may still hold its connection to the database. */
    @Override
    public void wake(String queue) {
        if (running && waking.add(queue)) {
            wakers.execute(() -> {
                waking.remove(queue);
                wakeNow(queue);
            });
        }
    }

    @Override
    public void start() {
        running = true; // the first sweep starts with the scheduler, and wakes
        scheduler.start();
    }

    @Override
    public void stop() {
        running = false;
        scheduler.stop();
        wakers.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void wakeNow(String queue) {
        try {
            scheduler.schedule(
                    DELIVERY.instance(queue).build(), clock.instant(), ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
        } catch (TaskInstanceException e) {
            LOG.trace("queue runs already and looks again before it ends");
        } catch (RuntimeException e) {
            LOG.warn("a queue could not be woken; the sweep will", e);
        }
    }

    private CustomTask<Void> delivery() {
        return Tasks.custom(DELIVERY)
                .onFailureReschedule(FixedDelay.of(SWEEP))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    drain.run(instance.getId(), context.getSchedulerState()::isShuttingDown);
                    return (complete, operations) -> finish(instance.getId(), complete, operations);
                });
    }

    /** Something may have become due between the last look and the end of the task, so there is one more look after it. */
    private void finish(String queue, ExecutionComplete complete, ExecutionOperations<Void> operations) {
        Optional<Instant> next = drain.next(queue);
        if (next.isPresent()) {
            operations.reschedule(complete, next.get());
        } else {
            operations.remove();
        }
        Optional<Instant> after = drain.next(queue);
        if (after.isPresent() && (next.isEmpty() || after.get().isBefore(next.get()))) {
            wake(queue);
        }
    }

    private RecurringTask<Void> sweep() {
        return Tasks.recurring("gradebook-sweep", FixedDelay.of(SWEEP))
                .execute((instance, context) -> drain.due(ABANDONED).forEach(this::wake));
    }

    private RecurringTask<Void> purge() {
        return Tasks.recurring("gradebook-purge", FixedDelay.of(Duration.ofHours(6)))
                .execute((instance, context) -> LOG.debug("{} old tries forgotten", tries.purge()));
    }
}
