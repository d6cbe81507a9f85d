package org.peercoach.lti.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.HttpLaunch;
import org.peercoach.fixture.TestLaunches;

/** LTI-L1 to L10: a platform begins a login. */
@ApplicationTest
class LoginTests extends PlatformAndBrowser {

    @Test
    @DisplayName("LTI-L1, L10: GET and POST lead to the same authorization request, by a plain redirect")
    void loginWhenGetThenLikePost() {
        HttpLaunch.Answer post = browser.login();
        HttpLaunch.Answer get = browser.get("/lti/login?iss=" + encoded(platform.issuer()) + "&client_id="
                + platform.clientId() + "&login_hint=user-1&lti_message_hint=message-1&target_link_uri="
                + encoded(settings.url("/lti/launch")));
        assertThat(get.status()).isEqualTo(post.status()).isEqualTo(302);
        assertThat(withoutChance(get)).isEqualTo(withoutChance(post));
        assertThat(browser.launch(get, TestLaunches.learner("mary")).status()).isEqualTo(303);
    }

    @Test
    @DisplayName("LTI-L1: other methods are refused on a page")
    void loginWhenPutThenRefused() throws Exception {
        var request = java.net.http.HttpRequest.newBuilder(java.net.URI.create(settings.url("/lti/login")))
                .PUT(java.net.http.HttpRequest.BodyPublishers.noBody())
                .build();
        var answer = java.net.http.HttpClient.newHttpClient()
                .send(request, java.net.http.HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).contains("LAUNCH-DIRECT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "login_hint", "target_link_uri"})
    @DisplayName("LTI-L2: what is missing or blank is named on a page, without a redirect")
    void loginWhenSomethingNeededIsMissingThenNamed(String name) {
        HttpLaunch.Answer missing = browser.login(Map.of(name, ""));
        HttpLaunch.Answer blank = browser.login(Map.of(name, "  "));
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.code()).isEqualTo("LOGIN-INCOMPLETE");
        assertThat(missing.body()).contains(name + ".");
        assertThat(missing.header("Location")).isEmpty();
        assertThat(blank.code()).isEqualTo("LOGIN-INCOMPLETE");
    }

    @Test
    @DisplayName("LTI-L3: without client id, the only registration of the issuer is meant")
    void loginWhenNoClientIdAndOneRegistrationThenThatOne() {
        assertThat(browser.login(Map.of("client_id", "")).query()).containsEntry("client_id", platform.clientId());
    }

    @Test
    @DisplayName("LTI-L3: without client id, two registrations of one issuer are ambiguous")
    void loginWhenNoClientIdAndTwoRegistrationsThenAmbiguous() {
        registerAgain("another-client", platform.issuer() + "/auth");
        HttpLaunch.Answer answer = browser.login(Map.of("client_id", ""));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("LOGIN-AMBIGUOUS");
        assertThat(browser.login().query()).containsEntry("client_id", platform.clientId());
    }

    @Test
    @DisplayName("LTI-L3: Canvas's further parameters are ignored")
    void loginWhenUnknownParametersThenIgnored() {
        HttpLaunch.Answer login = browser.login(
                Map.of("deployment_id", "77:xyz", "canvas_region", "us-east-1", "canvas_environment", "prod"));
        assertThat(login.status()).isEqualTo(302);
        assertThat(browser.launch(login, TestLaunches.learner("mary")).status()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"cmid\":2,\"launchid\":\"ltilaunch1_1120105338\"}",
                "plus+and space and %20 and %",
                "üñí – 教 😀 \" ' & = # ? /",
                "eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.abc-_~."
            })
    @DisplayName("LTI-L4: hints go back byte for byte")
    void loginWhenHintsAreStrangeThenGivenBackExactly(String hint) {
        HttpLaunch.Answer login = browser.login(Map.of("login_hint", hint, "lti_message_hint", hint));
        assertThat(login.query()).containsEntry("login_hint", hint).containsEntry("lti_message_hint", hint);
        assertThat(login.header("Location")).matches("[!-~]+");
    }

    @Test
    @DisplayName("LTI-L4: the request says all that the security framework asks for, and no message hint of its own")
    void loginWhenNoMessageHintThenRequestWithoutOne() {
        Map<String, String> query =
                browser.login(Map.of("lti_message_hint", "")).query();
        assertThat(query)
                .containsEntry("scope", "openid")
                .containsEntry("response_type", "id_token")
                .containsEntry("response_mode", "form_post")
                .containsEntry("prompt", "none")
                .containsEntry("client_id", platform.clientId())
                .containsEntry("login_hint", "user-1")
                .containsKeys("state", "nonce")
                .doesNotContainKey("lti_message_hint");
    }

    @Test
    @DisplayName("LTI-L5: a query of the authorization endpoint stays as it is")
    void loginWhenEndpointHasQueryThenKept() {
        assertThat(browser.login().header("Location")).startsWith(platform.authorizationEndpoint() + "&scope=openid&");
    }

    @Test
    @DisplayName("LTI-L6: the redirect URI is ours, whatever the target says")
    void loginWhenTargetIsElsewhereThenRedirectUriStaysOurs() {
        assertThat(browser.login(Map.of("target_link_uri", "https://evil.example/"))
                        .query())
                .containsEntry("redirect_uri", settings.url("/lti/launch"));
    }

    @Test
    @DisplayName("LTI-L7: state and nonce are new each time, and long")
    void loginWhenTwiceThenNothingIsRepeated() {
        Map<String, String> first = browser.login().query();
        Map<String, String> second = browser.login().query();
        assertThat(first.get("state")).isNotEqualTo(second.get("state")).hasSizeGreaterThan(100);
        assertThat(first.get("nonce")).isNotEqualTo(second.get("nonce")).hasSizeGreaterThanOrEqualTo(32);
    }

    @Test
    @DisplayName("LTI-L7: several launches at once in one browser all work")
    void launchWhenSeveralAtOnceThenEachOpens() {
        HttpLaunch.Answer first = browser.login();
        HttpLaunch.Answer second = browser.login();
        HttpLaunch.Answer third = browser.login();
        assertThat(browser.launch(second, TestLaunches.learner("mary")).status())
                .isEqualTo(303);
        assertThat(browser.launch(first, TestLaunches.learner("mary")).status()).isEqualTo(303);
        assertThat(browser.launch(third, TestLaunches.learner("mary")).status()).isEqualTo(303);
    }

    @Test
    @DisplayName("Ruling 14: at most five secrets are kept, the oldest goes")
    void loginWhenSixthThenOldestSecretIsTakenAway() {
        HttpLaunch.Answer first = browser.login();
        for (int i = 0; i < 5; i++) {
            browser.login();
        }
        assertThat(browser.cookies().keySet().stream().filter(name -> name.startsWith("__Host-pc-launch-")))
                .hasSize(5);
        assertThat(browser.launch(first, TestLaunches.learner("mary")).code()).isEqualTo("LAUNCH-BROWSER");
    }

    @Test
    @DisplayName("LTI-C1: the secret's cookie is Secure, HttpOnly, SameSite=None, Partitioned, host-only, ten minutes")
    void loginWhenAnsweredThenCookieOfTheRightKind() {
        assertThat(browser.login().setCookies())
                .singleElement()
                .asString()
                .startsWith("__Host-pc-launch-")
                .contains("Secure", "HttpOnly", "SameSite=None", "Partitioned", "Path=/", "Max-Age=600")
                .doesNotContain("Domain");
    }

    @Test
    @DisplayName("LTI-L8: an unknown LMS is told what it said, and how to register; never redirected; logged")
    void loginWhenUnknownThenPageForAdministrators() {
        try (LaunchLog log = LaunchLog.open()) {
            HttpLaunch.Answer answer = browser.login(Map.of("client_id", "<script>nobody</script>"));
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.code()).isEqualTo("LMS-UNKNOWN");
            assertThat(answer.body())
                    .contains(platform.issuer(), "&lt;script&gt;nobody", "/lti/register")
                    .doesNotContain("<script>nobody");
            assertThat(answer.header("Content-Security-Policy")).endsWith("frame-ancestors *");
            assertThat(answer.setCookies()).isEmpty();
            assertThat(log.about("LMS-UNKNOWN")).singleElement().asString().contains("LTI-L8");
        }
    }

    @Test
    @DisplayName("LTI-L8: issuers are compared exactly")
    void loginWhenIssuerHasTrailingSlashThenUnknown() {
        assertThat(browser.login(Map.of("iss", platform.issuer() + "/")).code()).isEqualTo("LMS-UNKNOWN");
    }

    @Test
    @DisplayName("Nothing is stored at login: no row, and a second node could go on")
    void loginWhenDoneThenNoRow() {
        long before = rows();
        browser.login();
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    @DisplayName("Hints that fit no address are refused, not cut")
    void loginWhenHintsAreHugeThenRefused() {
        HttpLaunch.Answer answer = browser.login(Map.of("lti_message_hint", "x".repeat(9000)));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("LOGIN-INCOMPLETE");
    }

    @Test
    @DisplayName("Canvas's long hints pass")
    void loginWhenHintsAreLongThenGivenBack() {
        String hint = "eyJ0eXAi.".repeat(220);
        HttpLaunch.Answer login = browser.login(Map.of("lti_message_hint", hint));
        assertThat(login.query()).containsEntry("lti_message_hint", hint);
        assertThat(browser.launch(login, TestLaunches.learner("mary")).status()).isEqualTo(303);
    }

    private long rows() {
        return jdbc.sql("select count(*) from lti_used_nonce").query(Long.class).single();
    }

    private void registerAgain(String clientId, String endpoint) {
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        jdbc.sql("insert into lti_registration (issuer, client_id, name, authorization_endpoint, token_endpoint,"
                        + " jwks_uri, district_name, source, created_at, changed_at)"
                        + " values (?, ?, 'LMS', ?, ?, ?, ?, 'TEST', ?, ?)")
                .params(platform.issuer(), clientId, endpoint, endpoint, endpoint)
                .params(UUID.randomUUID().toString(), now, now)
                .update();
    }

    private static Map<String, String> withoutChance(HttpLaunch.Answer login) {
        return login.query().entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals("state")
                        && !parameter.getKey().equals("nonce"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
