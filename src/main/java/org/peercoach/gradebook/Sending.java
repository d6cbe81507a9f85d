package org.peercoach.gradebook;

import java.time.Instant;
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

    /** Running points are final grades for the platform, or Moodle would not keep them (ruling 35). */
    Score score(String user, Instant startedAt) {
        return new Score(
                user,
                timestamp,
                points,
                maximum,
                completed ? ActivityProgress.Completed : ActivityProgress.InProgress,
                GradingProgress.FullyGraded,
                null,
                startedAt,
                recordedAt);
    }
}
