package org.peercoach.course.placing;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.ContentItem;
import org.peercoach.lti.ServiceTarget;

/**
 * One request of the LMS for something to place, as its launch told it. What the answer depends on is kept here, so that
 * no browser can change it (LTI-D11).
 *
 * @param returnUrl holds secrets on Moodle, so it is never logged; blank once answered
 * @param data to be echoed, or null when it did not come
 */
record Picking(
        long id,
        ServiceTarget target,
        @Nullable String family,
        String returnUrl,
        @Nullable String data,
        Wish wish,
        State state) {

    /** Whether it waits for its answer, has it, or has waited too long. */
    enum State {
        OPEN,
        ANSWERED,
        LATE
    }

    /**
     * What the LMS takes (LTI-D3, D8, D10).
     *
     * @param multiple whether it takes several
     * @param lineItem whether it takes a column with a link
     */
    record Wish(Set<String> types, Set<String> targets, boolean multiple, boolean lineItem) {

        /** Whether it takes LTI links, the only thing that we place. */
        boolean takesLinks() {
            return types.contains(ContentItem.TYPE);
        }

        /** Whether a window is all that it offers to open a link in. */
        boolean windowOnly() {
            return targets.contains("window") && !targets.contains("iframe") && !targets.contains("frame");
        }
    }

    /** Scheme, host and port of the return URL, which the launch has checked (LTI-D2). */
    String returnOrigin() {
        URI uri = URI.create(returnUrl);
        String host = uri.getScheme() + "://" + uri.getHost();
        return uri.getPort() < 0 ? host : host + ":" + uri.getPort();
    }

    /** Moodle saves several links one by one, and shows nothing where none came (MOODLE-7). */
    boolean onMoodle() {
        return "moodle".equalsIgnoreCase(family);
    }
}
