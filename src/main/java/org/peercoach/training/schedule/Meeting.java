package org.peercoach.training.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.CourseId;

/**
 * A live meeting of one session.
 *
 * @param zone where its times were set; readers see them in their own
 * @param place a room or a street, or null
 * @param link an https address to join by, or null
 * @param code what coaches type to say that they are there
 * @param sequence counts up with every change, for calendars (RFC 5545, 3.8.7.4)
 */
public record Meeting(
        long id,
        CourseId course,
        int session,
        Instant starts,
        Instant ends,
        ZoneId zone,
        @Nullable String place,
        @Nullable String link,
        String code,
        int sequence,
        boolean canceled,
        Instant changedAt) {

    /** People come in early, and nobody was anywhere next week. */
    private static final Duration EARLY = Duration.ofHours(1);

    /** Whether it can be noted now who is there. */
    public boolean canBeNoted(Instant now) {
        return !now.isBefore(starts.minus(EARLY));
    }
}
