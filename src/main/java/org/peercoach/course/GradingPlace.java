package org.peercoach.course;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.ServiceTarget;

/**
 * Where the points of one activity of one course go in the LMS (ruling 37).
 *
 * @param target platform and deployment of the course
 * @param scopes what the platform allows there; empty when it offers no gradebook (LTI-A23)
 * @param lineItemsUrl the course's container of line items, or null
 * @param resourceLinkId the link that is bound to the activity, or null when nobody has placed it
 * @param lineItemUrl the line item of that link, or null when the platform made none
 */
public record GradingPlace(
        ServiceTarget target,
        Set<String> scopes,
        @Nullable String lineItemsUrl,
        @Nullable String resourceLinkId,
        @Nullable String lineItemUrl) {

    /** Whether the activity was placed in the LMS. */
    public boolean placed() {
        return resourceLinkId != null;
    }
}
