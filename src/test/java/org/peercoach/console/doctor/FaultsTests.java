package org.peercoach.console.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
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
import org.peercoach.shared.Seals;
import org.springframework.beans.factory.annotation.Autowired;

/** Faults of launches, seeded one after another: the launch doctor names each cause, and who mends it. */
@ApplicationTest
class FaultsTests extends PlatformAndClinic {

    private static final String LMS = "The LMS administrator";
    private static final String US = "You, the administrator";
    private static final String USER = "The person who clicked";

    @Autowired
    Seals seals;

    private HttpLaunch browser;

    @BeforeEach
    void begin() {
        browser = HttpLaunch.of(settings, platform);
    }

    @Test
    @DisplayName("Fault 1: the LMS's clock is five minutes ahead")
    void clockWhenFiveMinutesAheadThenNamed() {
        HttpLaunch.Answer refused = madeAt(Instant.now().plusSeconds(300));
        names(refused, "The clock of the LMS is ahead", "Clocks that differ by 60 s at most", LMS);
        assertThat(clinic.about(refused)).containsPattern("The LMS is (299|300) s ahead");
    }

    @Test
    @DisplayName("Fault 1: the LMS's clock is five minutes behind; told from a link that is merely old")
    void clockWhenFiveMinutesBehindThenNamed() {
        HttpLaunch.Answer refused = madeAt(Instant.now().minusSeconds(300));
        names(refused, "The clock of the LMS is behind", "Clocks that differ by 60 s at most", LMS);
        assertThat(clinic.about(refused)).containsPattern("The LMS is at least 30[01] s behind");
        HttpLaunch.Answer old = open(TestLaunches.learner("mary")
                .with("exp", Instant.now().minusSeconds(90).getEpochSecond()));
        names(old, "The message was too old", "At most 60 s past its time", USER);
    }

    @Test
    @DisplayName("Fault 2: wrong client id")
    void clientIdWhenWrongThenNamed() {
        HttpLaunch.Answer refused = browser.login(Map.of("client_id", "another-client"));
        names(refused, "Wrong client ID", "another-client", LMS);
        assertThat(clinic.about(refused)).contains(platform.issuer() + " · " + platform.clientId());
    }

    @Test
    @DisplayName("Fault 3: unknown deployment")
    void deploymentWhenUnknownThenNamed() {
        open(TestLaunches.learner("mary"));
        HttpLaunch.Answer refused = open(TestLaunches.learner("mary").lti("deployment_id", "new-place"));
        names(refused, "New place, not yet approved", "Deployment new-place, not approved", US);
    }

    @Test
    @DisplayName("Fault 4: key rotated without overlap")
    void keyWhenRotatedWithoutOverlapThenNamed() {
        open(TestLaunches.learner("mary"));
        HttpLaunch.Answer login = browser.login();
        String token = browser.token(login, TestLaunches.learner("mary"), TestKeys.rotated());
        names(post(login, token), "signs with a key that it does not publish", "Key ID rotated-key", LMS);
    }

    @Test
    @DisplayName("Fault 6: the key set address answers with a page (HTML)")
    void keySetWhenHtmlThenNamed() {
        platform.answersForKeys(
                new TestPlatform.KeyAnswer(200, Map.of("Content-Type", "text/html"), "<!doctype html>"));
        names(open(TestLaunches.learner("mary")), "public keys of the LMS could not be had", "a web page (HTML)", LMS);
    }

    @Test
    @DisplayName("Fault 8: cookies refused")
    void cookiesWhenRefusedThenNamed() {
        HttpLaunch.Answer login = browser.login();
        String token = browser.token(login, TestLaunches.learner("mary"), platform.signer());
        browser.cookies().clear();
        names(post(login, token), "The browser refused our cookie", "Neither", USER);
    }

    @Test
    @DisplayName("Fault 9: target_link_uri of another host")
    void targetWhenOfAnotherHostThenNamed() {
        HttpLaunch.Answer refused = open(
                TestLaunches.learner("mary").lti("target_link_uri", "https://elsewhere.example/lti/launch?secret=1"));
        names(refused, "The link leads to another address", "https://elsewhere.example/lti/launch<", LMS);
        assertThat(clinic.about(refused)).contains(settings.url("/lti/launch")).doesNotContain("secret=1");
    }

    @Test
    @DisplayName("Fault 10: no role rule fits the person, who may only look on")
    void rolesWhenTheySayNothingThenNamed() {
        String role = "http://purl.imsglobal.org/vocab/lis/v2/institution/person#Guest";
        assertThat(open(TestLaunches.learner("mary").lti("roles", List.of(role)))
                        .status())
                .isEqualTo(303);
        String list = clinic.page("/launches");
        assertThat(list).contains("No role rule fits this person", "may only look on", US);
        assertThat(clinic.page(list.replaceAll("(?s).*?href=\"/d/\\d+(/launches/\\d+)\".*", "$1")))
                .contains("Roles sent: institution Guest", "became an observer");
    }

    @Test
    @DisplayName("Fault 11: the key set address's host cannot be reached")
    void keySetWhenHostIsUnreachableThenNamed() {
        jdbc.sql("update lti_registration set jwks_uri = 'https://no-such-host.invalid/jwks' where id = ?")
                .param(platform.registrationId(jdbc))
                .update();
        names(
                open(TestLaunches.learner("mary")),
                "public keys of the LMS could not be had",
                "Its name is not known",
                LMS);
    }

    @Test
    @DisplayName("Fault 12: the token names no key")
    void kidWhenMissingThenNamed() {
        HttpLaunch.Answer login = browser.login();
        String claims = TestTokens.json(browser.claims(login, TestLaunches.learner("mary")));
        String token = TestTokens.signed(Map.of("alg", "RS256"), claims, platform.signer());
        names(post(login, token), "The token does not name its key", "A key ID (kid) in the header", LMS);
    }

    @Test
    @DisplayName("Fault 13: a nonce that was used before")
    void nonceWhenReplayedThenNamed() {
        HttpLaunch.Answer login = browser.login();
        Map<String, String> cookies = new LinkedHashMap<>(browser.cookies());
        String token = browser.token(login, TestLaunches.learner("mary"), platform.signer());
        assertThat(post(login, token).status()).isEqualTo(303);
        browser.cookies().putAll(cookies);
        names(post(login, token), "The link was used before", "A nonce that was not used", USER);
    }

    @Test
    @DisplayName("Fault 14: the state of the login has expired")
    void stateWhenExpiredThenNamed() {
        HttpLaunch.Answer login = browser.login();
        String token = browser.token(login, TestLaunches.learner("mary"), platform.signer());
        String state = older(HttpLaunch.state(login), Duration.ofMinutes(14));
        HttpLaunch.Answer refused = browser.post("/lti/launch", Map.of("state", state, "id_token", token));
        names(refused, "The login took too long", "An answer within 600 s", USER);
    }

    @Test
    @DisplayName("Fault 15: wrong version, wrong message type")
    void messageWhenOfAnotherVersionOrTypeThenNamed() {
        names(open(TestLaunches.learner("mary").lti("version", "1.1")), "Wrong version of LTI", "1.3.0", LMS);
        names(
                open(TestLaunches.learner("mary").lti("message_type", "basic-lti-launch-request")),
                "Wrong message type",
                "basic-lti-launch-request",
                LMS);
    }

    private void names(HttpLaunch.Answer refused, String cause, String compared, String who) {
        assertThat(withoutTicket(clinic.about(refused)))
                .contains(Clinic.reference(refused), cause, compared, who)
                .doesNotContain("mary.ellis", "Mary Ellis", "eyJ", "session=secret");
    }

    /** Every page offers a new tab; the sealed ticket for it is the reader's own. */
    private static String withoutTicket(String page) {
        return page.replaceFirst("name=\"ticket\" value=\"[^\"]+\"", "");
    }

    private HttpLaunch.Answer open(TestLaunches launch) {
        return browser.open(launch);
    }

    private HttpLaunch.Answer madeAt(Instant made) {
        TestLaunches launch = TestLaunches.learner("mary");
        TestLaunches.times(made).forEach(launch::with);
        return open(launch);
    }

    private HttpLaunch.Answer post(HttpLaunch.Answer login, String token) {
        return browser.post("/lti/launch", Map.of("state", HttpLaunch.state(login), "id_token", token));
    }

    /** The same state, made earlier, in a browser that holds its secret. */
    private String older(String state, Duration ago) {
        String text = seals.open("lti state", state).orElseThrow();
        long now = Instant.now().getEpochSecond();
        String old = text;
        for (long second = now - 30; second <= now; second++) {
            old = old.replace("10:" + second, "10:" + (second - ago.toSeconds()));
        }
        assertThat(old).isNotEqualTo(text);
        String sealed = seals.seal("lti state", old, Duration.ofDays(1));
        String secret = String.valueOf(browser.cookies().get("__Host-pc-launch-" + hash(state)));
        browser.cookies().put("__Host-pc-launch-" + hash(sealed), secret);
        return sealed;
    }

    private static String hash(String state) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(state.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 16);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
