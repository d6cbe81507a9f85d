package org.peercoach.console.doctor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.HttpLaunch;
import org.peercoach.fixture.TestLaunches;
import org.peercoach.fixture.TestPlatform;
import org.peercoach.journey.PagesInBrowser;
import org.peercoach.journey.Visit;
import org.peercoach.lti.diagnosis.LaunchJournal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The doctors' pages as an administrator sees them. */
@ApplicationTest
@Tag("browser")
@Tag("looks")
class DoctorLooksTests extends PagesInBrowser {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LaunchJournal journal;

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void administratorWhenLookingForACauseThenEveryPageIsAccessible(int width) {
        TestPlatform platform = TestPlatform.registered(jdbc);
        Clinic clinic = Clinic.of(jdbc, members, journal, platform.registrationId(jdbc));
        try (Visit visit = visitInSession(clinic.administrator(), width)) {
            Page page = visit.page();
            open(visit, clinic.path("/launches"));
            assertThat(page.locator(".pc-empty")).containsText("Nothing needs attention");
            visit.look("doctor-launches-empty");
            HttpLaunch.Answer refused = spoil(platform);
            open(visit, clinic.path("/launches"));
            visit.look("doctor-launches");
            page.locator("#ref").fill(Clinic.reference(refused));
            page.locator("button:has-text('Find')").click();
            assertThat(page.locator("#cause")).hasText("The clock of the LMS is behind");
            page.locator("summary").last().click();
            visit.look("doctor-launch-found");
            open(visit, clinic.path("/launches"));
            page.locator("tbody a").first().click();
            assertThat(page.locator("h1")).hasText("One launch");
            visit.look("doctor-launch");
            open(visit, clinic.checkPath());
            visit.look("doctor-connection-new");
            page.locator("main form button").click();
            assertThat(page.locator("#check-KEY_SET")).containsText("In order");
            assertThat(page.locator("[data-result=alone]")).isVisible();
            visit.look("doctor-connection");
        }
    }

    @Test
    @DisplayName("LTI-C2, C3: storage is tried in the administrator's own browser, with the LMS's window")
    void storageWhenTheLmsOffersItThenTried() {
        TestPlatform platform = TestPlatform.registered(jdbc);
        Clinic clinic = Clinic.of(jdbc, members, journal, platform.registrationId(jdbc));
        try (Visit visit = visitInSession(clinic.administrator(), 1280)) {
            Page page = visit.page();
            visit.stopTime();
            platform.shows("/lms", query -> lms(clinic, true));
            platform.shows("/bare", query -> lms(clinic, false));
            page.navigate(platform.issuer() + "/lms");
            Page tool = page.waitForPopup(() -> page.locator("a").click());
            assertThat(tool.locator("[data-result=works]")).isVisible();
            visit.letTimePass();
            page.navigate(platform.issuer() + "/bare");
            Page bare = page.waitForPopup(() -> page.locator("a").click());
            assertThat(bare.locator("[data-result=silent]")).isVisible();
        }
    }

    /** An LMS's page that opens ours beside it, and with storage or without. */
    private String lms(Clinic clinic, boolean storage) {
        String script = """
                <script>
                const kept = {};
                addEventListener('message', (event) => {
                  const message = event.data;
                  const answer = { subject: message.subject + '.response', message_id: message.message_id };
                  if (message.subject === 'lti.capabilities') answer.supported_messages = [{ subject: 'lti.put_data' }, { subject: 'lti.get_data' }];
                  if (message.subject === 'lti.put_data') kept[message.key] = message.value;
                  if (message.subject === 'lti.get_data') answer.value = kept[message.key];
                  event.source.postMessage(answer, event.origin);
                });
                </script>
                """;
        return "<!doctype html><title>LMS</title>" + (storage ? script : "")
                + "<a target=\"_blank\" rel=\"opener\" href=\"" + settings.url(clinic.checkPath()) + "\">Open</a>";
    }

    /** A few launches that went wrong in different ways; the answer to the last. */
    private HttpLaunch.Answer spoil(TestPlatform platform) {
        HttpLaunch browser = HttpLaunch.of(settings, platform);
        browser.login(Map.of("client_id", "another-client"));
        browser.open(TestLaunches.learner("mary").lti("version", "1.1"));
        browser.open(TestLaunches.learner("mary").lti("target_link_uri", "https://elsewhere.example/lti/launch"));
        browser.open(TestLaunches.learner("mary").lti("roles", List.of()));
        TestLaunches old = TestLaunches.learner("mary");
        TestLaunches.times(java.time.Instant.now().minusSeconds(300)).forEach(old::with);
        HttpLaunch.Answer refused = browser.open(old);
        journal.flush();
        return refused;
    }
}
