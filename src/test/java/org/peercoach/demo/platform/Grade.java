package org.peercoach.demo.platform;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One cell of the gradebook.
 *
 * @param points on the column's scale, or null when there is none (yet, or any more)
 * @param timestamp what the next score must be later than
 * @param received when the LMS took it
 * @param byHand whether somebody has entered it in the LMS; null in what older files hold
 */
public record Grade(
        String columnId,
        String personId,
        @Nullable Double points,
        @Nullable String comment,
        String activityProgress,
        String gradingProgress,
        Instant timestamp,
        Instant received,
        @Nullable Boolean byHand) {

    /** Whether it was entered in the LMS rather than sent. */
    public boolean overridden() {
        return Boolean.TRUE.equals(byHand);
    }
}
