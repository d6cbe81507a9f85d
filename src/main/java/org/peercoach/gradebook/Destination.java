package org.peercoach.gradebook;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.GradingPlace;

/**
 * Where the points of one activity of one course go.
 *
 * @param url the line item, or null if the points stay in the tool
 * @param keptReason why they stay, or null
 */
record Destination(
        GradingPlace place, @Nullable String url, @Nullable String keptReason) {

    private static final String SCORE = "https://purl.imsglobal.org/spec/lti-ags/scope/score";

    static Destination to(GradingPlace place, String url) {
        return new Destination(place, url, null);
    }

    static Destination none(GradingPlace place, String reason) {
        return new Destination(place, null, reason);
    }

    String requireUrl() {
        return Objects.requireNonNull(url);
    }

    /** Why points cannot go to this place at all, or null if they can (LTI-A23, ruling 37). */
    static @Nullable String closed(GradingPlace place, LineItems.Stored stored) {
        boolean column = place.lineItemUrl() != null || place.lineItemsUrl() != null || stored.url() != null;
        if (!column || !place.scopes().contains(SCORE)) {
            return Reasons.NO_GRADEBOOK;
        }
        return place.placed() || stored.wanted() ? null : Reasons.NOT_PLACED;
    }
}
