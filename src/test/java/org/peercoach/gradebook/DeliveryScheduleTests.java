package org.peercoach.gradebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peercoach.gradebook.DeliveryStatus.State;

/** The scheduler itself, in real time: woken, swept, taken over. */
@Tag("database")
class DeliveryScheduleTests {

    private final Bench bench = new Bench();
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();
    private DeliverySchedule schedule = schedule();

    /** The scheduler lives in real time, so the bench's clock follows the real one. */
    @BeforeEach
    void runTheClock() {
        bench.clock.set(Instant.now());
        ticks.scheduleAtFixedRate(() -> bench.clock.set(Instant.now()), 10, 10, TimeUnit.MILLISECONDS);
    }

    @AfterEach
    void stop() {
        schedule.stop();
        ticks.shutdownNow();
    }

    @Test
    void wakeWhenSomethingIsDueThenSentAtOnce() {
        schedule.start();
        bench.record(1, 11);
        schedule.wake(bench.lms.queue);
        await(Duration.ofSeconds(20), () -> bench.status(1).state() == State.SENT);
        await(Duration.ofSeconds(20), this::sleepsUntilTheColumnIsRead);
    }

    /** The queue's task is not running, and comes again when the column is to be read back. */
    private boolean sleepsUntilTheColumnIsRead() {
        return bench.jdbc
                        .sql("select count(*) from scheduled_tasks where task_name = 'gradebook-delivery'"
                                + " and picked = false and execution_time > ?")
                        .param(Utc.of(Instant.now().plusSeconds(10)))
                        .query(Integer.class)
                        .single()
                == 1;
    }

    @Test
    void startWhenACrashLeftTheQueueAsleepThenSwept() {
        bench.record(1, 11);
        schedule.start();
        await(Duration.ofSeconds(20), () -> bench.status(1).state() == State.SENT);
    }

    @Test
    void wakeWhenTheQueueRunsThenWhatCameMeanwhileIsSentToo() throws Exception {
        schedule.start();
        CountDownLatch inCall = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        bench.lms.next(() -> {
            inCall.countDown();
            try {
                assertThat(goOn.await(40, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        bench.record(1, 11);
        schedule.wake(bench.lms.queue);
        assertThat(inCall.await(20, TimeUnit.SECONDS)).isTrue();
        bench.record(2, 12);
        schedule.wake(bench.lms.queue);
        goOn.countDown();
        await(Duration.ofSeconds(20), () -> bench.status(2).state() == State.SENT);
        await(Duration.ofSeconds(20), () -> bench.status(1).state() == State.SENT);
    }

    @Test
    void startWhenTheNodeThatHeldTheQueueDiedThenTakenOver() {
        bench.record(1, 11);
        Instant longAgo = bench.clock.instant().minusSeconds(60);
        bench.jdbc
                .sql("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,"
                        + " last_heartbeat, consecutive_failures, version)"
                        + " values ('gradebook-delivery', ?, ?, true, 'dead', ?, 0, 1)")
                .params(bench.lms.queue, Utc.of(longAgo), Utc.of(longAgo))
                .update();
        bench.jdbc.sql("update gradebook_score set state = 'SENDING'").update();
        schedule.start();
        await(Duration.ofSeconds(20), () -> bench.status(1).state() == State.SENT);
    }

    @Test
    void wakeWhenStoppedThenNothingHappens() {
        schedule.start();
        schedule.stop();
        bench.record(1, 11);
        schedule.wake(bench.lms.queue);
        assertThat(tasks("gradebook-delivery")).isZero();
        schedule = schedule();
    }

    private DeliverySchedule schedule() {
        return new DeliverySchedule(bench.database, bench.drain(), bench.tries, bench.clock);
    }

    private int tasks(String name) {
        return bench.jdbc
                .sql("select count(*) from scheduled_tasks where task_name = ?")
                .param(name)
                .query(Integer.class)
                .single();
    }

    private void await(Duration atMost, BooleanSupplier condition) {
        Instant end = Instant.now().plus(atMost);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("in time").isBefore(end);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
