package org.peercoach.gradebook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.peercoach.lti.PlatformFault;
import org.peercoach.lti.PlatformFault.Kind;
import org.springframework.stereotype.Component;

/** Reads columns of the LMS gradebook back when their time has come, in the queue of their platform (LTI-A22). */
@Component
class ColumnReader {

    private static final int MOST_ATTEMPTS = 5;

    private final Comparison comparison;
    private final Readings readings;
    private final Backoff backoff;
    private final Clock clock;

    ColumnReader(Comparison comparison, Readings readings, Backoff backoff, Clock clock) {
        this.comparison = comparison;
        this.readings = readings;
        this.backoff = backoff;
        this.clock = clock;
    }

    /** What is to be read now in this queue. */
    Optional<Readings.Due> due(String queue) {
        return readings.due(queue, clock.instant());
    }

    /** When this queue has to read next; empty when nothing is to be read. */
    Optional<Instant> next(String queue) {
        return readings.nextDue(queue);
    }

    List<String> queuesDue() {
        return readings.queuesDue(clock.instant());
    }

    void read(Readings.Due due, Round round) {
        try {
            Destination destination = round.destination(due.course(), due.activity());
            if (!Comparison.possible(destination)) {
                readings.failed(due, Reasons.NOT_READABLE, null);
                return;
            }
            round.readAgain(due.course(), due.activity());
            round.gate().callIf(() -> true, () -> comparison.compare(due.course(), due.activity(), destination));
        } catch (PlatformFault fault) {
            boolean later = fault.kind() == Kind.TRY_LATER || fault.kind() == Kind.THROTTLED;
            boolean again = later && due.attempts() + 1 < MOST_ATTEMPTS;
            readings.failed(due, Reasons.of(fault), again ? next(due, fault) : null);
        }
    }

    private Instant next(Readings.Due due, PlatformFault fault) {
        Duration wait = backoff.afterTries(due.attempts() + 2);
        Duration asked = fault.retryAfter();
        return clock.instant().plus(asked != null && asked.compareTo(wait) > 0 ? asked : wait);
    }
}
