package org.peercoach.demo.platform;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** LTI Dynamic Registration 1.0, the LMS's side, with the refusals that Moodle and Canvas were seen to give. */
public final class RegistrationDesk {

    private static final Duration TOKEN_LIFE = Duration.ofHours(1);
    private static final String HTML = "text/html; charset=utf-8";

    private final Parts parts;
    private final Tools tools;
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    RegistrationDesk(Parts parts, Tools tools) {
        this.parts = parts;
        this.tools = tools;
    }

    /**
     * Where the LMS opens the tool's installer.
     *
     * @param registerUrl the tool's page
     * @param update client id of the registration to be renewed, or null for a new one
     */
    public String installerUrl(String registerUrl, @Nullable String update) {
        long now = parts.clock().instant().getEpochSecond();
        String token = key().sign(Json.members(
                "sub",
                update == null ? Secrets.fresh() : update,
                "scope",
                update == null ? "reg" : "reg-update",
                "jti",
                Secrets.fresh(),
                "iat",
                now,
                "exp",
                now + TOKEN_LIFE.toSeconds()));
        return registerUrl + "?openid_configuration="
                + encoded(parts.endpoints().openIdConfiguration()) + "&registration_token=" + encoded(token);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A new registration, or the renewal of the one that the token names. */
    public ServiceAnswer register(@Nullable String authorization, String body) {
        parts.counters().count("registrations");
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            return ServiceAnswer.of(401, HTML, "missing_registration_token");
        }
        Map<String, Object> token = key().claimsOf(authorization.substring("Bearer ".length()));
        Double expires = Json.number(token, "exp");
        if (expires == null || expires < parts.clock().instant().getEpochSecond()) {
            return ServiceAnswer.of(404, HTML, "<!DOCTYPE html>\n<html><head><title>Error</title></head></html>");
        }
        RegistrationRequest request = RegistrationRequest.of(body);
        String fault = request.fault(parts.switches());
        if (fault != null) {
            return refused(fault);
        }
        if (!used.add(String.valueOf(token.get("jti")))) {
            return ServiceAnswer.of(401, HTML, "token_already_used");
        }
        boolean update = "reg-update".equals(token.get("scope"));
        return update ? renew(String.valueOf(token.get("sub")), request) : create(request);
    }

    private ServiceAnswer refused(String fault) {
        return parts.switches().canvas()
                ? ServiceAnswer.json(422, Json.members("errors", List.of(Json.members("message", fault))))
                : ServiceAnswer.of(400, HTML, fault);
    }

    private ServiceAnswer create(RegistrationRequest request) {
        String clientId = Secrets.fresh().substring(0, 15);
        boolean active = parts.switches().canvas();
        ToolRegistration.Status status = active ? ToolRegistration.Status.ACTIVE : ToolRegistration.Status.PENDING;
        ToolRegistration tool = request.registration(clientId, parts.notebook().nextId(), status, Secrets.fresh());
        tools.keep(tool);
        parts.notebook().tell(Event.Kind.SET_UP, tool.name() + " was installed by dynamic registration as " + clientId);
        return ServiceAnswer.json(active ? 201 : 200, answer(request, tool));
    }

    private ServiceAnswer renew(String clientId, RegistrationRequest request) {
        ToolRegistration old = tools.byClientId(clientId)
                .filter(one -> one.accessToken() != null)
                .orElse(null);
        if (old == null) {
            return ServiceAnswer.of(404, HTML, "<!DOCTYPE html>\n<html><head><title>Error</title></head></html>");
        }
        ToolRegistration tool =
                request.registration(clientId, old.deploymentId(), old.status(), String.valueOf(old.accessToken()));
        tools.keep(tool);
        parts.notebook().tell(Event.Kind.SET_UP, tool.name() + " renewed its registration " + clientId);
        return ServiceAnswer.json(200, answer(request, tool));
    }

    /** Reads ({@code GET}) or renews ({@code PUT}) a registration with its own access token. */
    public ServiceAnswer manage(String method, String clientId, @Nullable String authorization, String body) {
        ToolRegistration tool = tools.byClientId(clientId).orElse(null);
        String token = tool == null ? null : tool.accessToken();
        if (token == null || !("Bearer " + token).equals(authorization)) {
            return ServiceAnswer.json(401, Json.members("error", "invalid_token"));
        }
        if (method.equals("GET") && tool != null) {
            return ServiceAnswer.json(200, Json.members("client_id", clientId, "client_name", tool.name()));
        }
        RegistrationRequest request = RegistrationRequest.of(body);
        String fault = request.fault(parts.switches());
        return fault == null ? renew(clientId, request) : refused(fault);
    }

    /** What came, with client id and deployment: Moodle puts the latter into the tool configuration (LTI-R8). */
    private Map<String, Object> answer(RegistrationRequest request, ToolRegistration tool) {
        Map<String, Object> result = Json.members("client_id", tool.clientId());
        result.putAll(request.body());
        result.put("scope", String.join(" ", tool.scopes()));
        Map<String, Object> configuration = Json.members();
        configuration.putAll(request.configuration());
        if (parts.switches().canvas()) {
            result.put("deployment_id", tool.deploymentId());
            result.put("registration_client_uri", parts.endpoints().registration(tool.clientId()));
            result.put("registration_access_token", String.valueOf(tool.accessToken()));
        } else {
            configuration.put("version", "1.3.0");
            configuration.put("deployment_id", tool.deploymentId());
        }
        result.put(RegistrationRequest.CONFIGURATION, configuration);
        return result;
    }

    /** {@code /.well-known/openid-configuration}. */
    public Map<String, Object> configuration() {
        Endpoints at = parts.endpoints();
        return Json.members(
                "issuer", at.issuer(),
                "authorization_endpoint", at.authorization(),
                "token_endpoint", at.token(),
                "jwks_uri", at.jwks(),
                "registration_endpoint", at.registration(),
                "authorization_server",
                        parts.switches().canvas() ? URI.create(at.issuer()).getAuthority() : null,
                "token_endpoint_auth_methods_supported", List.of("private_key_jwt"),
                "token_endpoint_auth_signing_alg_values_supported", List.of("RS256"),
                "id_token_signing_alg_values_supported", List.of("RS256"),
                "response_types_supported", List.of("id_token"),
                "subject_types_supported", List.of("public", "pairwise"),
                "scopes_supported",
                        java.util.stream.Stream.concat(Scopes.ALL.stream(), java.util.stream.Stream.of("openid"))
                                .toList(),
                "claims_supported", List.of("sub", "iss", "name", "given_name", "family_name", "email"),
                "https://purl.imsglobal.org/spec/lti-platform-configuration", platform());
    }

    private Map<String, Object> platform() {
        boolean canvas = parts.switches().canvas();
        List<String> menus = canvas ? List.of("course_navigation", "account_navigation") : null;
        List<String> pickers = canvas
                ? List.of("link_selection", "assignment_selection", "module_index_menu_modal")
                : List.of("ContentArea");
        return Json.members(
                "product_family_code", canvas ? "canvas" : "moodle",
                "version", canvas ? "OpenSource" : "4.5.6 (Build: 20250811)",
                "messages_supported",
                        List.of(
                                Json.members("type", "LtiResourceLinkRequest", "placements", menus),
                                Json.members("type", "LtiDeepLinkingRequest", "placements", pickers)),
                "variables", List.of("Context.id", "Context.title", "Context.id.history", "ResourceLink.id", "User.id"),
                "https://canvas.instructure.com/lti/account_name", canvas ? "Lincoln Schools" : null);
    }

    private PlatformKey key() {
        return new PlatformKey(parts.notebook().state().signingKey());
    }
}
