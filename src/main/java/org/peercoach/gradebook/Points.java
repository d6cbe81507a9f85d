package org.peercoach.gradebook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.MemberId;

/**
 * Points to be recorded.
 *
 * @param points so far, 0 included; may also go back
 * @param completed whether the activity is complete
 * @param comment plain text for the gradebook of the LMS; null keeps the one that is there, empty removes it (LTI-A16)
 * @param grader who graded by hand; null for computed points (LTI-A14)
 * @param submittedAt when the work was handed in; null for now, or, when graded by hand, as it was before (LTI-A13)
 */
public record Points(
        int points,
        boolean completed,
        @Nullable String comment,
        @Nullable MemberId grader,
        @Nullable Instant submittedAt) {

    /** Points that the tool has computed from work done just now. */
    public static Points computed(int points, boolean completed) {
        return new Points(points, completed, null, null, null);
    }

    /** Points that somebody gave by hand for work handed in before. */
    public static Points graded(int points, MemberId grader, String comment) {
        return new Points(points, true, comment, grader, null);
    }
}
