package org.peercoach.demo.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an authentication request must hold (1EdTech Security Framework 1.0, 5.1.1.2), with Moodle's answers. */
final class AuthRules {

    private AuthRules() {}

    /** Moodle shows its own page for these: who cannot name the way back correctly is not sent back. */
    static @Nullable String unanswerable(Map<String, String> request, ToolRegistration tool) {
        if (!tool.redirectUris().contains(request.getOrDefault("redirect_uri", ""))) {
            return "The redirect_uri is not registered.";
        }
        if (!"openid".equals(request.get("scope"))) {
            return "The scope is not openid.";
        }
        return request.getOrDefault("nonce", "").isBlank() ? "The nonce is missing." : null;
    }

    /** The error that the tool gets instead of an id_token; empty when all is well. */
    static Optional<Map<String, String>> error(Map<String, String> request, Launch launch, @Nullable String personId) {
        if (!launch.tool().clientId().equals(request.get("client_id"))) {
            return error("unauthorized_client", "");
        }
        if (!"id_token".equals(request.get("response_type"))) {
            return error("unsupported_response_type", "");
        }
        if (!"form_post".equals(request.get("response_mode"))) {
            return error("invalid_request", "Invalid response_mode");
        }
        if (!List.of("none", "").contains(request.getOrDefault("prompt", ""))) {
            return error("invalid_request", "Invalid prompt");
        }
        boolean same = launch.loginHint().equals(request.get("login_hint"))
                && launch.person().id().equals(personId);
        return same ? Optional.empty() : error("access_denied", "");
    }

    private static Optional<Map<String, String>> error(String code, String description) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of("error", code));
        if (!description.isEmpty()) {
            fields.put("error_description", description);
        }
        return Optional.of(fields);
    }
}
