package org.peercoach.demo.platform;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a tool sends to be registered. */
record RegistrationRequest(Map<String, Object> body, Map<String, Object> configuration) {

    static final String CONFIGURATION = "https://purl.imsglobal.org/spec/lti-tool-configuration";
    private static final List<String> CANVAS_PLACES = List.of(
            "course_navigation",
            "account_navigation",
            "link_selection",
            "assignment_selection",
            "module_index_menu_modal");

    static RegistrationRequest of(String text) {
        Map<String, Object> body = Json.object(text);
        return new RegistrationRequest(body, Json.asObject(body.get(CONFIGURATION)));
    }

    /** What is wrong with it, in Moodle's words where it has some; null when nothing is. */
    @Nullable
    String fault(Switches switches) {
        for (String name : List.of("client_name", "initiate_login_uri", "redirect_uris", "jwks_uri")) {
            if (!body.containsKey(name)) {
                return "missing required attribute " + name;
            }
        }
        if (configuration.isEmpty()) {
            return "missing required attribute " + CONFIGURATION;
        }
        if (!"private_key_jwt".equals(body.get("token_endpoint_auth_method"))) {
            return "invalid_token_endpoint_auth_method";
        }
        String domain = Json.text(configuration, "domain");
        if (domain == null) {
            return "missing_domain";
        }
        return switches.moodle() ? domainFault(domain) : placementFault();
    }

    /** Moodle compares with host and port of the target. */
    private @Nullable String domainFault(String domain) {
        URI target = URI.create(String.valueOf(configuration.get("target_link_uri")));
        return domain.equals(target.getAuthority()) ? null : "domain_targetlinkuri_mismatch";
    }

    /** Canvas refuses what it does not know. */
    private @Nullable String placementFault() {
        return Json.asList(configuration.get("messages")).stream()
                .flatMap(one -> Json.strings(Json.asObject(one).get("placements")).stream())
                .filter(one -> !CANVAS_PLACES.contains(one))
                .findFirst()
                .map(one -> "unknown placement " + one)
                .orElse(null);
    }

    ToolRegistration registration(
            String clientId, String deploymentId, ToolRegistration.Status status, String accessToken) {
        return new ToolRegistration(
                clientId,
                deploymentId,
                String.valueOf(body.get("client_name")),
                status,
                String.valueOf(body.get("initiate_login_uri")),
                Json.strings(body.get("redirect_uris")),
                String.valueOf(body.get("jwks_uri")),
                String.valueOf(configuration.get("target_link_uri")),
                custom(),
                scopes(),
                Json.strings(configuration.get("claims")),
                messages(),
                pickUri(),
                accessToken);
    }

    private Map<String, String> custom() {
        Map<String, String> result = new LinkedHashMap<>();
        Json.asObject(configuration.get("custom_parameters"))
                .forEach((name, value) -> result.put(name, String.valueOf(value)));
        return result;
    }

    private List<String> scopes() {
        String wanted = Json.text(body, "scope");
        List<String> names = wanted == null ? List.of() : Arrays.asList(wanted.split(" "));
        return Scopes.ALL.stream().filter(names::contains).toList();
    }

    /** Of messages, both LMSs read where they go; Moodle of this one only (MOODLE-5). */
    private @Nullable String pickUri() {
        return Json.asList(configuration.get("messages")).stream()
                .map(Json::asObject)
                .filter(one -> "LtiDeepLinkingRequest".equals(one.get("type")))
                .map(one -> Json.text(one, "target_link_uri"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private List<String> messages() {
        return Json.asList(configuration.get("messages")).stream()
                .map(one -> String.valueOf(Json.asObject(one).get("type")))
                .toList();
    }
}
