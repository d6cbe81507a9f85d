package org.peercoach.lti.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.HttpLaunch;
import org.peercoach.fixture.TestLaunches;

/** LTI-C2 to C4, C6, C7, rulings 15 and 16: a launch where the browser refuses cookies. The script's part is elsewhere. */
@ApplicationTest
class StorageTests extends PlatformAndBrowser {

    HttpLaunch.Answer page;

    @BeforeEach
    void begin() {
        page = browser.login(Map.of("lti_storage_target", "post_message_forwarding"));
    }

    @Test
    @DisplayName("LTI-C2, C3: the login's page tells the script origin, frame, key, secret and where to go on")
    void loginWhenStorageIsOfferedThenPageThatKeeps() {
        assertThat(page.status()).isEqualTo(200);
        assertThat(data("step")).isEqualTo("keep");
        assertThat(data("origin")).isEqualTo(platform.issuer().replaceAll("/p\\d+$", ""));
        assertThat(data("frame")).isEqualTo("post_message_forwarding");
        assertThat(data("key")).startsWith("pc_");
        assertThat(data("secret")).hasSize(43);
        assertThat(next()).startsWith(platform.authorizationEndpoint());
        assertThat(page.body()).containsPattern("<script defer src=\"/static/js/lti-storage-[0-9a-f]{32}\\.js\">");
        assertThat(page.header("Cache-Control")).contains("no-store");
    }

    @Test
    @DisplayName("LTI-L10, ruling 15: without scripts a link goes on by the cookie")
    void loginWhenNoScriptsThenLinkGoesOnByCookie() {
        String noscript = page.body().substring(page.body().indexOf("<noscript>"));
        assertThat(noscript).contains("href=\"" + next().replace("&", "&amp;") + "\"");
        assertThat(launch(Map.of()).status()).isEqualTo(303);
    }

    @Test
    @DisplayName("LTI-C6: without cookie nothing is opened; a page asks the storage first")
    void launchWhenCookieIsMissingThenStorageIsAsked() {
        String key = data("key");
        browser.cookies().clear();
        HttpLaunch.Answer ask = launch(Map.of());
        assertThat(ask.status()).isEqualTo(200);
        assertThat(ask.setCookies()).isEmpty();
        assertThat(ask.body())
                .contains(
                        "data-step=\"ask\"",
                        "data-key=\"" + key + "\"",
                        "name=\"storage_secret\"",
                        "id=\"lti-storage-failed\" hidden")
                .contains("/lti/login?pc_again=1");
        assertThat(platform.keyRequests()).isZero();
    }

    @Test
    @DisplayName(
            "Ruling 16, LTI-C7: proved by storage, a button opens a new tab by a one-time ticket; no cookie is set")
    void launchWhenStorageProvesThenHandOver() {
        browser.cookies().clear();
        HttpLaunch.Answer answer = launch(Map.of("storage_secret", data("secret")));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.setCookies()).isEmpty();
        assertThat(answer.body())
                .contains("action=\"/hand-over\"", "target=\"_blank\"", "name=\"ticket\"", "Lincoln Cohort 3");
        assertThat(answer.header("Content-Security-Policy"))
                .contains("form-action 'self';")
                .endsWith("frame-ancestors " + platform.issuer().replaceAll("/p\\d+$", ""));
        assertThat(launch(Map.of("storage_secret", data("secret"))).code()).isEqualTo("LAUNCH-USED");
    }

    @Test
    @DisplayName("LTI-C6: a secret that is not this login's proves nothing, and storage is asked only once")
    void launchWhenSecretIsWrongThenNotOpened() {
        browser.cookies().clear();
        assertThat(launch(Map.of("storage_secret", "")).code()).isEqualTo("LAUNCH-BROWSER");
        assertThat(launch(Map.of("storage_secret", "x".repeat(43))).code()).isEqualTo("LAUNCH-BROWSER");
    }

    @Test
    @DisplayName("LTI-C6: where no storage was offered, a posted secret proves nothing")
    void launchWhenNoStorageWasOfferedThenSecretIsNoProof() {
        HttpLaunch other = HttpLaunch.of(settings, platform);
        HttpLaunch.Answer login = other.login();
        String secret = other.cookies().values().iterator().next();
        other.cookies().clear();
        HttpLaunch.Answer answer = other.post(
                "/lti/launch",
                Map.of(
                        "state", HttpLaunch.state(login),
                        "id_token", other.token(login, TestLaunches.learner("mary")),
                        "storage_secret", secret));
        assertThat(answer.code()).isEqualTo("LAUNCH-BROWSER");
    }

    @Test
    @DisplayName("LTI-T2: an error of the platform passes through the storage page, too")
    void errorWhenCookieIsMissingThenShownAfterStorage() {
        browser.cookies().clear();
        Map<String, String> fields = Map.of("state", state(), "error", "access_denied");
        HttpLaunch.Answer ask = browser.post("/lti/launch", fields);
        assertThat(ask.body())
                .contains("name=\"error\" value=\"access_denied\"")
                .doesNotContain("name=\"id_token\"");
        Map<String, String> again = new LinkedHashMap<>(fields);
        again.put("storage_secret", data("secret"));
        assertThat(browser.post("/lti/launch", again).code()).isEqualTo("LMS-ERROR");
    }

    @Test
    @DisplayName("LTI-C3: what the platform names its frame is data, not markup")
    void loginWhenFrameNameIsMarkupThenEscaped() {
        String body = browser.login(Map.of("lti_storage_target", "\"><script>x</script>"))
                .body();
        assertThat(body).doesNotContain("<script>x").contains("data-frame=\"&quot;&gt;&lt;script&gt;x");
    }

    private HttpLaunch.Answer launch(Map<String, String> more) {
        Map<String, String> fields = new LinkedHashMap<>(more);
        fields.put("state", state());
        fields.put("id_token", browser.token(login(), TestLaunches.learner("mary")));
        return browser.post("/lti/launch", fields);
    }

    /** The authorization request that the page leads to, as if it had been a redirect. */
    private HttpLaunch.Answer login() {
        return page.leadingTo(next());
    }

    private String state() {
        return HttpLaunch.state(login());
    }

    private String next() {
        return data("next");
    }

    private String data(String name) {
        Matcher data = Pattern.compile("data-" + name + "=\"([^\"]*)\"").matcher(page.body());
        assertThat(data.find()).as(name).isTrue();
        return data.group(1).replace("&amp;", "&");
    }
}
