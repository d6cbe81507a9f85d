package org.peercoach.lti.service;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.AssignmentAndGradeService.Result;
import tools.jackson.databind.JsonNode;

/** The JSON of a result (AGS 2.0, 3.3). */
final class ResultBody {

    private ResultBody() {}

    static Result read(JsonNode node) {
        Double maximum = Json.number(node, "resultMaximum");
        return new Result(
                Json.number(node, "resultScore"),
                maximum == null || maximum <= 0 ? 1 : maximum, // AGS 3.3.7
                time(Json.text(node, "timestamp")),
                Json.text(node, "comment"));
    }

    private static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
