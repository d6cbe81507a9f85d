package org.peercoach.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers;
import org.peercoach.fixture.TestOperatorLinks;
import org.peercoach.fixture.TestPlatform;
import org.peercoach.journey.Chromium;
import org.peercoach.journey.Visit;
import org.peercoach.shared.Settings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every page of the console in a browser: accessible, no wider than the window, and its acts by mouse. */
@ApplicationTest
@Tag("browser")
@Tag("looks")
class ConsoleLooksTests {

    private static Chromium chromium;

    @Autowired
    TestMembers members;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Settings settings;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375, 320})
    void operatorWhenLookingAroundThenEveryPageIsAccessible(int width) {
        TestDistrict lincoln = TestDistrict.in(members, jdbc);
        lincoln.pending("another-guid");
        long registration = TestPlatform.registered(jdbc).registrationId(jdbc);
        jdbc.sql("insert into lti_endpoint_offer (registration_id, authorization_endpoint, token_endpoint, jwks_uri,"
                        + " configuration_host, offered_at) values (?, 'https://b.example/a', 'https://b.example/t',"
                        + " 'https://b.example/k', 'b.example', '2026-11-25 10:00:00')")
                .param(registration)
                .update();
        try (Visit visit = chromium.visit(width)) {
            Page page = visit.page();
            page.navigate(settings.url(TestOperatorLinks.path(settings)));
            look(visit, "operator-enter");
            page.locator("#enter").click();
            assertThat(page.locator("h1")).hasText("This installation");
            look(visit, "operator");
            for (String path : List.of(
                    "registrations",
                    "registrations/" + registration,
                    "registrations/new?preset=MOODLE&site=https://moodle.lincoln.example",
                    "deployments",
                    "deployments/" + lincoln.deployment() + "/check",
                    "keys",
                    "audit")) {
                page.navigate(settings.url("/operator/" + path));
                look(
                        visit,
                        "operator-" + path.replaceAll("[?/].*", "")
                                + (path.contains("/new") ? "-new" : path.contains("/") ? "-one" : ""));
            }
            addByHand(visit, page);
            install(visit, page);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void administratorWhenLookingAroundThenEveryPageIsAccessible(int width) {
        TestDistrict lincoln = TestDistrict.in(members, jdbc);
        lincoln.pending(lincoln.guid());
        try (Visit visit = chromium.visit(width)) {
            Page page = visit.page();
            visit.context().addCookies(cookies(lincoln.administrator()));
            page.navigate(settings.url(lincoln.path("")));
            look(visit, "district");
            page.locator(".pc-next a").first().click();
            look(visit, "district-lms");
            page.locator("button:has-text('Approve')").click();
            assertThat(page.locator(".pc-note.pc-ok")).containsText("Approved.");
            look(visit, "district-lms-approved");
            for (String path : List.of("/lms/install", "/health", "/audit")) {
                page.navigate(settings.url(lincoln.path(path)));
                look(visit, "district" + path.replace('/', '-'));
            }
            assertThat(page.locator("table")).containsText("Ada Park");
        }
    }

    private void addByHand(Visit visit, Page page) {
        page.navigate(settings.url("/operator/registrations/new"));
        page.locator("#name").fill("Lincoln Moodle");
        page.locator("#add").click();
        assertThat(page.locator(".pc-error").first()).isVisible();
        assertThat(page.locator("#name")).hasValue("Lincoln Moodle");
        look(visit, "operator-new-faults");
    }

    private void install(Visit visit, Page page) {
        page.navigate(settings.url("/operator/install"));
        page.locator("#district").fill("Lincoln Schools");
        page.locator("#make").click();
        assertThat(page.locator("#code")).hasText(java.util.regex.Pattern.compile("(\\w{4}-){3}\\w{4}"));
        page.locator("summary").nth(1).click();
        visit.context().grantPermissions(List.of("clipboard-write"));
        page.locator("button[data-copy=code]").click();
        assertThat(page.locator("button[data-copy=code]")).hasText("Copied");
        look(visit, "operator-install");
    }

    private List<Cookie> cookies(SignedIn person) {
        List<Cookie> cookies = new ArrayList<>();
        for (String pair : person.cookies().split("; ")) {
            String[] parts = pair.split("=", 2);
            cookies.add(new Cookie(parts[0], parts[1])
                    .setUrl(settings.baseUrl().replace("http://", "https://"))
                    .setSecure(true));
        }
        return cookies;
    }

    private static void look(Visit visit, String name) {
        visit.isAccessible(visit.page());
        visit.picture(visit.page(), "console-" + name);
        Object sideways =
                visit.page().evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        org.assertj.core.api.Assertions.assertThat(sideways).as(name).isEqualTo(false);
    }
}
