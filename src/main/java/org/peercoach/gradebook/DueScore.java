package org.peercoach.gradebook;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.CourseId;
import org.peercoach.course.MemberId;

/**
 * Points that are due to be sent.
 *
 * @param version counts the recordings
 * @param district of the course; null only for points from before districts were noted
 * @param attempts how often sending was tried in vain
 * @param notBefore the earliest time of the next score, or null
 * @param unconfirmed the send whose outcome is not known, or null
 * @param words what stands beside the points
 * @param before what the platform has confirmed so far
 */
record DueScore(
        Key key,
        CourseId course,
        @Nullable Long district,
        int points,
        int maximum,
        boolean completed,
        Instant startedAt,
        Instant recordedAt,
        long version,
        int attempts,
        @Nullable Instant notBefore,
        @Nullable Sending unconfirmed,
        Words words,
        Before before) {

    /**
     * @param comment of a grader, kept and sent again with each score (LTI-A16), or null
     * @param grader who graded by hand, or null for computed points (LTI-A14)
     */
    record Words(@Nullable String comment, @Nullable MemberId grader) {}

    /**
     * @param sent whether some points of this person are there already
     * @param completed whether it was told that the work is complete
     */
    record Before(boolean sent, boolean completed) {}

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

    /** What stands beside the points in the gradebook, or null. */
    @Nullable
    String comment() {
        String comment = words.comment();
        return comment == null || comment.isBlank() ? null : comment;
    }

    /** The launch that opens this work for a grader; told once, with the first score that says it is complete. */
    @Nullable
    String workQuery(Sending sending) {
        return sending.completed() && !before.completed()
                ? "review=" + key.member() + "&activity=" + URLEncoder.encode(key.activity(), StandardCharsets.UTF_8)
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
