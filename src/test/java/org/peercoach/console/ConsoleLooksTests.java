package org.peercoach.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.TestOperatorLinks;
import org.peercoach.fixture.TestPlatform;
import org.peercoach.journey.PagesInBrowser;
import org.peercoach.journey.Visit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every page of the console in a browser: accessible, no wider than the window, and its acts by mouse. */
@ApplicationTest
@Tag("browser")
@Tag("looks")
class ConsoleLooksTests extends PagesInBrowser {

    @Autowired
    JdbcClient jdbc;

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
            open(visit, TestOperatorLinks.path(settings));
            visit.look("console-operator-enter");
            page.locator("#enter").click();
            assertThat(page.locator("h1")).hasText("This installation");
            visit.look("console-operator");
            for (String path : List.of(
                    "registrations",
                    "registrations/" + registration,
                    "registrations/new?preset=MOODLE&site=https://moodle.lincoln.example",
                    "deployments",
                    "deployments/" + lincoln.deployment() + "/check",
                    "keys",
                    "audit")) {
                open(visit, "/operator/" + path);
                visit.look("console-operator-" + path.replaceAll("[?/].*", "")
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
        try (Visit visit = visitInSession(lincoln.administrator(), width)) {
            Page page = visit.page();
            open(visit, lincoln.path(""));
            visit.look("console-district");
            page.locator(".pc-next a").first().click();
            visit.look("console-district-lms");
            page.locator("button:has-text('Approve')").click();
            assertThat(page.locator(".pc-note.pc-ok")).containsText("Approved.");
            visit.look("console-district-lms-approved");
            for (String path : List.of("/lms/install", "/health", "/audit")) {
                open(visit, lincoln.path(path));
                visit.look("console-district" + path.replace('/', '-'));
            }
            assertThat(page.locator("table")).containsText("Ada Park");
        }
    }

    private void addByHand(Visit visit, Page page) {
        open(visit, "/operator/registrations/new");
        page.locator("#name").fill("Lincoln Moodle");
        page.locator("#add").click();
        assertThat(page.locator(".pc-error").first()).isVisible();
        assertThat(page.locator("#name")).hasValue("Lincoln Moodle");
        visit.look("console-operator-new-faults");
    }

    private void install(Visit visit, Page page) {
        open(visit, "/operator/install");
        page.locator("#district").fill("Lincoln Schools");
        page.locator("#make").click();
        assertThat(page.locator("#code")).hasText(java.util.regex.Pattern.compile("(\\w{4}-){3}\\w{4}"));
        page.locator("summary").nth(1).click();
        visit.context().grantPermissions(List.of("clipboard-write"));
        page.locator("button[data-copy=code]").click();
        assertThat(page.locator("button[data-copy=code]")).hasText("Copied");
        visit.look("console-operator-install");
    }
}
