package org.peercoach.demo.platform;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peercoach.fixture.MovableClock;
import org.peercoach.fixture.TestKeys;

/** A platform with a clock that stands still, and the tool's side of its conversations. */
final class FakeTool {

    static final String LMS = "http://127.0.0.1:8090";
    static final String TOOL = "http://localhost:8080";
    static final Instant START = Instant.parse("2026-11-23T15:00:00.400Z");
    static final String MARY = "4";
    static final String RUTH = "3";
    static final String HELEN = "9";

    final MovableClock clock = new MovableClock(START);
    final DemoPlatform platform;
    RSAKey published = TestKeys.platform();

    FakeTool() {
        this(DemoStore.inMemory());
    }

    FakeTool(DemoStore store) {
        this.platform = new DemoPlatform(new DemoPlatform.Setup(LMS, TOOL, store, clock, address -> jwks()));
    }

    FakeTool like(String manner) {
        platform.turn(Map.of("manner", manner));
        return this;
    }

    private String jwks() {
        return new JWKSet(published.toPublicJWK()).toString();
    }

    /** The claims of a good client assertion. */
    Map<String, Object> assertion() {
        long now = clock.instant().getEpochSecond();
        return Json.members(
                "iss",
                ToolRegistration.BUILT_IN,
                "sub",
                ToolRegistration.BUILT_IN,
                "aud",
                LMS + "/token",
                "iat",
                now - 5,
                "exp",
                now + 60,
                "jti",
                UUID.randomUUID().toString());
    }

    static String signed(RSAKey key, @Nullable String keyId, Map<String, Object> claims) {
        try {
            JWSObject token = new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(), new Payload(Json.write(claims)));
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String signed(Map<String, Object> claims) {
        return signed(published, published.getKeyID(), claims);
    }

    Map<String, String> tokenForm(String assertion) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        form.put("client_assertion", assertion);
        form.put("scope", String.join(" ", Scopes.ALL));
        return form;
    }

    String accessToken() {
        ServiceAnswer answer = platform.tokens().grant(tokenForm(signed(assertion())));
        return String.valueOf(Json.object(answer.text()).get("access_token"));
    }

    ServiceAnswer get(String path, Map<String, String> query, String accept) {
        return platform.service(call("GET", path, query, accept, null, ""));
    }

    ServiceAnswer send(String method, String path, String type, Map<String, Object> body) {
        return platform.service(call(method, path, Map.of(), null, type, Json.write(body)));
    }

    ServiceCall call(
            String method,
            String path,
            Map<String, String> query,
            @Nullable String accept,
            @Nullable String contentType,
            String body) {
        return new ServiceCall(method, path, path, query, accept, contentType, "Bearer " + accessToken(), body);
    }

    /** A score of Mary's with the time of now. */
    Map<String, Object> score(double given, double maximum) {
        return Json.members(
                "userId",
                MARY,
                "timestamp",
                clock.instant().toString(),
                "scoreGiven",
                given,
                "scoreMaximum",
                maximum,
                "activityProgress",
                "InProgress",
                "gradingProgress",
                "FullyGraded");
    }

    ServiceAnswer post(String columnId, Map<String, Object> score) {
        return send("POST", "/services/2/lineitems/" + columnId + "/scores", GradebookService.SCORE, score);
    }

    @Nullable
    Double points(String columnId) {
        Column column = platform.world().column(columnId).orElseThrow();
        Person mary = platform.world().person(MARY).orElseThrow();
        return platform.world().grade(column, mary).map(Grade::points).orElse(null);
    }

    /** A column that the tool made itself. */
    String newColumn(String label) {
        ServiceAnswer made = send(
                "POST",
                "/services/2/lineitems",
                GradebookService.LINE_ITEM,
                Json.members("label", label, "scoreMaximum", 25, "resourceId", label, "tag", "peer-coaching"));
        String id = String.valueOf(Json.object(made.text()).get("id"));
        return List.of(id.split("/", -1)).get(6).replaceFirst("\\?.*", "");
    }

    /** The authentication request that answers a login initiation as it should. */
    static Map<String, String> request(Launches.Start start) {
        Map<String, String> request = new LinkedHashMap<>();
        request.put("scope", "openid");
        request.put("response_type", "id_token");
        request.put("response_mode", "form_post");
        request.put("prompt", "none");
        request.put("client_id", start.fields().get("client_id"));
        request.put("redirect_uri", TOOL + "/lti/launch");
        request.put("login_hint", start.fields().get("login_hint"));
        request.put("lti_message_hint", start.fields().get("lti_message_hint"));
        request.put("state", "state-1");
        request.put("nonce", "nonce-1");
        return request;
    }

    /** The claims of a launch, after its signature was checked. */
    Map<String, Object> launch(Order order) {
        Launches.Start start = platform.launches().begin(order);
        AuthAnswer answer = platform.launches().authorize(request(start), order.personId());
        if (answer instanceof AuthAnswer.FormPost post) {
            String token = String.valueOf(post.fields().get("id_token"));
            return Verified.claims(token, platform.jwks());
        }
        throw new AssertionError(answer.toString());
    }
}
