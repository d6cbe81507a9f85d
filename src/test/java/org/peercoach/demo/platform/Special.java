package org.peercoach.demo.platform;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a launch is beyond opening a link.
 *
 * @param about whose work or data it is about, by the LMS's number, or null
 * @param target the address that a score named, for Canvas's SpeedGrader, or null
 */
public record Special(
        Kind kind, @Nullable String about, @Nullable String target) {

    public static final Special NONE = new Special(Kind.NONE, null, null);

    private static final String CLAIM = "https://purl.imsglobal.org/spec/lti/claim/";

    /** Which message. */
    public enum Kind {
        NONE(null),
        /** One person's work, from the gradebook (Moodle). */
        REVIEW("LtiSubmissionReviewRequest"),
        /** The same as Canvas does it: an ordinary launch of an address that the tool gave with a score. */
        SPEED_GRADER("LtiResourceLinkRequest"),
        COURSE("LtiContextLaunchRequest"),
        PRIVACY("LtiDataPrivacyLaunchRequest"),
        /** Something that no coaching tool has. */
        EULA("LtiEulaRequest");

        private final @Nullable String messageType;

        Kind(@Nullable String messageType) {
            this.messageType = messageType;
        }
    }

    /** Changes the claims of an ordinary launch into those of this message. */
    void shape(Map<String, Object> claims) {
        if (kind.messageType != null) {
            claims.put(CLAIM + "message_type", kind.messageType);
        }
        if (about != null) {
            claims.put(CLAIM + "for_user", Map.of("user_id", about));
        }
        if (kind == Kind.COURSE || kind == Kind.PRIVACY) {
            claims.remove(CLAIM + "resource_link");
        }
        if (kind == Kind.PRIVACY) {
            claims.remove(CLAIM + "context");
        }
    }
}
