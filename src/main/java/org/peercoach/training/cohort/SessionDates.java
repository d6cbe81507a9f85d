package org.peercoach.training.cohort;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days of one session in one cohort. A day begins and ends where the person is.
 *
 * @param opens the first day on which coaches can work in it, or null if it is open from the beginning
 * @param due the last day that is in time, or null for none; nothing closes after it
 */
public record SessionDates(@Nullable LocalDate opens, @Nullable LocalDate due) {

    /** Open from the beginning, due never. */
    public static final SessionDates NONE = new SessionDates(null, null);

    /** Whether the session is not open yet on this day. */
    public boolean opensAfter(LocalDate day) {
        return opens != null && opens.isAfter(day);
    }

    /** Whether this day is too late. */
    public boolean dueBefore(LocalDate day) {
        return due != null && due.isBefore(day);
    }
}
