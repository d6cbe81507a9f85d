package org.peercoach.lti;

import org.jspecify.annotations.Nullable;

/**
 * A column of the platform's gradebook (AGS 2.0, section 3.2).
 *
 * @param id its URL, or null before it was created
 * @param label what teachers see; not blank
 * @param scoreMaximum greater than 0
 * @param resourceId our key of the activity
 * @param tag our mark on all our columns
 * @param resourceLinkId the link it belongs to, or null
 */
public record LineItem(
        @Nullable String id,
        String label,
        double scoreMaximum,
        @Nullable String resourceId,
        @Nullable String tag,
        @Nullable String resourceLinkId) {

    /** The same under another name and with another maximum. */
    public LineItem with(String otherLabel, double otherMaximum) {
        return new LineItem(id, otherLabel, otherMaximum, resourceId, tag, resourceLinkId);
    }

    /** The same for no link. */
    public LineItem withoutLink() {
        return new LineItem(id, label, scoreMaximum, resourceId, tag, null);
    }
}
