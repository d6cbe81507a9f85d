package org.peercoach.demo.platform;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tool that this LMS knows.
 *
 * @param status Moodle leaves a new tool pending until an administrator presses Activate
 * @param custom parameters of every launch, with variables
 * @param claims which personal claims it asked for
 * @param messages message types it can take
 * @param pickUri where it takes requests for something to add to a course, or null for its usual address
 * @param accessToken opens its registration for updates (OpenID Connect Dynamic Registration, section 4), or null
 */
public record ToolRegistration(
        String clientId,
        String deploymentId,
        String name,
        Status status,
        String loginUrl,
        List<String> redirectUris,
        String jwksUrl,
        String targetLinkUri,
        Map<String, String> custom,
        List<String> scopes,
        List<String> claims,
        List<String> messages,
        @Nullable String pickUri,
        @Nullable String accessToken) {

    public enum Status {
        PENDING,
        ACTIVE
    }

    /** The client id of the tool that is there from the start. */
    public static final String BUILT_IN = "peer-coaching-demo";

    static ToolRegistration builtIn(String toolBaseUrl) {
        return new ToolRegistration(
                BUILT_IN,
                "1",
                "Peer Coaching",
                Status.ACTIVE,
                toolBaseUrl + "/lti/login",
                List.of(toolBaseUrl + "/lti/launch"),
                toolBaseUrl + "/lti/jwks",
                toolBaseUrl + "/lti/launch",
                Map.of("context_history", "$Context.id.history", "pc_groups", "$Moodle.Person.userGroupIds"),
                Scopes.ALL,
                List.of("iss", "sub", "name", "given_name", "family_name", "email"),
                List.of("LtiResourceLinkRequest", "LtiDeepLinkingRequest"),
                toolBaseUrl + "/lti/launch?view=pick",
                null);
    }

    /** Whether it lets a trainer pick something for a course. */
    public boolean picks() {
        return messages.contains("LtiDeepLinkingRequest");
    }

    String pickTarget() {
        return pickUri == null ? targetLinkUri : pickUri;
    }

    public boolean active() {
        return status == Status.ACTIVE;
    }

    ToolRegistration activated() {
        return with(Status.ACTIVE, deploymentId);
    }

    /** The same key in another place of this LMS. */
    ToolRegistration deployedAs(String deployment) {
        return with(status, deployment);
    }

    private ToolRegistration with(Status next, String deployment) {
        return new ToolRegistration(
                clientId,
                deployment,
                name,
                next,
                loginUrl,
                redirectUris,
                jwksUrl,
                targetLinkUri,
                custom,
                scopes,
                claims,
                messages,
                pickUri,
                accessToken);
    }
}
