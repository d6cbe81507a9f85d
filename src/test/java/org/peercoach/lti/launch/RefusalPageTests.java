package org.peercoach.lti.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.HttpLaunch;
import org.peercoach.fixture.TestKeys;
import org.peercoach.fixture.TestLaunches;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/** What a person sees, and what the log says, when a launch is refused (LTI-T27, T35; ruling 48). */
@ApplicationTest
class RefusalPageTests extends PlatformAndBrowser {

    private static final Pattern REFERENCE = Pattern.compile("id=\"reference\">([A-Z0-9-]{9})<");

    @Autowired
    MessageSource messages;

    @Test
    @DisplayName("LTI-T27: after a verified token the page leads back, and tells the LMS why; its own query stays")
    void refusedWhenTokenIsVerifiedThenWayBack() {
        HttpLaunch.Answer answer = browser.open(TestLaunches.learner("mary").lti("version", "2.0"));
        assertThat(answer.body())
                .contains("href=\"" + platform.issuer() + "/return?session=secret&amp;lti_errormsg=Your%20LMS")
                .contains("&amp;lti_errorlog=LAUNCH-VERSION%20" + reference(answer));
        assertThat(answer.header("Content-Security-Policy"))
                .endsWith("frame-ancestors " + platform.issuer().replaceAll("/p\\d+$", ""));
    }

    @Test
    @DisplayName("LTI-T27: a return URL of an unverified token, or of a token for somebody else, is not used")
    void refusedWhenTokenIsNotVerifiedThenNoWayBack() {
        HttpLaunch.Answer login = browser.login();
        String forged = browser.token(
                login,
                TestLaunches.learner("mary"),
                TestKeys.calledLike(TestKeys.stranger(), TestKeys.platform().getKeyID()));
        HttpLaunch.Answer answer =
                browser.post("/lti/launch", Map.of("state", HttpLaunch.state(login), "id_token", forged));
        assertThat(answer.code()).isEqualTo("LAUNCH-SIGNATURE");
        assertThat(answer.body()).doesNotContain("/return?session");
        HttpLaunch.Answer other = HttpLaunch.of(settings, platform)
                .open(TestLaunches.learner("mary").with("nonce", "other"));
        assertThat(other.code()).isEqualTo("LAUNCH-NONCE");
        assertThat(other.body()).doesNotContain("/return?session");
    }

    @Test
    @DisplayName("LTI-T27: a return URL that is no https address makes no link")
    void refusedWhenReturnUrlIsScriptThenNoLink() {
        HttpLaunch.Answer answer = browser.open(TestLaunches.learner("mary")
                .lti("version", "2.0")
                .lti("launch_presentation", Map.of("return_url", "javascript:alert(1)")));
        assertThat(answer.body()).doesNotContain("javascript:");
    }

    @Test
    @DisplayName("Ruling 48: the log has the code of the page, the registration and all rules, and nothing else")
    void refusedWhenLoggedThenSameCodeAndNoSecrets() {
        try (LaunchLog log = LaunchLog.open()) {
            HttpLaunch.Answer answer = browser.open(
                    TestLaunches.learner("secret-sub").lti("version", "2.0").without(Claims.ROLES));
            assertThat(log.about(reference(answer)))
                    .containsExactly("LAUNCH-VERSION " + reference(answer) + " registration "
                            + platform.registrationId(jdbc) + " rules [LTI-T13, LTI-T20]");
            assertThat(String.join("\n", log.all()))
                    .doesNotContain("secret-sub", "mary.ellis", "Ellis", "session=secret", "eyJ");
        }
    }

    @Test
    @DisplayName("The page says what happened, what to do, a code, a reference and the time; and is not kept")
    void refusedWhenShownThenHelpful() {
        HttpLaunch.Answer answer = browser.open(TestLaunches.learner("mary").without("sub"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body())
                .contains(
                        "Your LMS did not tell us who you are",
                        "Back to the LMS",
                        "<time datetime=",
                        "Details to copy");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("X-Frame-Options")).isEmpty();
    }

    @Test
    @DisplayName("Static files of pages that filters write carry their content's version, too")
    void refusedWhenShownThenLinksAreVersioned() {
        assertThat(browser.get("/lti/launch").body()).containsPattern("/css/peer-coaching-[0-9a-f]{32}\\.css");
    }

    @Test
    @DisplayName("What the room above says instead of opening is shown in the LMS's frame")
    void openedWhenThereIsNoCourseThenPageInTheFrame() {
        HttpLaunch.Answer answer = browser.open(TestLaunches.learner("mary")
                .without(Claims.CONTEXT)
                .without(Claims.RESOURCE_LINK)
                .lti("resource_link", Map.of("id", "link")));
        assertThat(answer.code()).isEqualTo("NO-COURSE");
        assertThat(answer.header("Content-Security-Policy"))
                .endsWith("frame-ancestors " + platform.issuer().replaceAll("/p\\d+$", ""));
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    @DisplayName("Every refusal has all its words")
    void wordsWhenAskedForThenThere(Refusal refusal) {
        for (String part : new String[] {".title", ".text", ".todo"}) {
            assertThat(messages.getMessage(refusal.key() + part, new Object[] {14, 2}, java.util.Locale.US))
                    .isNotBlank();
        }
        if (!refusal.faultKey().isEmpty()) {
            assertThat(messages.getMessage(refusal.faultKey(), null, java.util.Locale.US))
                    .isNotBlank();
        }
        for (String part : new String[] {".title", ".cause", ".cure"}) { // what the launch doctor says of it
            String key = "console.doctor.launch." + refusal.name() + part;
            assertThat(messages.getMessage(key, null, java.util.Locale.US)).isNotBlank();
        }
    }

    private static String reference(HttpLaunch.Answer answer) {
        Matcher reference = REFERENCE.matcher(answer.body());
        assertThat(reference.find()).isTrue();
        return reference.group(1);
    }
}
