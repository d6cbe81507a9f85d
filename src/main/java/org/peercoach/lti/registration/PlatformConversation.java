package org.peercoach.lti.registration;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.registration.RegistrationFault.Kind;
import org.peercoach.shared.GuardedHttp;
import org.peercoach.shared.GuardedHttp.Answer;
import org.peercoach.shared.GuardedHttp.Request;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The two calls of a dynamic registration: read the platform's configuration, then register. */
@Component
class PlatformConversation {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String TYPE = "application/json";

    private final GuardedHttp http;
    private final PlatformAddresses addresses;

    PlatformConversation(GuardedHttp http, PlatformAddresses addresses) {
        this.http = http;
        this.addresses = addresses;
    }

    /**
     * Reads a platform's configuration and checks that it may speak for the issuer it names (LTI-R2 to R4).
     *
     * @throws RegistrationFault if it cannot be had or must not be used
     */
    PlatformConfiguration configuration(String address, @Nullable String token) {
        Answer answer = send(Request.get(address, headers(token)));
        if (answer.status() == 401 || answer.status() == 403) {
            throw new RegistrationFault(Kind.TOKEN);
        }
        if (answer.status() != 200) {
            throw new RegistrationFault(Kind.STATUS, answer.status());
        }
        PlatformConfiguration configuration = new PlatformConfiguration(json(answer.body()));
        checkAddresses(configuration);
        checkIssuer(IssuerHosts.host(address), IssuerHosts.host(configuration.issuer()));
        PlatformConfiguration.needs().stream()
                .filter(need -> !configuration.lists(need.getFirst(), need.getLast()))
                .findFirst()
                .ifPresent(need -> {
                    throw new RegistrationFault(Kind.UNSUPPORTED, need.getLast());
                });
        return configuration;
    }

    /**
     * Registers the tool (LTI-R5 to R8). Moodle answers 200, others 201.
     *
     * @throws RegistrationFault if the platform refuses, in its own words where it has some
     */
    RegistrationAnswer register(PlatformConfiguration configuration, JsonNode tool, @Nullable String token) {
        Map<String, String> headers = headers(token);
        headers.put("Content-Type", TYPE);
        Answer answer =
                send(Request.post(configuration.registrationEndpoint(), headers, JSON.writeValueAsString(tool)));
        if (!answer.ok()) {
            throw RegistrationRefusal.of(answer, token != null);
        }
        return new RegistrationAnswer(json(answer.body())).checked();
    }

    private void checkAddresses(PlatformConfiguration configuration) {
        check("issuer", configuration.issuer());
        check("registration_endpoint", configuration.registrationEndpoint());
        check("authorization_endpoint", configuration.endpoints().authorization());
        check("token_endpoint", configuration.endpoints().token());
        check("jwks_uri", configuration.endpoints().jwks());
        if (configuration.issuer().length() > 255) {
            throw new RegistrationFault(Kind.ADDRESS, "issuer");
        }
    }

    private void check(String name, String address) {
        if (!addresses.allows(address)) {
            throw new RegistrationFault(Kind.ADDRESS, name);
        }
    }

    private static void checkIssuer(String configurationHost, String issuerHost) {
        if (!IssuerHosts.mayName(configurationHost, issuerHost)) {
            throw new RegistrationFault(Kind.ISSUER, configurationHost, issuerHost);
        }
    }

    private Answer send(Request request) {
        try {
            return http.send(request);
        } catch (GuardedHttp.Failed e) {
            throw new RegistrationFault(Kind.NOT_REACHED, e.kind());
        }
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    private static Map<String, String> headers(@Nullable String token) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Accept", TYPE);
        if (token != null) {
            headers.put("Authorization", "Bearer " + token);
        }
        return headers;
    }
}
