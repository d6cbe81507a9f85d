package org.peercoach.demo.platform;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Platform Notification Service 1.0 as Canvas has it: tools register a handler for each type of notice, a hello comes at
 * once, and no notice is sent twice. Handlers are forgotten when the LMS restarts.
 */
final class Notices {

    static final String HELLO = "LtiHelloWorldNotice";
    static final String CONTEXT_COPY = "LtiContextCopyNotice";
    static final List<String> TYPES = List.of(HELLO, "LtiAssetProcessorSubmissionNotice", CONTEXT_COPY);

    private static final String CLAIM = "https://purl.imsglobal.org/spec/lti/claim/";
    private static final Pattern PATH = Pattern.compile("/services/notice-handlers/(\\w+)");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

    private final Parts parts;
    private final ServiceDoor door;
    private final Tools tools;
    private final Map<String, String> handlers = new ConcurrentHashMap<>();

    Notices(Parts parts, ServiceDoor door, Tools tools) {
        this.parts = parts;
        this.door = door;
        this.tools = tools;
    }

    static boolean serves(String path) {
        return PATH.matcher(path).matches();
    }

    ServiceAnswer answer(ServiceCall call) {
        door.open(call, List.of(Scopes.NOTICES), "application/json");
        if (call.method().equals("GET")) {
            return ServiceAnswer.json(200, Json.members("notice_handlers", handlers));
        }
        Map<String, Object> body = Json.object(call.body());
        String type = Json.text(body, "notice_type");
        String handler = Json.text(body, "handler");
        if (type == null || !TYPES.contains(type) || handler == null) {
            throw door.refused(call, 400, "Unknown notice type");
        }
        if (handler.isEmpty()) {
            handlers.remove(type);
        } else {
            handlers.put(type, handler);
            parts.counters().count("noticeHandlers");
        }
        if (type.equals(HELLO) && !handler.isEmpty()) {
            send(HELLO, Map.of());
        }
        return ServiceAnswer.json(200, Json.members("notice_type", type, "handler", handler));
    }

    /** Tells of a copied course; Moodle has no notices. */
    void copied(Course copy, Course origin) {
        if (parts.switches().canvas()) {
            Object context = Json.members("id", copy.id(), "label", copy.label(), "title", copy.title());
            send(
                    CONTEXT_COPY,
                    Json.members(CLAIM + "context", context, CLAIM + "origin_contexts", List.of(origin.id())));
        }
    }

    private void send(String type, Map<String, Object> more) {
        String handler = handlers.get(type);
        if (handler == null) {
            return;
        }
        Map<String, Object> claims = claims(type);
        claims.putAll(more);
        String jwt =
                new PlatformKey(Objects.requireNonNull(parts.notebook().state().signingKey())).sign(claims);
        String body = Json.write(Json.members("notices", List.of(Json.members("jwt", jwt))));
        HttpRequest request = HttpRequest.newBuilder(URI.create(handler))
                .timeout(Duration.ofSeconds(5))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HTTP.sendAsync(request, HttpResponse.BodyHandlers.discarding());
    }

    private Map<String, Object> claims(String type) {
        ToolRegistration tool = tools.inUse();
        Instant now = parts.clock().instant();
        return Json.members(
                "iss",
                parts.endpoints().issuer(),
                "aud",
                tool.clientId(),
                "azp",
                tool.clientId(),
                "iat",
                now.getEpochSecond(),
                "exp",
                now.getEpochSecond() + 3600,
                "jti",
                UUID.randomUUID().toString(),
                "nonce",
                UUID.randomUUID().toString(),
                CLAIM + "version",
                "1.3.0",
                CLAIM + "deployment_id",
                tool.deploymentId(),
                CLAIM + "notice",
                Json.members("id", UUID.randomUUID().toString(), "timestamp", now.toString(), "type", type));
    }
}
