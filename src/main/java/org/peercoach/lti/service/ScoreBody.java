package org.peercoach.lti.service;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.peercoach.lti.Score;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of a score (AGS 2.0, 3.4). The same score always makes the same text, so a repeat is a repeat. */
final class ScoreBody {

    /** Grading only: without this, Canvas counts each score as a new attempt (LTI-A13, A19). */
    private static final String CANVAS_SUBMISSION = "https://canvas.instructure.com/lti/submission";

    /** Sub-seconds always, zone always (LTI-A12). */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private ScoreBody() {}

    static String of(Score score, boolean canvas) {
        ObjectNode body = Json.object();
        body.put("userId", score.userId());
        body.put("timestamp", TIME.format(score.timestamp()));
        Json.put(body, "scoreGiven", score.scoreGiven());
        Json.put(body, "scoreMaximum", score.scoreMaximum());
        body.put("activityProgress", score.activityProgress().name());
        body.put("gradingProgress", score.gradingProgress().name());
        if (score.comment() != null) {
            body.put("comment", score.comment());
        }
        putSubmission(body, score);
        if (canvas) {
            body.putObject(CANVAS_SUBMISSION).put("new_submission", false);
        }
        return Json.write(body);
    }

    private static void putSubmission(ObjectNode body, Score score) {
        Instant started = score.startedAt();
        Instant submitted = score.submittedAt();
        if (started == null && submitted == null) {
            return;
        }
        ObjectNode submission = body.putObject("submission");
        if (started != null) {
            submission.put("startedAt", TIME.format(started));
        }
        if (submitted != null) {
            submission.put("submittedAt", TIME.format(submitted));
        }
    }
}
