package org.peercoach.lti.service;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.PlatformFault;
import org.peercoach.lti.registration.Registration;
import org.peercoach.shared.GuardedHttp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** The request for an access token (1EdTech Security Framework 1.0, 4.1; LTI-A3). */
class TokenRequests {

    private static final Logger LOG = LoggerFactory.getLogger(TokenRequests.class);
    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final long USUAL_LIFE = 300;
    private static final Duration MARGIN = Duration.ofSeconds(60);

    private final GuardedHttp http;
    private final ClientAssertions assertions;
    private final Faults faults;
    private final Clock clock;

    TokenRequests(GuardedHttp http, ClientAssertions assertions, Faults faults, Clock clock) {
        this.http = http;
        this.assertions = assertions;
        this.faults = faults;
        this.clock = clock;
    }

    /** @throws PlatformFault if there is no answer, a refusal, or an answer without a token */
    AccessToken request(Registration registration, Set<String> scopes) {
        GuardedHttp.Answer answer;
        try {
            answer = ask(registration, scopes);
        } catch (GuardedHttp.Failed failed) {
            LOG.info("registration {}: no access token, {}", registration.id(), failed.kind());
            throw faults.of(failed);
        }
        if (!answer.ok()) {
            PlatformFault fault = faults.ofToken(answer);
            LOG.info("registration {}: no access token, status {}", registration.id(), answer.status());
            throw fault;
        }
        return read(answer, scopes);
    }

    /**
     * The platform's answer as it is.
     *
     * @throws GuardedHttp.Failed if there is none
     */
    GuardedHttp.Answer ask(Registration registration, Set<String> scopes) {
        String form = form(Map.of(
                "grant_type",
                "client_credentials",
                "client_assertion_type",
                ASSERTION_TYPE,
                "client_assertion",
                assertions.next(registration),
                "scope",
                String.join(" ", new TreeSet<>(scopes))));
        Map<String, String> headers =
                Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json");
        return http.send(GuardedHttp.Request.post(registration.tokenEndpoint(), headers, form));
    }

    /** Read as text: Moodle says text/html (MOODLE-3.1). */
    AccessToken read(GuardedHttp.Answer answer, Set<String> asked) {
        JsonNode node = Json.read(answer);
        String value = Json.text(node, "access_token");
        if (value == null) {
            throw new PlatformFault(PlatformFault.Kind.TRY_LATER, answer.status(), null);
        }
        Double told = Json.number(node, "expires_in");
        Duration life = Duration.ofSeconds(told == null ? USUAL_LIFE : Math.max(0, told.longValue()));
        Duration tenth = life.dividedBy(10);
        Instant now = clock.instant();
        Instant usableUntil = now.plus(life).minus(tenth.compareTo(MARGIN) < 0 ? tenth : MARGIN);
        return new AccessToken(value, granted(Json.text(node, "scope"), asked), usableUntil, now, false);
    }

    /** RFC 6749, 5.1: a platform that grants all that was asked may leave the scopes out. */
    private static Set<String> granted(@Nullable String scope, Set<String> asked) {
        return scope == null
                ? Set.copyOf(asked)
                : Pattern.compile("\\s+").splitAsStream(scope.strip()).collect(Collectors.toUnmodifiableSet());
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
