package org.peercoach.lti;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A link that the platform is asked to make (Deep Linking 2.0, section 3.2; LTI-D7): always an LTI link, since Moodle
 * makes broken activities of anything else. The platform may make none (LTI-D12), or many by copying.
 *
 * @param text what it is about; plain text that everybody may see
 * @param url where it leads, on our own host
 * @param iconUrl a square picture
 * @param custom comes back with every launch of the link and of its copies, so it says what the link stands for
 * @param ownWindow whether it opens in a window of its own, where the platform offers no frame (LTI-D10)
 * @param grading its gradebook column, or null
 */
public record ContentItem(
        String title,
        String text,
        String url,
        String iconUrl,
        Map<String, String> custom,
        boolean ownWindow,
        @Nullable Grading grading) {

    /** The only type that we return. */
    public static final String TYPE = "ltiResourceLink";

    public ContentItem {
        if (title.isBlank()) {
            throw new IllegalArgumentException("a link needs a title");
        }
        custom = Map.copyOf(custom);
    }

    /**
     * The column that comes with the link (LTI-D8).
     *
     * @param label what teachers see
     * @param maximum 1 to 100: Moodle makes a column without numbers of anything else (MOODLE-7)
     * @param resourceId our key of the activity
     * @param tag our mark on all our columns
     * @param reviewUrl where a grader sees one person's work (Submission Review 1.0), on our launch address
     */
    public record Grading(String label, int maximum, String resourceId, String tag, String reviewUrl) {

        private static final int MOST = 100;

        public Grading {
            if (label.isBlank() || maximum < 1 || maximum > MOST) {
                throw new IllegalArgumentException("a column needs a label and a maximum of 1 to 100");
            }
        }
    }
}
