package org.peercoach.demo.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peercoach.fixture.TestKeys;

class TokenEndpointTests {

    private final FakeTool tool = new FakeTool();

    @Test
    void grantWhenAssertionIsGoodThenTokenOpensTheGradebook() {
        ServiceAnswer answer = grant(tool.signed(tool.assertion()));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(Json.object(answer.text()))
                .containsEntry("token_type", "Bearer")
                .containsEntry("expires_in", 3600);
        assertThat(tool.get("/services/2/lineitems", Map.of(), GradebookService.LINE_ITEMS)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "aud, https://elsewhere.example, invalid_client",
        "sub, somebody-else, invalid_client",
        "iss, nobody, invalid_client",
    })
    void grantWhenClaimIsWrongThenRefused(String claim, String value, String error) {
        Map<String, Object> claims = tool.assertion();
        claims.put(claim, value);
        assertRefused(tool.signed(claims), error);
    }

    @ParameterizedTest
    @CsvSource({"iat, 5, Cannot handle token with iat prior to", "exp, 0, Expired token", "exp, 4000, Expired token"})
    void grantWhenTimeIsWrongThenRefused(String claim, long seconds, String error) {
        Map<String, Object> claims = tool.assertion();
        claims.put(claim, tool.clock.instant().getEpochSecond() + seconds);
        assertRefused(tool.signed(claims), error);
    }

    @Test
    void grantWhenAssertionIsUsedTwiceThenRefused() {
        String assertion = tool.signed(tool.assertion());
        assertThat(grant(assertion).status()).isEqualTo(200);
        assertRefused(assertion, "jti");
    }

    @Test
    void grantWhenKeyIsAStrangersThenRefused() {
        String keyId = tool.published.getKeyID();
        assertRefused(FakeTool.signed(TestKeys.stranger(), keyId, tool.assertion()), "Signature verification failed");
        assertRefused(FakeTool.signed(tool.published, null, tool.assertion()), "kid must be provided");
        assertRefused(FakeTool.signed(tool.published, "nope", tool.assertion()), "unable to lookup correct key");
        assertRefused("no-token-at-all", "invalid_request");
    }

    @ParameterizedTest
    @CsvSource({
        "scope, https://example.org/nope, invalid_scope",
        "scope, '', invalid_request",
        "grant_type, password, unsupported_grant_type",
        "client_assertion_type, other, invalid_request",
    })
    void grantWhenFormIsWrongThenRefused(String field, String value, String error) {
        Map<String, String> form = tool.tokenForm(tool.signed(tool.assertion()));
        form.put(field, value);
        ServiceAnswer answer = tool.platform.tokens().grant(form);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains(error);
    }

    @Test
    void grantWhenSomeScopesAreUnknownThenTheOthersAreGranted() {
        Map<String, String> form = tool.tokenForm(tool.signed(tool.assertion()));
        form.put("scope", Scopes.SCORE + " https://example.org/nope");
        assertThat(Json.object(tool.platform.tokens().grant(form).text())).containsEntry("scope", Scopes.SCORE);
    }

    @Test
    void grantWhenMoodleThenCalledHtmlAndOnceNotEvenJson() {
        assertThat(grant(tool.signed(tool.assertion())).contentType()).isEqualTo("text/html; charset=utf-8");
        ServiceAnswer refused = grant(FakeTool.signed(tool.published, "nope", tool.assertion()));
        assertThat(Json.object(refused.text())).isEmpty();
    }

    @Test
    void grantWhenCanvasThenJson() {
        tool.like("canvas");
        assertThat(grant(tool.signed(tool.assertion())).contentType()).startsWith("application/json");
        ServiceAnswer refused = grant("no-token-at-all");
        assertThat(Json.object(refused.text())).containsKeys("error", "error_description");
    }

    @Test
    void grantWhenToolRotatesItsKeyThenReadAgainOnce() {
        grant(tool.signed(tool.assertion()));
        grant(tool.signed(tool.assertion()));
        assertThat(tool.platform.counters().of("toolJwksFetches")).isEqualTo(1);
        RSAKey next = TestKeys.rotated();
        tool.published = next;
        assertThat(grant(tool.signed(tool.assertion())).status()).isEqualTo(200);
        assertThat(tool.platform.counters().of("toolJwksFetches")).isEqualTo(2);
    }

    @Test
    void serviceWhenTokenIsMissingOldOrLacksTheScopeThenRefused() {
        Map<String, String> form = tool.tokenForm(tool.signed(tool.assertion()));
        form.put("scope", Scopes.SCORE);
        String narrow = String.valueOf(
                Json.object(tool.platform.tokens().grant(form).text()).get("access_token"));
        assertThat(list(null)).isEqualTo(401);
        assertThat(list("Bearer " + narrow)).isEqualTo(401);
        String token = "Bearer " + tool.accessToken();
        assertThat(list(token)).isEqualTo(200);
        tool.clock.advance(AccessTokens.LIFE);
        assertThat(list(token)).isEqualTo(401);
    }

    @Test
    void grantWhenServicesAreOffThenNoScope() {
        tool.platform.turn(Map.of("services", "off"));
        assertRefused(tool.signed(tool.assertion()), "invalid_scope");
    }

    private int list(@org.jspecify.annotations.Nullable String authorization) {
        String path = "/services/2/lineitems";
        return tool.platform
                .service(new ServiceCall(
                        "GET", path, path, Map.of(), GradebookService.LINE_ITEMS, null, authorization, ""))
                .status();
    }

    private void assertRefused(String assertion, String error) {
        ServiceAnswer answer = grant(assertion);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains(error);
    }

    private ServiceAnswer grant(String assertion) {
        return tool.platform.tokens().grant(tool.tokenForm(assertion));
    }
}
