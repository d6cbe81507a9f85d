package org.peercoach.lti.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.HttpLaunch;
import org.peercoach.fixture.TestLaunches;
import org.peercoach.shared.Seals;
import org.springframework.beans.factory.annotation.Autowired;

/** LTI-T1, T2, T12, C6, L7: a launch belongs to a login of ours, in this browser, and happens once. */
@ApplicationTest
class StateTests extends PlatformAndBrowser {

    @Autowired
    Seals seals;

    HttpLaunch.Answer login;

    @BeforeEach
    void begin() {
        login = browser.login();
    }

    @Test
    @DisplayName("LTI-T1: no state, or one that is not ours, is refused before any key is fetched")
    void launchWhenStateIsNotOursThenRefusedBeforeKeys() {
        ends("state missing", "LAUNCH-STATE", browser.post("/lti/launch", Map.of("id_token", token())));
        ends("state of somebody else", "LAUNCH-STATE", launch("made-up-state"));
        ends("state with a changed character", "LAUNCH-STATE", launch(changed(HttpLaunch.state(login))));
        ends("state of 60 KiB", "LAUNCH-STATE", launch("x".repeat(60 * 1024)));
        assertThat(platform.keyRequests()).isZero();
    }

    @Test
    @DisplayName("LTI-T1: a state sealed for another use does not open")
    void launchWhenStateIsSealedForAnotherUseThenRefused() {
        ends("state sealed for another use", "LAUNCH-STATE", launch(seals.seal("session", "x", Duration.ofHours(1))));
    }

    @Test
    @DisplayName("LTI-T1: a state older than ten minutes is refused, and the page says how old it is")
    void launchWhenStateIsOldThenExpired() {
        String state = stateMade(Duration.ofMinutes(14));
        HttpLaunch.Answer answer = launch(state);
        ends("state expired", "LAUNCH-EXPIRED", answer);
        assertThat(answer.body()).contains("14 minutes ago", "Nothing of yours is lost");
        assertThat(platform.keyRequests()).isZero();
    }

    @Test
    @DisplayName("LTI-C6, L7: another browser cannot use the state, and is offered a tab of its own")
    void launchWhenOtherBrowserThenNotOpened() {
        HttpLaunch other = HttpLaunch.of(settings, platform);
        HttpLaunch.Answer answer =
                other.post("/lti/launch", Map.of("state", HttpLaunch.state(login), "id_token", token()));
        ends("state in another browser", "LAUNCH-BROWSER", answer);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).contains("target=\"_blank\"", "/lti/login?pc_again=1");
        assertThat(platform.keyRequests()).isZero();
    }

    @Test
    @DisplayName("LTI-C6: a wrong secret in the right cookie is no proof")
    void launchWhenCookieIsWrongThenNotOpened() {
        browser.cookies().replaceAll((name, value) -> "somebody-elses-secret");
        ends("state with another browser's secret", "LAUNCH-BROWSER", launch(HttpLaunch.state(login)));
    }

    @Test
    @DisplayName("LTI-C2: the second try goes without frame; if it fails, too, there is no third")
    void launchWhenSecondTryFailsThenNoLoop() {
        HttpLaunch.Answer again = browser.login(Map.of("pc_again", "1"));
        browser.cookies().clear();
        HttpLaunch.Answer answer = browser.launch(again, TestLaunches.learner("mary"));
        assertThat(answer.code()).isEqualTo("LAUNCH-BROWSER");
        assertThat(answer.body()).doesNotContain("pc_again").contains("Allow cookies");
    }

    @Test
    @DisplayName("LTI-C2: the button of the new tab repeats the login with all that the platform said")
    void newTabWhenClickedThenSameLoginAgain() {
        HttpLaunch frame = HttpLaunch.of(settings, platform);
        HttpLaunch.Answer begun = frame.login(
                Map.of("login_hint", "a b+c", "lti_message_hint", "{\"cmid\":2}", "lti_deployment_id", "1"));
        frame.cookies().clear();
        String page = frame.launch(begun, TestLaunches.learner("mary")).body();
        String link = page.substring(page.indexOf("/lti/login?pc_again=1"));
        HttpLaunch tab = HttpLaunch.of(settings, platform);
        HttpLaunch.Answer again = tab.get(link.substring(0, link.indexOf('"')).replace("&amp;", "&"));
        assertThat(again.query())
                .containsEntry("login_hint", "a b+c")
                .containsEntry("lti_message_hint", "{\"cmid\":2}");
        assertThat(tab.launch(again, TestLaunches.learner("mary")).status()).isEqualTo(303);
    }

    @Test
    @DisplayName("LTI-T12, T1: a launch posted twice opens once, with or without the cookie that was taken away")
    void launchWhenPostedTwiceThenRefused() {
        String token = token();
        Map<String, String> cookies = new LinkedHashMap<>(browser.cookies());
        Map<String, String> fields = Map.of("state", HttpLaunch.state(login), "id_token", token);
        assertThat(browser.post("/lti/launch", fields).status()).isEqualTo(303);
        ends("state and token replayed by the back button", "LAUNCH-USED", browser.post("/lti/launch", fields));
        browser.cookies().putAll(cookies);
        ends("state and token replayed with the cookie", "LAUNCH-USED", browser.post("/lti/launch", fields));
        assertThat(course()).isNotEqualTo("none");
    }

    @Test
    @DisplayName("LTI-T1: the state is used up; a fresh token of the same login does not help")
    void launchWhenStateIsReusedWithFreshTokenThenRefused() {
        Map<String, String> cookies = new LinkedHashMap<>(browser.cookies());
        assertThat(browser.launch(login, TestLaunches.learner("mary")).status()).isEqualTo(303);
        browser.cookies().putAll(cookies);
        ends("state reused with a fresh token", "LAUNCH-USED", browser.launch(login, TestLaunches.learner("tom")));
    }

    @Test
    @DisplayName("LTI-T12: a nonce that another node has used is refused here")
    void launchWhenNonceWasUsedOnAnotherNodeThenRefused() {
        jdbc.sql("insert into lti_used_nonce (nonce, expires_at) values (?, ?)")
                .params(
                        login.query().getOrDefault("nonce", ""),
                        LocalDateTime.now(ZoneOffset.UTC).plusMinutes(15))
                .update();
        ends("nonce replayed on another node", "LAUNCH-USED", browser.launch(login, TestLaunches.learner("mary")));
    }

    @Test
    @DisplayName("LTI-T12: the nonce of another login of the same browser is refused")
    void launchWhenTokenIsOfAnotherLoginThenRefused() {
        String other = browser.token(browser.login(), TestLaunches.learner("mary"));
        ends(
                "token of another login of this browser",
                "LAUNCH-NONCE",
                browser.post("/lti/launch", Map.of("state", HttpLaunch.state(login), "id_token", other)));
    }

    @Test
    @DisplayName("LTI-T2: an error of the platform is shown, escaped, and only for a state of ours")
    void errorWhenStateIsOursThenShownEscaped() {
        Map<String, String> fields = Map.of(
                "state", HttpLaunch.state(login),
                "error", "login_required",
                "error_description", "<b>Sign in</b> first");
        HttpLaunch.Answer answer = browser.post("/lti/launch", fields);
        ends("error answer of the platform", "LMS-ERROR", answer);
        assertThat(answer.body())
                .contains("login_required", "&lt;b&gt;Sign in&lt;/b&gt; first")
                .doesNotContain("<b>Sign in");
    }

    @Test
    @DisplayName("LTI-T2, T1: an error without a state of ours shows nothing of it")
    void errorWhenStateIsNotOursThenNothingOfItIsShown() {
        HttpLaunch.Answer stateless = browser.post("/lti/launch", Map.of("error", "call 555-0100 for help"));
        ends("error answer with unbound state", "LAUNCH-STATE", stateless);
        assertThat(stateless.body()).doesNotContain("555-0100");
        HttpLaunch other = HttpLaunch.of(settings, platform);
        HttpLaunch.Answer elsewhere =
                other.post("/lti/launch", Map.of("state", HttpLaunch.state(login), "error", "call 555-0100 for help"));
        ends("error answer in another browser", "LAUNCH-BROWSER", elsewhere);
        assertThat(elsewhere.body()).doesNotContain("555-0100");
    }

    @Test
    void launchWhenThereIsNoTokenThenRefused() {
        ends(
                "id_token missing",
                "LAUNCH-UNREADABLE",
                browser.post("/lti/launch", Map.of("state", HttpLaunch.state(login))));
    }

    @Test
    void launchWhenAddressIsOpenedByHandThenToldHow() {
        HttpLaunch.Answer answer = browser.get("/lti/launch");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.code()).isEqualTo("LAUNCH-DIRECT");
    }

    @Test
    void launchWhenRegistrationIsGoneThenRefused() {
        PendingLaunch gone = new PendingLaunch(
                "n",
                BrowserSecrets.sha256("s"),
                999_999_999,
                settings.url("/lti/launch"),
                null,
                null,
                false,
                Instant.now(),
                null);
        String state = seals.seal("lti state", gone.format(), Duration.ofHours(1));
        browser.cookies().put("__Host-pc-launch-" + BrowserSecrets.nameOf(state), "s");
        assertThat(launch(state).code()).isEqualTo("LMS-UNKNOWN");
    }

    /** A state of ours that was made this long ago, and this browser's secret for it. */
    private String stateMade(Duration ago) {
        PendingLaunch old = new PendingLaunch(
                "old-nonce",
                BrowserSecrets.sha256("old-secret"),
                platform.registrationId(jdbc),
                settings.url("/lti/launch"),
                null,
                null,
                false,
                Instant.now().minus(ago),
                null);
        String state = seals.seal("lti state", old.format(), Duration.ofDays(1));
        browser.cookies().put("__Host-pc-launch-" + BrowserSecrets.nameOf(state), "old-secret");
        return state;
    }

    private void ends(String title, String expected, HttpLaunch.Answer answer) {
        LaunchCases.note("2.4", title, expected, answer.code());
        assertThat(answer.code()).as(title).isEqualTo(expected);
    }

    private HttpLaunch.Answer launch(String state) {
        return browser.post("/lti/launch", Map.of("state", state, "id_token", token()));
    }

    private String token() {
        return browser.token(login, TestLaunches.learner("mary"));
    }

    private String course() {
        return browser.cookies().keySet().stream()
                .filter(name -> name.matches("__Host-pc-\\d+"))
                .map(name -> name.substring("__Host-pc-".length()))
                .findFirst()
                .orElse("none");
    }

    private static String changed(String state) {
        int middle = state.length() / 2;
        char other = state.charAt(middle) == 'A' ? 'B' : 'A';
        return state.substring(0, middle) + other + state.substring(middle + 1);
    }
}
