package org.peercoach.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.shared.Settings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** At the end of a year Ruth copies her course in the LMS, takes the settings over, and the copy works. */
@ApplicationTest
@Tag("browser")
class CourseCopiedTests {

    private static final LocatorAssertions.ContainsTextOptions PATIENT =
            new LocatorAssertions.ContainsTextOptions().setTimeout(15_000);

    private static Chromium chromium;

    @Autowired
    Settings settings;

    @Autowired
    JdbcClient jdbc;

    private DemoSchool school;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @BeforeEach
    void open() {
        school = DemoSchool.open(settings, jdbc);
    }

    @AfterEach
    void close() {
        school.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"moodle", "canvas"})
    void trainerWhenTheCourseIsCopiedThenTakesTheSettingsAndTheCopyWorks(String manner) {
        school.platform().turn(Map.of("manner", manner));
        try (Visit ruth = chromium.visit(1280)) {
            Page page = ruth.page();
            openAs(page, "3", "10");
            if (manner.equals("canvas")) {
                awaitNotices(page);
            }
            page.navigate(school.url() + "/courses/2");
            page.locator("#copy").click();
            assertThat(page.locator("h1")).containsText("(copy)");
            String course = page.url().substring(page.url().lastIndexOf('/') + 1);
            page.locator("main a:has-text('Peer Coaching')").first().click();
            ToolWindow tool = ToolWindow.inFrame(page);
            assertThat(tool.find("main")).containsText("Take the settings of the old course over?", PATIENT);
            tool.find("main a[href$='/copy']").first().click();
            tool.shows("Take the settings of the old course over?");
            assertThat(tool.find("fieldset")).containsText("Lincoln Cohort 3");
            ruth.picture(page, "copy-asked-" + manner);
            tool.find("#take").click();
            assertThat(tool.find("#answer")).containsText("This course has the settings of “Lincoln Cohort 3”");
            coachWorksIn(course);
        }
    }

    /** Mary opens Session 1 of the copy and finds it new. */
    private void coachWorksIn(String course) {
        try (Visit mary = chromium.visit(375)) {
            Page page = mary.page();
            openAs(page, "4", "11");
            page.navigate(school.url() + "/courses/" + course);
            page.locator("main a:has-text('Session 1')").first().click();
            ToolWindow tool = ToolWindow.inFrame(page);
            assertThat(tool.find("main")).containsText("0 of 25", PATIENT);
            tool.open("S1.2");
            tool.read();
            assertThat(page.locator("[data-live*='/parts/grade']")).containsText("of 25", PATIENT);
        }
    }

    private void openAs(Page page, String person, String link) {
        page.navigate(school.url());
        page.locator("form:has(input[name=person][value='" + person + "']):has(input[name=link][value='" + link
                        + "']) button")
                .first()
                .click();
        assertThat(page.frameLocator("#tool").locator(".pc-foot"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(15_000));
    }

    /** The handler is registered in the background after the first launch. */
    private void awaitNotices(Page page) {
        for (int i = 0; i < 60 && !registered(); i++) {
            page.waitForTimeout(250);
        }
        org.assertj.core.api.Assertions.assertThat(registered()).isTrue();
    }

    private boolean registered() {
        return jdbc.sql("select count(*) from lti_notice_service n join lti_deployment d on d.id = n.deployment_id"
                                + " join lti_registration r on r.id = d.registration_id where r.issuer = ?"
                                + " and n.state = 'REGISTERED' and n.hello_at is not null")
                        .param(school.url())
                        .query(Integer.class)
                        .single()
                == 1;
    }
}
