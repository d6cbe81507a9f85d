package org.peercoach.lti.registration;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.registration.RegistrationFault.Kind;
import org.peercoach.lti.registration.RegistrationRow.Endpoints;
import tools.jackson.databind.JsonNode;

/** A platform's OpenID configuration (Dynamic Registration 3.4), as far as we use it. */
record PlatformConfiguration(JsonNode json) {

    private static final String PLATFORM = "https://purl.imsglobal.org/spec/lti-platform-configuration";
    private static final String CANVAS_ACCOUNT = "https://canvas.instructure.com/lti/account_name";
    private static final int LONGEST = 255;

    String issuer() {
        return required("issuer");
    }

    String registrationEndpoint() {
        return required("registration_endpoint");
    }

    Endpoints endpoints() {
        return new Endpoints(required("authorization_endpoint"), required("token_endpoint"), required("jwks_uri"));
    }

    /**
     * Who client assertions shall be made for, if that is not the token endpoint; nobody has looked yet whether the
     * platform may say so. Canvas names a bare host here, which its own token endpoint does not take.
     */
    @Nullable
    String audience() {
        String server = json.path("authorization_server").asString("");
        return server.startsWith("https://") && !server.equals(required("token_endpoint")) ? server : null;
    }

    /** Whether that is for this platform to say ({@link IssuerHosts#mayReceive}). */
    boolean ownAudience() {
        return IssuerHosts.mayReceive(audience(), required("token_endpoint"), issuer());
    }

    @Nullable
    String productFamily() {
        String family = platform().path("product_family_code").asString("");
        return family.isBlank() ? null : cut(family, 64);
    }

    /** What the platform calls itself; its host when it says nothing. */
    String name() {
        String account = platform().path(CANVAS_ACCOUNT).asString("");
        return account.isBlank() ? IssuerHosts.host(issuer()) : cut(account, LONGEST);
    }

    boolean isCanvas() {
        return "canvas".equals(productFamily());
    }

    /** Whether the platform's list holds the value; a platform that has no such list is trusted to take it (LTI-R4). */
    boolean lists(String name, String value) {
        return lists(json.path(name), value);
    }

    /** Whether a variable such as {@code $Person.address.timezone} is filled in by the platform. */
    boolean knowsVariable(String variable) {
        return lists(platform().path("variables"), variable.substring(1));
    }

    /** Whether the platform says that it sends such a message (LTI-R7). */
    boolean sends(String message) {
        return messages(message).findAny().isPresent();
    }

    /** The platform's own spelling of a placement of a message; empty if it does not offer it (LTI-R7). */
    Optional<String> placement(String message, String placement) {
        return messages(message)
                .flatMap(one -> one.path("placements").valueStream())
                .map(JsonNode::asString)
                .filter(name -> name.equals(placement) || name.endsWith("/" + placement))
                .findFirst();
    }

    private Stream<JsonNode> messages(String type) {
        return platform()
                .path("messages_supported")
                .valueStream()
                .filter(message -> message.path("type").asString("").equals(type));
    }

    private static boolean lists(JsonNode list, String value) {
        return !list.isArray()
                || list.valueStream().anyMatch(item -> item.asString("").equals(value));
    }

    private JsonNode platform() {
        return json.path(PLATFORM);
    }

    private String required(String name) {
        JsonNode value = json.path(name);
        if (!value.isString() || value.asString().isBlank()) {
            throw new RegistrationFault(Kind.INCOMPLETE, name);
        }
        return value.asString();
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }

    /** The lists that must hold our values where they exist, with these values. */
    static List<List<String>> needs() {
        return List.of(
                List.of("token_endpoint_auth_methods_supported", "private_key_jwt"),
                List.of("token_endpoint_auth_signing_alg_values_supported", "RS256"),
                List.of("id_token_signing_alg_values_supported", "RS256"),
                List.of("response_types_supported", "id_token"));
    }
}
