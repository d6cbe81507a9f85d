package org.peercoach.notifications;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When to remind of a due date: 7 days and 1 day before, 3 days after (UX-T9). Each has a few days, so that a date that
 * was set late, or a day without the server, leaves no reminder out; each is sent once.
 */
enum Stage {
    WEEK(2, 7),
    DAY(0, 1),
    LATE(-7, -3);

    /** The whole span, in days before the due date. */
    static final int FIRST = 7;

    static final int LAST = -7;

    private final int from;
    private final int to;

    Stage(int from, int to) {
        this.from = from;
        this.to = to;
    }

    /** The reminder that belongs to this day, if any. */
    static Optional<Stage> of(LocalDate due, LocalDate today) {
        long left = ChronoUnit.DAYS.between(today, due);
        for (Stage stage : values()) {
            if (stage.from <= left && left <= stage.to) {
                return Optional.of(stage);
            }
        }
        return Optional.empty();
    }
}
