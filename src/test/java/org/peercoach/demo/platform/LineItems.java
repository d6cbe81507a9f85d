package org.peercoach.demo.platform;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The container of line items and each of them (AGS 2.0, 3.2). */
final class LineItems {

    private static final int CANVAS_PAGE = 10;

    private final Parts parts;

    LineItems(Parts parts) {
        this.parts = parts;
    }

    ServiceAnswer list(ServiceCall call, Course course) {
        List<Column> found = parts.world().columns(course).stream()
                .filter(one -> matches(call, "resource_id", one.resourceId()))
                .filter(one -> matches(call, "resource_link_id", one.linkId()))
                .filter(one -> matches(call, "tag", one.tag()))
                .toList();
        boolean canvas = parts.switches().canvas();
        int size = Math.max(1, call.number("limit", canvas ? CANVAS_PAGE : Integer.MAX_VALUE / 2));
        int from = call.number("from", 0);
        List<Map<String, Object>> page =
                Pages.page(found, from, size).stream().map(this::json).toList();
        ServiceAnswer answer = ServiceAnswer.of(200, type(GradebookService.LINE_ITEMS), page);
        if (from + size >= found.size()) {
            return answer;
        }
        String url = parts.endpoints().issuer() + call.path();
        String link = canvas
                ? Pages.next(url, call.query(), from + size, size)
                : Pages.curly(url, call.query(), from + size, size);
        return answer.with("Link", link);
    }

    private static boolean matches(ServiceCall call, String parameter, @Nullable String value) {
        String wanted = call.query().get(parameter);
        return wanted == null || wanted.equals(value);
    }

    ServiceAnswer read(Column column) {
        return ServiceAnswer.of(200, type(GradebookService.LINE_ITEM), json(column));
    }

    ServiceAnswer create(ServiceCall call, Course course, ServiceDoor door) {
        Map<String, Object> body = Json.object(call.body());
        String linkId = Json.text(body, "resourceLinkId");
        if (linkId != null) {
            requireLink(call, course, linkId, door);
        }
        Column column = column(
                call, body, new Column(parts.notebook().nextId(), course.id(), "", 1, null, null, linkId, true), door);
        parts.notebook().change(now -> now.with(column));
        parts.counters().count("lineItemsCreated");
        parts.notebook().tell(Event.Kind.SET_UP, "Peer Coaching added “" + column.label() + "” to the gradebook");
        return ServiceAnswer.of(201, type(GradebookService.LINE_ITEM), json(column));
    }

    /** Canvas: 404 for an unknown link, 412 for one without a line item of its own (LTI-A10). Moodle: 403. */
    private void requireLink(ServiceCall call, Course course, String linkId, ServiceDoor door) {
        Link link = parts.world()
                .link(linkId)
                .filter(one -> course.id().equals(one.courseId()))
                .orElse(null);
        if (link == null) {
            throw parts.switches().canvas()
                    ? door.notFound(call, "The resourceLinkId is unknown")
                    : door.refused(call, 403, "Forbidden");
        }
        if (parts.switches().canvas() && parts.world().columnOf(link).isEmpty()) {
            throw door.refused(call, 412, "The resource link has no line item of its own");
        }
    }

    /** Replaces: what the body leaves out is cleared (LTI-A9). The link stays. */
    ServiceAnswer replace(ServiceCall call, Column old, ServiceDoor door) {
        Column column = column(call, Json.object(call.body()), old, door);
        parts.notebook().change(now -> now.with(column));
        return ServiceAnswer.of(200, type(GradebookService.LINE_ITEM), json(column));
    }

    private Column column(ServiceCall call, Map<String, Object> body, Column old, ServiceDoor door) {
        String label = Json.text(body, "label");
        Double maximum = Json.number(body, "scoreMaximum");
        boolean canvas = parts.switches().canvas();
        if (label == null || label.isBlank() || maximum == null || (canvas && maximum <= 0)) {
            throw door.refused(call, canvas ? 422 : 400, "No label or Score Maximum");
        }
        return new Column(
                old.id(),
                old.courseId(),
                label,
                maximum,
                Json.text(body, "resourceId"),
                Json.text(body, "tag"),
                old.linkId(),
                old.madeByTool());
    }

    ServiceAnswer delete(ServiceCall call, Column column, ServiceDoor door) {
        if (!column.madeByTool()) {
            throw door.refused(call, parts.switches().canvas() ? 401 : 403, "This line item belongs to a link");
        }
        parts.notebook().change(now -> now.withoutColumn(column.id()));
        return ServiceAnswer.of(204, "text/html; charset=utf-8", "");
    }

    private Map<String, Object> json(Column column) {
        return Json.members(
                "id", parts.endpoints().lineItem(parts.switches(), column.courseId(), column.id()),
                "label", column.label(),
                "scoreMaximum", Json.tidy(column.maximum()),
                "resourceId", column.resourceId(),
                "tag", column.tag(),
                "resourceLinkId", column.linkId());
    }

    private String type(String mediaType) {
        return parts.switches().moodle() ? mediaType + "; charset=utf-8" : mediaType;
    }
}
