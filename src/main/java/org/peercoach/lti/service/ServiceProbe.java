package org.peercoach.lti.service;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.PlatformFault;
import org.peercoach.lti.registration.Registration;
import org.peercoach.shared.GuardedHttp;
import tools.jackson.databind.JsonNode;

/**
 * Tries a platform's services for the connection doctor. Every outcome is a class (ruling 29): never a body, a header or
 * an address of the other side. Nothing is created or changed there.
 */
public class ServiceProbe {

    /** Needed to read a roster (Names and Role Provisioning Services 2.0, 3.6.1.1). */
    public static final String ROSTER_SCOPE =
            "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";

    private static final String ROSTER_TYPE = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";
    /** RFC 6749, 5.2: words of the standard, so they tell nothing of the other side. */
    private static final Set<String> ERRORS = Set.of(
            "invalid_request",
            "invalid_client",
            "invalid_grant",
            "unauthorized_client",
            "unsupported_grant_type",
            "invalid_scope");

    private final TokenRequests requests;
    private final AccessTokens tokens;
    private final GuardedHttp http;

    ServiceProbe(TokenRequests requests, AccessTokens tokens, GuardedHttp http) {
        this.requests = requests;
        this.tokens = tokens;
        this.http = http;
    }

    /**
     * How one try went.
     *
     * @param what {@code OK}, {@code STATUS}, {@code WRONG_TYPE}, or the name of a {@link GuardedHttp.FailureKind}
     * @param status HTTP status, or 0 without an answer
     * @param error a word of RFC 6749, 5.2, or null
     * @param count how many were found
     */
    public record Outcome(String what, int status, @Nullable String error, int count) {

        public boolean ok() {
            return what.equals("OK");
        }

        static Outcome ok(int status, int count) {
            return new Outcome("OK", status, null, count);
        }
    }

    /** A token and how it was had; the token itself stays inside. */
    public static final class Grant {
        private final Outcome outcome;
        private final @Nullable AccessToken token;

        private Grant(Outcome outcome, @Nullable AccessToken token) {
            this.outcome = outcome;
            this.token = token;
        }

        public Outcome outcome() {
            return outcome;
        }

        /** What the platform granted; empty without a token. */
        public Set<String> scopes() {
            return token == null ? Set.of() : token.scopes();
        }
    }

    /** Asks for a fresh token; those in use stay as they are, but once one is given, no refusal is believed any more. */
    public Grant token(Registration registration, Set<String> scopes) {
        try {
            GuardedHttp.Answer answer = requests.ask(registration, scopes);
            if (!answer.ok()) {
                return new Grant(new Outcome("STATUS", answer.status(), error(answer), 0), null);
            }
            AccessToken token = requests.read(answer, scopes);
            tokens.forgetRefusals(QueueNames.of(registration));
            return new Grant(Outcome.ok(answer.status(), 1), token);
        } catch (GuardedHttp.Failed failed) {
            return new Grant(new Outcome(failed.kind().name(), 0, null, 0), null);
        } catch (PlatformFault noToken) {
            return new Grant(new Outcome("WRONG_TYPE", noToken.status(), null, 0), null);
        }
    }

    /** Reads the first page of a course's roster and counts it. */
    public Outcome roster(Grant grant, String url) {
        return read(grant, url, ROSTER_TYPE, GuardedHttp.ROSTER_SIZE, "members");
    }

    /** Reads the first page of a course's columns and counts it. */
    public Outcome lineItems(Grant grant, String url) {
        return read(grant, url, MediaTypes.LINE_ITEMS, GuardedHttp.USUAL_SIZE, null);
    }

    private Outcome read(Grant grant, String url, String type, int size, @Nullable String within) {
        AccessToken token = grant.token;
        if (token == null) {
            throw new IllegalArgumentException("without a token nothing can be read");
        }
        Map<String, String> headers = new HashMap<>();
        headers.put("Authorization", "Bearer " + token.value());
        headers.put("Accept", type);
        try {
            GuardedHttp.Answer answer = http.send(new GuardedHttp.Request("GET", url, headers, null, size));
            return answer.ok() ? counted(answer, within) : new Outcome("STATUS", answer.status(), null, 0);
        } catch (GuardedHttp.Failed failed) {
            return new Outcome(failed.kind().name(), 0, null, 0);
        }
    }

    private static Outcome counted(GuardedHttp.Answer answer, @Nullable String within) {
        try {
            JsonNode node = Json.read(answer);
            JsonNode list = within == null ? node : node.path(within);
            return list.isArray()
                    ? Outcome.ok(answer.status(), list.size())
                    : new Outcome("WRONG_TYPE", answer.status(), null, 0);
        } catch (PlatformFault noJson) {
            return new Outcome("WRONG_TYPE", answer.status(), null, 0);
        }
    }

    private static @Nullable String error(GuardedHttp.Answer answer) {
        try {
            String word = Json.text(Json.read(answer), "error");
            return word != null && ERRORS.contains(word.toLowerCase(Locale.ROOT))
                    ? word.toLowerCase(Locale.ROOT)
                    : null;
        } catch (PlatformFault noJson) {
            return null;
        }
    }
}
