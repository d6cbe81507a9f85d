package org.peercoach.gradebook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.Score;
import org.peercoach.lti.Score.ActivityProgress;
import org.peercoach.lti.Score.GradingProgress;

/**
 * One send, exactly as it goes out: stored before the call, so that an unconfirmed one is repeated with the same content
 * and time (ruling 36).
 *
 * @param version of the recorded points
 * @param recordedAt when the points became so: for the platform, when the work was handed in (LTI-A13)
 * @param timestamp of the score
 * @param url the line item it goes to
 */
record Sending(
        long version, int points, int maximum, boolean completed, Instant recordedAt, Instant timestamp, String url) {

    Sending at(Instant later) {
        return new Sending(version, points, maximum, completed, recordedAt, later, url);
    }

    Sending to(String otherUrl) {
        return new Sending(version, points, maximum, completed, recordedAt, timestamp, otherUrl);
    }

    /**
     * What goes with the points and does not change between repeats.
     *
     * @param user the platform's id of the person
     * @param grader the platform's id of who graded by hand, or null
     * @param workQuery the launch that opens the work, or null
     */
    record Around(
            String user,
            Instant startedAt,
            @Nullable String comment,
            @Nullable String grader,
            @Nullable String workQuery) {}

    /** Running points are final grades for the platform, or Moodle would not keep them (ruling 35). */
    Score score(Around around) {
        Instant started = around.startedAt().isAfter(recordedAt) ? recordedAt : around.startedAt();
        return new Score(
                around.user(),
                timestamp,
                (double) points,
                maximum,
                completed ? ActivityProgress.Completed : ActivityProgress.InProgress,
                GradingProgress.FullyGraded,
                around.comment(),
                around.grader(),
                new Score.Submission(started, recordedAt, around.workQuery()));
    }
}
