package org.peercoach.gradebook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends what is due in one queue, oldest first, with few calls at once (ruling 38). Whoever runs it holds the queue
 * alone.
 */
@Component
class QueueDrain {

    private static final Logger LOG = LoggerFactory.getLogger(QueueDrain.class);
    private static final int BATCH = 100;
    private static final Duration LONGEST_RUN = Duration.ofMinutes(1);
    private static final Duration SHORT_PAUSE = Duration.ofSeconds(5);

    private final Outbox outbox;
    private final PausedQueues pausedQueues;
    private final Destinations destinations;
    private final ScoreDelivery delivery;
    private final ColumnReader reader;
    private final Backoff backoff;
    private final Clock clock;
    private final Nap nap;

    QueueDrain(
            Outbox outbox,
            PausedQueues pausedQueues,
            Destinations destinations,
            ScoreDelivery delivery,
            ColumnReader reader,
            Backoff backoff,
            Clock clock,
            Nap nap) {
        this.outbox = outbox;
        this.pausedQueues = pausedQueues;
        this.destinations = destinations;
        this.delivery = delivery;
        this.reader = reader;
        this.backoff = backoff;
        this.clock = clock;
        this.nap = nap;
    }

    /** Waits; tests pass one that moves the clock. */
    interface Nap {
        void sleep(Duration time) throws InterruptedException;
    }

    /** Sends until nothing is due, the queue is paused, the time is up, or {@code stopping}. */
    void run(String queue, BooleanSupplier stopping) {
        Instant end = clock.instant().plus(LONGEST_RUN);
        Optional<PausedQueues.Pause> pause = pausedQueues.find(queue);
        if (pause.isPresent() && pause.get().until().isAfter(clock.instant())) {
            return;
        }
        outbox.recover(queue).forEach(delivery::brokenOff);
        QueueHealth health = new QueueHealth(
                backoff, clock, pause.map(PausedQueues.Pause::pauses).orElse(0));
        try (Workers workers = new Workers(health)) {
            while (!stopping.getAsBoolean() && clock.instant().isBefore(end) && goOn(queue, health, workers)) {
                LOG.trace("queue goes on");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // what is under way is taken up again later
        }
        if (health.answered() && pause.isPresent()) {
            pausedQueues.resume(queue);
        }
        health.longPause(SHORT_PAUSE).ifPresent(longPause -> pausedQueues.pause(queue, longPause));
    }

    /** Queues with something due, or with calls that nobody has finished for long. */
    Set<String> due(Duration abandonedAfter) {
        Set<String> queues = new HashSet<>(outbox.queuesDue(clock.instant(), abandonedAfter));
        queues.addAll(reader.queuesDue());
        return queues;
    }

    /** When this queue wants to run again; empty when nothing waits. */
    Optional<Instant> next(String queue) {
        Optional<Instant> due = Stream.of(outbox.nextDue(queue), reader.next(queue))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
        Optional<Instant> resumed = pausedQueues.find(queue).map(PausedQueues.Pause::until);
        return due.map(time -> resumed.filter(until -> until.isAfter(time)).orElse(time));
    }

    private boolean goOn(String queue, QueueHealth health, Workers workers) throws InterruptedException {
        Duration rest = health.rest();
        if (rest.isPositive()) {
            workers.awaitAll(); // so that what was refused is noted before the time passes
            rest = health.rest();
        }
        if (rest.compareTo(SHORT_PAUSE) > 0) {
            return false;
        }
        if (rest.isPositive()) {
            nap.sleep(rest);
        }
        // Before the question: a row whose work ends while it is asked has been read as it was before.
        Set<DueScore.Key> underWay = workers.underWay();
        List<DueScore> due = outbox.due(queue, clock.instant(), BATCH).stream()
                .filter(row -> !underWay.contains(row.key()))
                .toList();
        if (due.isEmpty()) {
            return workers.awaitOne() || workers.read(queue);
        }
        for (DueScore row : due) {
            workers.start(row);
            if (health.rest().isPositive()) {
                break;
            }
        }
        return true;
    }

    /** Rows under way: some are being prepared or noted while others are in their call. */
    private final class Workers implements AutoCloseable {

        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        private final Set<DueScore.Key> busy = ConcurrentHashMap.newKeySet();
        private final CallWindow places = new CallWindow(2 * CallWindow.WIDEST);
        private final QueueHealth health;
        private final Round round;

        Workers(QueueHealth health) {
            this.health = health;
            this.round = new Round(destinations, new CallGate(health));
        }

        Set<DueScore.Key> underWay() {
            return Set.copyOf(busy);
        }

        void start(DueScore row) throws InterruptedException {
            places.enter();
            busy.add(row.key());
            threads.execute(() -> work(row));
        }

        private void work(DueScore row) {
            try {
                delivery.deliver(row, round);
            } catch (RuntimeException e) {
                LOG.error("course {}: delivery broke off", row.course(), e);
                outbox.later(
                        row, Reasons.NO_ANSWER, clock.instant(), clock.instant().plus(backoff.afterTries(2)));
            } finally {
                busy.remove(row.key());
                places.leave(Outcome.Kind.NOT_ASKED);
            }
        }

        /** Reads a column whose time has come, when no points are due; whether there was one. */
        boolean read(String queue) {
            Optional<Readings.Due> due = reader.due(queue);
            if (due.isEmpty() || health.rest().isPositive()) {
                return false;
            }
            try {
                reader.read(due.get(), round);
            } catch (CallGate.Closed rests) {
                return false;
            }
            return true;
        }

        /** Whether there was anything to wait for. */
        boolean awaitOne() throws InterruptedException {
            if (places.idle()) {
                return false;
            }
            places.awaitOne();
            return true;
        }

        void awaitAll() throws InterruptedException {
            places.awaitAll();
        }

        @Override
        public void close() {
            threads.close();
        }
    }
}
