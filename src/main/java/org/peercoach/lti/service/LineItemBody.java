package org.peercoach.lti.service;

import org.jspecify.annotations.Nullable;
import org.peercoach.lti.LineItem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of a line item (AGS 2.0, 3.2). */
final class LineItemBody {

    /** Without it, Canvas makes an assignment that does not open the tool (LTI-A10). */
    private static final String CANVAS_SUBMISSION_TYPE = "https://canvas.instructure.com/lti/submission_type";

    private LineItemBody() {}

    /** @param canvasLaunchUrl what the column opens on Canvas; null elsewhere */
    static String of(LineItem item, @Nullable String canvasLaunchUrl) {
        if (item.label().isBlank() || item.scoreMaximum() <= 0) {
            throw new IllegalArgumentException("a line item needs a label and a maximum above 0"); // AGS 3.2.8, 3.2.9
        }
        ObjectNode body = Json.object();
        body.put("label", item.label());
        Json.put(body, "scoreMaximum", item.scoreMaximum());
        putUnlessNull(body, "resourceId", item.resourceId());
        putUnlessNull(body, "tag", item.tag());
        putUnlessNull(body, "resourceLinkId", item.resourceLinkId());
        if (canvasLaunchUrl != null) {
            body.putObject(CANVAS_SUBMISSION_TYPE)
                    .put("type", "external_tool")
                    .put("external_tool_url", canvasLaunchUrl);
        }
        return Json.write(body);
    }

    /** The whole of a line item with what differs changed; unknown properties, id and link stay (AGS 3.2.6, LTI-A9). */
    static String changed(ObjectNode whole, LineItem wanted) {
        ObjectNode body = whole.deepCopy();
        body.put("label", wanted.label());
        Json.put(body, "scoreMaximum", wanted.scoreMaximum());
        putUnlessNull(body, "resourceId", wanted.resourceId());
        putUnlessNull(body, "tag", wanted.tag());
        return Json.write(body);
    }

    /** @param from the address that named it; its own must have the same origin */
    static LineItem read(JsonNode node, String from) {
        String id = Json.text(node, "id");
        String label = Json.text(node, "label");
        Double maximum = Json.number(node, "scoreMaximum");
        return new LineItem(
                id == null ? null : ServiceUrls.sameOrigin(from, id),
                label == null ? "" : label,
                maximum == null ? 0 : maximum,
                Json.text(node, "resourceId"),
                Json.text(node, "tag"),
                Json.text(node, "resourceLinkId"));
    }

    private static void putUnlessNull(ObjectNode body, String name, @Nullable String value) {
        if (value != null) {
            body.put(name, value);
        }
    }
}
