package org.peercoach.lti.service;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.Score;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of a score (AGS 2.0, 3.4). The same score always makes the same text, so a repeat is a repeat. */
final class ScoreBody {

    /**
     * Canvas's own part. Never a new submission: Canvas would count each score as an attempt and its time as the work's
     * (LTI-A13, A19; ruling 35).
     */
    private static final String CANVAS_SUBMISSION = "https://canvas.instructure.com/lti/submission";

    /** Sub-seconds always, zone always (LTI-A12). */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private ScoreBody() {}

    /** @param canvas the address that Canvas's part is built with; null for other platforms */
    static String of(Score score, @Nullable CanvasPart canvas) {
        ObjectNode body = Json.object();
        body.put("userId", score.userId());
        body.put("timestamp", TIME.format(score.timestamp()));
        if (score.scoreGiven() != null) {
            Json.put(body, "scoreGiven", score.scoreGiven());
            Json.put(body, "scoreMaximum", score.scoreMaximum());
        }
        body.put("activityProgress", score.activityProgress().name());
        body.put("gradingProgress", score.gradingProgress().name());
        putUnlessNull(body, "comment", score.comment());
        putUnlessNull(body, "scoringUserId", score.scoringUserId());
        if (score.submission() != null) {
            putSubmission(body, score.submission());
        }
        if (canvas != null) {
            canvas.putInto(body.putObject(CANVAS_SUBMISSION), score);
        }
        return Json.write(body);
    }

    private static void putSubmission(ObjectNode body, Score.Submission told) {
        if (told.startedAt() == null && told.submittedAt() == null) {
            return;
        }
        ObjectNode submission = body.putObject("submission");
        putUnlessNull(submission, "startedAt", time(told.startedAt()));
        putUnlessNull(submission, "submittedAt", time(told.submittedAt()));
    }

    private static void putUnlessNull(ObjectNode body, String name, @Nullable String value) {
        if (value != null) {
            body.put(name, value);
        }
    }

    private static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : TIME.format(instant);
    }

    /** @param launchUrl where Canvas launches this tool */
    record CanvasPart(String launchUrl) {

        private void putInto(ObjectNode extension, Score score) {
            extension.put("new_submission", false);
            Score.Submission submission = score.submission();
            if (submission == null || submission.workQuery() == null) {
                return;
            }
            extension.put("submission_type", "basic_lti_launch"); // SpeedGrader then opens our page of this work
            extension.put("submission_data", launchUrl + "?" + submission.workQuery());
            putUnlessNull(extension, "submitted_at", time(notAfter(submission.submittedAt(), score.timestamp())));
        }

        /** Canvas refuses work from the future. */
        private static @Nullable Instant notAfter(@Nullable Instant submitted, Instant sent) {
            return submitted != null && submitted.isAfter(sent) ? sent : submitted;
        }
    }
}
