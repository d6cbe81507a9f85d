package org.peercoach.lti.registration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.registration.RegistrationFault.Kind;
import tools.jackson.databind.JsonNode;

/** What a platform answers to a registration (Dynamic Registration 3.6; LTI-R8). */
record RegistrationAnswer(JsonNode json) {

    private static final int LONGEST = 255;
    private static final int LONGEST_TEXT = 2000;

    /** Itself, once it is known to hold a client id. */
    RegistrationAnswer checked() {
        if (clientId().isEmpty() || clientId().length() > LONGEST) {
            throw new RegistrationFault(Kind.ANSWER);
        }
        return this;
    }

    String clientId() {
        return json.path("client_id").asString("");
    }

    /** Canvas names it at the top, Moodle inside; null when the platform leaves it to the first launch. */
    @Nullable
    String deploymentId() {
        String top = json.path("deployment_id").asString("");
        String inside = json.path(RegistrationBody.TOOL).path("deployment_id").asString("");
        String id = top.isEmpty() ? inside : top;
        return id.isEmpty() || id.length() > LONGEST ? null : id;
    }

    /** Granted scopes, or null when the platform does not say. */
    @Nullable
    List<String> scopes() {
        JsonNode scope = json.path("scope");
        return scope.isString() ? List.of(scope.asString().strip().split("\\s+", -1)) : null;
    }

    @Nullable
    String clientConfigurationUri() {
        String uri = json.path("registration_client_uri").asString("");
        return uri.isEmpty() || uri.length() > LONGEST_TEXT ? null : uri;
    }
}
