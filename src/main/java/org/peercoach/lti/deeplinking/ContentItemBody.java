package org.peercoach.lti.deeplinking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.peercoach.lti.ContentItem;

/** The JSON of a content item (Deep Linking 2.0, 3.2). */
final class ContentItemBody {

    private static final int ICON_PIXELS = 64;

    private ContentItemBody() {}

    static Map<String, Object> of(ContentItem item) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", ContentItem.TYPE);
        body.put("title", item.title());
        body.put("text", item.text());
        body.put("url", item.url());
        body.put("icon", Map.of("url", item.iconUrl(), "width", ICON_PIXELS, "height", ICON_PIXELS));
        body.put("custom", item.custom());
        // a frame is what platforms take by themselves; a size would only keep it from filling the page
        if (item.ownWindow()) {
            body.put("window", Map.of("targetName", "_blank"));
        }
        if (item.grading() != null) {
            body.put("lineItem", lineItem(item.grading(), item.custom()));
        }
        return body;
    }

    /** Running points count before the work is complete, so it can be looked at from the start. */
    private static Map<String, Object> lineItem(ContentItem.Grading grading, Map<String, String> custom) {
        Map<String, Object> review = new LinkedHashMap<>();
        review.put("reviewableStatus", List.of("InProgress", "Submitted", "Completed"));
        review.put("label", grading.label());
        review.put("url", grading.reviewUrl());
        review.put("custom", custom);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("scoreMaximum", grading.maximum());
        body.put("label", grading.label());
        body.put("resourceId", grading.resourceId());
        body.put("tag", grading.tag());
        body.put("submissionReview", review);
        return body;
    }
}
