package org.peercoach.lti.launch;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.HttpLaunch;
import org.peercoach.fixture.TestLaunches;
import org.peercoach.fixture.TestPlatform;
import org.peercoach.journey.Chromium;
import org.peercoach.journey.Visit;
import org.peercoach.shared.Settings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** LTI-C2 to C4: the storage script in a frame that refuses cookies, before an LMS that answers well, badly or not. */
@ApplicationTest
@Tag("browser")
class StorageScriptTests {

    /** An LMS that keeps what it is given, and notes on its page what it was asked. */
    private static final String KEEPS = """
            <p id="log"></p><script>
            const drawer = {};
            addEventListener('message', (event) => {
              const { subject, message_id, key, value } = event.data;
              document.getElementById('log').append(`${subject} ${value === null ? 'null' : typeof value}; `);
              if (subject === 'lti.put_data') drawer[key] = value;
              const answer = { subject: subject + '.response', message_id, key, value: drawer[key] };
              event.source.postMessage({ ...answer, message_id: 'of another question', value: 'wrong' }, event.origin);
              event.source.postMessage({ ...answer, subject: 'lti.other.response', value: 'wrong' }, event.origin);
              event.source.postMessage(answer, event.origin);
            });</script>""";

    private static final String REFUSES = """
            <script>addEventListener('message', (event) => {
              const { subject, message_id } = event.data;
              event.source.postMessage({ subject: subject + '.response', message_id, error: { code: 'x' } }, event.origin);
            });</script>""";

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @Autowired
    Settings settings;

    @Autowired
    JdbcClient jdbc;

    TestPlatform platform;

    @BeforeEach
    void begin() {
        platform = TestPlatform.registered(jdbc);
        platform.shows("/auth", this::answer);
    }

    @Test
    @DisplayName("LTI-C2 to C4: kept, fetched, and put to null; answers to other questions are not believed")
    void launchWhenParentKeepsThenHandOver() {
        try (Visit visit = timeless("_parent", KEEPS)) {
            assertThat(tool(visit).locator("#hand-over")).isVisible();
            assertThat(visit.page().locator("#log"))
                    .hasText("lti.put_data string; lti.get_data undefined; lti.put_data null; ");
        }
    }

    @Test
    @DisplayName("LTI-C3: the frame beside us that the platform names is spoken to")
    void launchWhenSiblingKeepsThenHandOver() {
        platform.shows("/forwarding", query -> KEEPS);
        String sibling = "<iframe name=\"post_message_forwarding\" id=\"storage\" src=\"" + platform.issuer()
                + "/forwarding\"></iframe>";
        try (Visit visit = timeless("post_message_forwarding", sibling)) {
            assertThat(tool(visit).locator("#hand-over")).isVisible();
            assertThat(visit.page().frameLocator("#storage").locator("#log")).containsText("lti.get_data");
        }
    }

    @Test
    @DisplayName("LTI-C2: an LMS that never answers ends in a message with a way out, not in a blank page")
    void launchWhenNobodyAnswersThenMessage() {
        try (Visit visit = visit("_parent", "")) {
            assertThat(tool(visit).locator("#lti-storage-failed")).isVisible();
            assertThat(tool(visit).locator("#lti-storage-failed a[target=_blank]"))
                    .hasAttribute("href", java.util.regex.Pattern.compile("^/lti/login\\?pc_again=1.*"));
            visit.isAccessible(visit.page());
        }
    }

    @Test
    @DisplayName("LTI-C2: an LMS that refuses ends in the same message; the new tab then works")
    void launchWhenStorageRefusesThenNewTabWorks() {
        try (Visit visit = visit("_parent", REFUSES)) {
            var button = tool(visit).locator("#lti-storage-failed a[target=_blank]");
            assertThat(button).isVisible();
            var tab = visit.context().waitForPage(button::click);
            tab.waitForURL("**/c/**");
            assertThat(tab.locator("h1")).isVisible();
        }
    }

    @Test
    @DisplayName("Ruling 15: with cookies, storage is not asked; the launch opens in the frame")
    void launchWhenCookiesWorkThenStorageIsNotAsked() {
        try (Visit visit = chromium.visit(1280)) {
            open(visit, "_parent", KEEPS);
            assertThat(tool(visit).locator("h1")).isVisible();
            assertThat(visit.page().locator("#log")).hasText("lti.put_data string; lti.capabilities undefined; ");
            assertThat(visit.page().frame("tool").url()).contains("/c/");
        }
    }

    private Visit visit(String storageTarget, String lms) {
        return opened(chromium.visit(1280), storageTarget, lms);
    }

    /** No time passes in the pages: a busy machine must not look like an LMS that answers late. */
    private Visit timeless(String storageTarget, String lms) {
        Visit visit = chromium.visit(1280);
        visit.stopTime();
        return opened(visit, storageTarget, lms);
    }

    private Visit opened(Visit visit, String storageTarget, String lms) {
        visit.refuseCookiesInFrames(settings.baseUrl());
        open(visit, storageTarget, lms);
        return visit;
    }

    private void open(Visit visit, String storageTarget, String lms) {
        String login = settings.url("/lti/login") + "?iss=" + encoded(platform.issuer()) + "&client_id="
                + platform.clientId() + "&login_hint=mary&lti_storage_target=" + storageTarget + "&target_link_uri="
                + encoded(settings.url("/lti/launch"));
        platform.shows(
                "/lms",
                query -> "<!doctype html><html lang=\"en\"><title>LMS</title>" + lms
                        + "<iframe id=\"tool\" name=\"tool\" title=\"Tool\" width=\"900\" height=\"600\" src=\""
                        + login.replace("&", "&amp;") + "\"></iframe>");
        visit.page().navigate(platform.issuer() + "/lms");
    }

    private static FrameLocator tool(Visit visit) {
        return visit.page().frameLocator("#tool");
    }

    /** The platform's authorization endpoint: posts a token for whoever asks. */
    private String answer(Map<String, String> query) {
        HttpLaunch browser = HttpLaunch.of(settings, platform);
        String token = browser.token(query.getOrDefault("nonce", ""), TestLaunches.learner("mary"), platform.signer());
        return "<!doctype html><html lang=\"en\"><title>LMS</title><form id=\"f\" method=\"post\" action=\""
                + settings.url("/lti/launch")
                + "\"><input name=\"id_token\" value=\"" + token + "\"><input name=\"state\" value=\""
                + query.getOrDefault("state", "") + "\"></form><script>document.getElementById('f').submit()</script>";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
