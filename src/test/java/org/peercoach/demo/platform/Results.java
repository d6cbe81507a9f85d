package org.peercoach.demo.platform;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the gradebook holds, for the tool to read back (AGS 2.0, 3.3). */
final class Results {

    private static final ZoneOffset SITE_TIME = ZoneOffset.ofHours(-8);

    private final Parts parts;

    Results(Parts parts) {
        this.parts = parts;
    }

    ServiceAnswer list(ServiceCall call, Column column, @Nullable String personId) {
        if (parts.switches().moodle()
                && call.query().containsKey("limit")
                && call.query().containsKey("type_id")) {
            return ServiceAnswer.of(
                    404, "text/html; charset=utf-8", "<!DOCTYPE html>\n<html><head><title>Error</title>");
        }
        String wanted = personId == null ? call.query().get("user_id") : personId;
        List<Map<String, Object>> found = parts.notebook().state().grades().stream()
                .filter(one -> one.columnId().equals(column.id()))
                .filter(one -> wanted == null || one.personId().equals(wanted))
                .map(one -> json(column, one))
                .toList();
        String type = GradebookService.RESULTS + (parts.switches().moodle() ? "; charset=utf-8" : "");
        return ServiceAnswer.of(200, type, found);
    }

    private Map<String, Object> json(Column column, Grade grade) {
        Double points = grade.points();
        boolean timed = parts.switches().moodle() && points != null;
        return Json.members(
                "id", parts.endpoints().result(parts.switches(), column, grade.personId()),
                "userId", grade.personId(),
                "resultScore", points == null ? null : Json.tidy(points),
                "resultMaximum", points == null ? null : Json.tidy(column.maximum()),
                "comment", grade.comment(),
                "scoreOf", parts.endpoints().lineItem(parts.switches(), column.courseId(), column.id()),
                "timestamp", timed ? siteTime(grade.timestamp()) : null);
    }

    /** With the site's offset, not in UTC. */
    private static String siteTime(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).atOffset(SITE_TIME).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
