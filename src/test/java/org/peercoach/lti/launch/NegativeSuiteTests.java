package org.peercoach.lti.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.HttpLaunch;
import org.peercoach.fixture.TestKeys;
import org.peercoach.fixture.TestLaunches;
import org.peercoach.fixture.TestPlatform;
import org.peercoach.fixture.TestTokens;

/** Our own negative suite (list 2.4), as far as a payload alone cannot show it: signatures, keys and sizes. */
@ApplicationTest
class NegativeSuiteTests extends PlatformAndBrowser {

    HttpLaunch.Answer login;

    @BeforeEach
    void begin() {
        login = browser.login();
    }

    @Test
    @DisplayName("LTI-T6: unsigned")
    void launchWhenAlgIsNoneThenRefused() {
        String unsigned = TestTokens.unsigned(Map.of("alg", "none", "kid", "platform-key"), payload());
        ends("alg none", "LAUNCH-ALGORITHM", launch(unsigned + "."));
        ends(
                "alg none without kid",
                "LAUNCH-ALGORITHM",
                launch(TestTokens.unsigned(Map.of("alg", "none"), payload()) + "."));
    }

    @Test
    @DisplayName("LTI-T6: HS256 with the public key as secret")
    void launchWhenHs256WithPublicKeyAsSecretThenRefused() throws JOSEException {
        String input = TestTokens.unsigned(Map.of("alg", "HS256", "kid", "platform-key"), payload());
        byte[] secret = TestKeys.platform().toRSAPublicKey().getEncoded();
        Base64URL signature = new MACSigner(secret).sign(new JWSHeader(JWSAlgorithm.HS256), bytes(input));
        ends("HS256 with the public key as secret", "LAUNCH-ALGORITHM", launch(input + "." + signature));
    }

    @Test
    @DisplayName("LTI-T6: RS384 and PS256")
    void launchWhenAnotherRsaAlgorithmThenRefused() throws JOSEException {
        for (JWSAlgorithm algorithm : new JWSAlgorithm[] {JWSAlgorithm.RS384, JWSAlgorithm.PS256}) {
            String input = TestTokens.unsigned(Map.of("alg", algorithm.getName(), "kid", "platform-key"), payload());
            Base64URL signature = new RSASSASigner(TestKeys.platform()).sign(new JWSHeader(algorithm), bytes(input));
            ends(algorithm.getName(), "LAUNCH-ALGORITHM", launch(input + "." + signature));
        }
    }

    @Test
    @DisplayName("LTI-T6: ES256")
    void launchWhenEs256ThenRefused() throws JOSEException {
        String input = TestTokens.unsigned(Map.of("alg", "ES256", "kid", "platform-key"), payload());
        Base64URL signature = new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate())
                .sign(new JWSHeader(JWSAlgorithm.ES256), bytes(input));
        ends("ES256", "LAUNCH-ALGORITHM", launch(input + "." + signature));
    }

    @Test
    @DisplayName("LTI-T6: keys and addresses in the header are ignored")
    void launchWhenHeaderPointsToAnAttackersKeyThenRefused() {
        RSAKey attacker = TestKeys.stranger();
        Map<String, Object> header = Map.of(
                "alg",
                "RS256",
                "kid",
                attacker.getKeyID(),
                "jku",
                platform.issuer() + "/attacker/jwks",
                "x5u",
                "https://evil.example/cert",
                "jwk",
                attacker.toPublicJWK().toJSONObject());
        int before = platform.keyRequests();
        ends("jku, x5u and jwk of an attacker", "LAUNCH-KEY", launch(TestTokens.signed(header, payload(), attacker)));
        assertThat(platform.keyRequests() - before).isLessThanOrEqualTo(2);
    }

    @Test
    @DisplayName("LTI-T3: a right signature whose header names no key")
    void launchWhenKeyIsNotNamedThenRefused() {
        for (Map<String, Object> header :
                List.<Map<String, Object>>of(Map.of("alg", "RS256"), Map.of("alg", "RS256", "kid", ""))) {
            ends("RS256 without kid", "LAUNCH-KEY", launch(TestTokens.signed(header, payload(), TestKeys.platform())));
        }
    }

    @Test
    @DisplayName("LTI-T7: a changed body, a changed signature, none")
    void launchWhenBodyIsTamperedThenRefused() {
        String[] parts = token().split("\\.", -1);
        String other =
                Base64URL.encode(payload().replace("Learner", "Instructor")).toString();
        ends("tampered body", "LAUNCH-SIGNATURE", launch(parts[0] + "." + other + "." + parts[2]));
        ends(
                "tampered signature",
                "LAUNCH-SIGNATURE",
                launch(parts[0] + "." + parts[1] + "." + "AAAA" + parts[2].substring(4)));
        ends("empty signature", "LAUNCH-SIGNATURE", launch(parts[0] + "." + parts[1] + "."));
    }

    @Test
    @DisplayName("LTI-T7: signed by another key of the same name")
    void launchWhenRightKidAndWrongKeyThenRefused() {
        RSAKey wrong =
                TestKeys.calledLike(TestKeys.stranger(), TestKeys.platform().getKeyID());
        ends("right kid, wrong key", "LAUNCH-SIGNATURE", launch(browser.token(login, mary(), wrong)));
    }

    @Test
    void launchWhenKeysWereRotatedThenOpens() {
        assertThat(launch(token()).status()).isEqualTo(303);
        platform.rotateTo(TestKeys.rotated());
        HttpLaunch.Answer answer = browser.open(mary());
        LaunchCases.note(
                "2.4", "keys rotated between two launches", "opens", answer.status() == 303 ? "opens" : answer.code());
        assertThat(answer.status()).isEqualTo(303);
        login = browser.login();
        ends(
                "token signed with the key that was rotated away",
                "LAUNCH-KEY",
                launch(browser.token(login, mary(), TestKeys.platform())));
    }

    @Test
    void launchWhenManyUnknownKidsThenFewFetches() {
        for (int i = 0; i < 20; i++) {
            RSAKey unknown = TestKeys.calledLike(TestKeys.stranger(), "unknown-" + i);
            assertThat(launch(browser.token(login, mary(), unknown)).code()).isEqualTo("LAUNCH-KEY");
        }
        LaunchCases.note(
                "2.4", "20 unknown kids fetch keys at most 3 times", "true", "" + (platform.keyRequests() <= 3));
        assertThat(platform.keyRequests()).isLessThanOrEqualTo(3);
    }

    @Test
    void launchWhenKeySetCannotBeHadThenSaysSo() {
        keysAnswer("JWKS 404", 404, Map.of(), "");
        keysAnswer("JWKS is a page", 200, Map.of("Content-Type", "text/html"), "<html>Sign in</html>");
        keysAnswer("JWKS of 10 MB", 200, Map.of(), "{\"keys\":[" + " ".repeat(10 * 1024 * 1024) + "]}");
        keysAnswer(
                "JWKS redirects to loopback",
                302,
                Map.of("Location", TestPlatform.registered(jdbc).issuer() + "/jwks"),
                "");
    }

    @Test
    void launchWhenTokenIsNoJwtThenRefused() {
        ends("id_token that is no JWT", "LAUNCH-UNREADABLE", launch("nonsense"));
        ends("id_token with two parts", "LAUNCH-UNREADABLE", launch("a.b"));
        ends("id_token with four parts", "LAUNCH-UNREADABLE", launch(token() + ".x"));
        ends("id_token whose header is no JSON", "LAUNCH-UNREADABLE", launch("!!.e30.AA"));
        ends("id_token encrypted (JWE)", "LAUNCH-UNREADABLE", launch("e30.e30.e30.e30.e30"));
    }

    @Test
    void launchWhenTokenIsTooLongThenRefused() {
        String token = browser.token(login, mary().with("padding", "x".repeat(70 * 1024)));
        ends("70 KiB token", "LAUNCH-TOO-LARGE", launch(token));
        ends("400 KiB body", "LAUNCH-TOO-LARGE", launch("x".repeat(400 * 1024)));
        ends("2 MiB body", "LAUNCH-TOO-LARGE", launch("x".repeat(2 * 1024 * 1024)));
    }

    @Test
    void launchWhenBodyHidesItsLengthThenRefused() throws Exception {
        byte[] body = ("id_token=" + "x".repeat(2 * 1024 * 1024)).getBytes(StandardCharsets.US_ASCII);
        assertThat(raw("/lti/launch", body)).contains("LAUNCH-TOO-LARGE");
        assertThat(raw("/lti/login", body)).contains("LOGIN-INCOMPLETE");
    }

    @Test
    void launchWhenFormIsBadlyEncodedThenRefusedOnAPage() throws Exception {
        assertThat(raw("/lti/launch", "id_token=%zz&state=%".getBytes(StandardCharsets.US_ASCII)))
                .containsAnyOf("LAUNCH-TOO-LARGE", "LAUNCH-STATE");
        assertThat(raw("/lti/login", "iss=%zz".getBytes(StandardCharsets.US_ASCII)))
                .contains("LOGIN-INCOMPLETE");
    }

    /** Posts a form in chunks, so that its length is not known beforehand. */
    private String raw(String path, byte[] body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.url(path)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private void keysAnswer(String title, int status, Map<String, String> headers, String body) {
        TestPlatform other = TestPlatform.registered(jdbc);
        other.answersForKeys(new TestPlatform.KeyAnswer(status, headers, body));
        HttpLaunch.Answer answer = HttpLaunch.of(settings, other).open(mary());
        LaunchCases.note("2.4", title, "LMS-KEYS", answer.code());
        assertThat(answer.code()).as(title).isEqualTo("LMS-KEYS");
        assertThat(answer.status()).isEqualTo(503);
    }

    private void ends(String title, String expected, HttpLaunch.Answer answer) {
        LaunchCases.note("2.4", title, expected, answer.code());
        assertThat(answer.code()).as(title).isEqualTo(expected);
        assertThat(answer.status()).isBetween(400, 499);
    }

    private HttpLaunch.Answer launch(String token) {
        return browser.post("/lti/launch", Map.of("state", HttpLaunch.state(login), "id_token", token));
    }

    private String token() {
        return browser.token(login, mary());
    }

    private String payload() {
        return TestTokens.json(browser.claims(login, mary()));
    }

    private static TestLaunches mary() {
        return TestLaunches.learner("mary");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
