package org.peercoach.course.roster;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.peercoach.course.CourseId;
import org.springframework.stereotype.Component;

/** The lists of one platform and client, one after another, so that it gets one call of ours at a time (ruling 38). */
@Component
class RosterQueue {

    private final RosterRows rows;
    private final RosterReading reading;
    private final Clock clock;

    RosterQueue(RosterRows rows, RosterReading reading, Clock clock) {
        this.rows = rows;
        this.reading = reading;
        this.clock = clock;
    }

    /** Reads what is due, the longest waiting first. */
    void run(String queue, BooleanSupplier stopping) {
        Optional<CourseId> due = rows.due(queue, clock.instant());
        while (due.isPresent() && !stopping.getAsBoolean()) {
            reading.run(due.get(), stopping);
            due = rows.due(queue, clock.instant());
        }
    }

    /** When it has something to do next. */
    Optional<Instant> next(String queue) {
        return rows.next(queue);
    }

    List<String> due() {
        return rows.queuesDue(clock.instant());
    }
}
