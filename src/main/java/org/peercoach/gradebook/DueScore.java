package org.peercoach.gradebook;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.CourseId;
import org.peercoach.course.MemberId;

/**
 * Points that are due to be sent.
 *
 * @param version counts the recordings
 * @param attempts how often sending was tried in vain
 * @param notBefore the earliest time of the next score, or null
 * @param unconfirmed the send whose outcome is not known, or null
 */
record DueScore(
        Key key,
        CourseId course,
        int points,
        int maximum,
        boolean completed,
        Instant startedAt,
        Instant recordedAt,
        long version,
        int attempts,
        @Nullable Instant notBefore,
        @Nullable Sending unconfirmed) {

    /** One person's points of one activity. */
    record Key(MemberId member, String activity) {}

    /** The unconfirmed send, unless newer points or another line item have overtaken it. */
    @Nullable
    Sending repeat(String url) {
        return unconfirmed != null
                        && unconfirmed.version() == version
                        && unconfirmed.url().equals(url)
                ? unconfirmed
                : null;
    }

    /** A first send of the newest points. Its time is later than any before, by a second at least (LTI-A12). */
    Sending first(Instant now, String url) {
        Instant stamp = now.truncatedTo(ChronoUnit.MILLIS);
        Instant earliest = notBefore;
        if (earliest != null && earliest.isAfter(stamp)) {
            stamp = earliest;
        }
        return new Sending(version, points, maximum, completed, recordedAt, stamp, url);
    }
}
