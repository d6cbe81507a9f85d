package org.peercoach.lti;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One person's points, as sent to the platform (AGS 2.0, section 3.4).
 *
 * @param userId the platform's id of the person
 * @param timestamp when the points became so; strictly later than any sent before for this person and line item
 * @param scoreGiven points so far, 0 included; null tells progress alone and clears the points held there (LTI-A17)
 * @param scoreMaximum of the same scale
 * @param activityProgress how far the person is
 * @param gradingProgress how far the grading is; Moodle keeps a number only when {@link GradingProgress#FullyGraded}
 * @param comment plain text shown to the learner, or null; a score without one clears the former (LTI-A16)
 * @param scoringUserId the platform's id of the person who graded by hand; null for computed points (LTI-A14)
 * @param submission when the work was done and where to look at it, or null
 */
public record Score(
        String userId,
        Instant timestamp,
        @Nullable Double scoreGiven,
        double scoreMaximum,
        ActivityProgress activityProgress,
        GradingProgress gradingProgress,
        @Nullable String comment,
        @Nullable String scoringUserId,
        @Nullable Submission submission) {

    /**
     * The work behind a score (AGS 3.4.10).
     *
     * @param startedAt when work began, or null
     * @param submittedAt when work was handed in, or null; not before {@code startedAt}
     * @param workQuery query of our launch address that opens this work for a grader, or null. Canvas's SpeedGrader
     *     launches it; others ignore it
     */
    public record Submission(
            @Nullable Instant startedAt,
            @Nullable Instant submittedAt,
            @Nullable String workQuery) {}

    /** AGS 3.4.7. */
    public enum ActivityProgress {
        Initialized,
        Started,
        InProgress,
        Submitted,
        Completed
    }

    /** AGS 3.4.8. */
    public enum GradingProgress {
        NotReady,
        Failed,
        Pending,
        PendingManual,
        FullyGraded
    }
}
