package org.peercoach.demo.platform;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Client credentials for a signed assertion (1EdTech Security Framework 1.0, 4.1). */
public final class TokenEndpoint {

    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final Parts parts;
    private final ToolSignature signatures;
    private final AccessTokens tokens;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    TokenEndpoint(Parts parts, ToolSignature signatures, AccessTokens tokens) {
        this.parts = parts;
        this.signatures = signatures;
        this.tokens = tokens;
    }

    /** Answers a token request; the form is empty when the body was none. */
    public ServiceAnswer grant(Map<String, String> form) {
        parts.counters().count("tokenRequests");
        try {
            List<String> scopes = granted(form);
            parts.counters().count("tokensGranted");
            return answer(
                    200,
                    Json.members(
                            "access_token", tokens.grant(scopes),
                            "token_type", "Bearer",
                            "expires_in", AccessTokens.LIFE.toSeconds(),
                            "scope", String.join(" ", scopes)));
        } catch (Refusal e) {
            parts.counters().count("tokensRefused");
            return e.answer();
        }
    }

    private List<String> granted(Map<String, String> form) {
        String grantType = form.getOrDefault("grant_type", "");
        String wanted = form.getOrDefault("scope", "");
        require(!grantType.isEmpty() && !wanted.isBlank(), "invalid_request");
        require(grantType.equals("client_credentials"), "unsupported_grant_type");
        require(ASSERTION_TYPE.equals(form.get("client_assertion_type")), "invalid_request");
        ToolSignature.Checked checked = signatures.check(form.getOrDefault("client_assertion", ""));
        ToolRegistration tool = checked.tool();
        if (checked.fault() != null || tool == null) {
            throw refusal(
                    checked.fault() == null ? "invalid_client" : checked.fault().words());
        }
        checkClaims(checked.claims());
        boolean off = parts.switches().services() == Switches.Services.OFF;
        List<String> scopes = Arrays.stream(wanted.split(" "))
                .filter(one -> !off && tool.scopes().contains(one))
                .toList();
        require(!scopes.isEmpty(), "invalid_scope");
        return scopes;
    }

    /** Audience and jti Moodle lets pass; we do not, for others refuse them. */
    private void checkClaims(Map<String, Object> claims) {
        long now = parts.clock().instant().getEpochSecond();
        long issued = seconds(claims, "iat", Long.MAX_VALUE);
        long expires = seconds(claims, "exp", 0);
        require(claims.get("iss") instanceof String issuer && issuer.equals(claims.get("sub")), "invalid_client");
        require(expires > now, "Expired token");
        require(issued <= now, "Cannot handle token with iat prior to " + Instant.ofEpochSecond(now));
        require(expires - issued <= 3600, "Expired token");
        require(audience(claims).contains(parts.endpoints().token()), "invalid_client");
        String id = Json.text(claims, "jti");
        require(id != null && seen.add(claims.get("iss") + " " + id), "jti missing or used before");
    }

    private static long seconds(Map<String, Object> claims, String claim, long otherwise) {
        Double value = Json.number(claims, claim);
        return value == null ? otherwise : value.longValue();
    }

    private static List<String> audience(Map<String, Object> claims) {
        return claims.get("aud") instanceof String one ? List.of(one) : Json.strings(claims.get("aud"));
    }

    private void require(boolean good, String error) {
        if (!good) {
            throw refusal(error);
        }
    }

    /** Moodle's one error with quotes inside quotes is not even JSON; a tool must bear that. */
    private Refusal refusal(String error) {
        if (parts.switches().moodle()) {
            return new Refusal(answer(400, "{\r\n  \"error\" : \"" + error + "\"\r\n}"));
        }
        String code = error.matches("[a-z_]+") ? error : "invalid_client";
        return new Refusal(answer(400, Json.members("error", code, "error_description", error)));
    }

    /** Moodle calls its JSON text/html, also when all went well. */
    private ServiceAnswer answer(int status, Object body) {
        String type = parts.switches().moodle() ? "text/html; charset=utf-8" : ServiceAnswer.JSON;
        return ServiceAnswer.of(status, type, body).with("Cache-Control", "no-store");
    }
}
