package org.peercoach.lti;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a platform's list of members (NRPS 2.0, "Membership container media type").
 *
 * @param userId the same as the {@code sub} of launches (LTI-N7)
 * @param status active when the platform does not say (LTI-N6)
 * @param roles as sent, in any of the spellings of LTI Core, appendix A.2; they may differ from those of a launch
 * @param name null when the platform tells none; likewise the other names
 * @param custom what a link's custom parameters are for this person, when a link was asked for (LTI-N8); else empty
 */
public record Membership(
        String userId,
        Status status,
        List<String> roles,
        @Nullable String name,
        @Nullable String givenName,
        @Nullable String familyName,
        Map<String, String> custom) {

    /** Whether the person may use the course. */
    public enum Status {
        ACTIVE,
        INACTIVE,
        /** Gone since the last read; said by a list of differences only. */
        DELETED
    }
}
