package org.peercoach.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers;
import org.peercoach.journey.Chromium;
import org.peercoach.journey.Visit;
import org.peercoach.shared.Settings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The surveys in a browser: accessible, and never wider than the window. */
@ApplicationTest
@Tag("browser")
@Tag("looks")
class SurveyPagesTests {

    private static Chromium chromium;

    @Autowired
    TestMembers members;

    @Autowired
    Settings settings;

    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        chromium.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375, 320})
    void pagesWhenACoachAnswersThenAccessible(int width) {
        SignedIn mary = members.coach();
        try (Visit visit = chromium.visit(width)) {
            Page page = visit.page();
            visit.comeIn(settings.url(""), mary.landing().handOverTicket());
            page.navigate(settings.url(mary.at("/training/sessions/1/activities/S1.1")));
            look(visit, "survey-activity");
            page.locator("#open-survey").click();
            page.locator("#item-C1-4").check();
            page.waitForCondition(
                    () -> page.locator("[data-pc-status]").last().textContent().startsWith("Saved"));
            page.locator("#hand-in").click();
            assertThat(page.locator("#missing").textContent()).contains("17 answers are missing");
            look(visit, "survey-missing");
            page.locator("fieldset.pc-statement")
                    .all()
                    .forEach(item -> item.locator("input").nth(2).check());
            page.locator("#comment").fill("Hold back advice.");
            page.locator("#hand-in").click();
            assertThat(page.url()).endsWith("/result");
            assertThat(page.locator("main").textContent()).contains("Your answers are handed in");
            assertThat(page.evaluate("localStorage.length")).isEqualTo(0);
            later(mary);
            page.navigate(settings.url(mary.at("/surveys/coach-skills/post/result")));
            assertThat(page.locator("main").textContent()).contains("Change: +1.0");
            look(visit, "survey-result");
            page.navigate(settings.url(mary.at("/surveys")));
            look(visit, "survey-list");
            page.navigate(settings.url(mary.at("/surveys/coach-skills/pre")));
            look(visit, "survey-closed");
        }
    }

    private void later(SignedIn mary) {
        jdbc.sql("insert into survey_administration (course_id, instrument, wave, anonymous, by_trainer, opens_at)"
                        + " values (?, 'coach-skills', 'POST', false, true, timestamp '2020-01-01 00:00:00')")
                .param(mary.member().course().value())
                .update();
        new Answerer(mary, "/surveys/coach-skills/post").handIn(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375, 320})
    void pagesWhenATrainerLooksThenAccessible(int width) {
        TestMembers.TestCourse course = members.course();
        SignedIn tom = course.trainer("Tom Trainer");
        try (Visit visit = chromium.visit(width)) {
            Page page = visit.page();
            visit.comeIn(settings.url(""), tom.landing().handOverTicket());
            page.navigate(settings.url(tom.at("/surveys")));
            page.locator("#closes").fill("2020-01-01");
            page.locator("#open-it").click();
            look(visit, "survey-open-fault");
            page.locator("#closes").fill("");
            page.locator("#open-it").click();
            for (int number = 1; number <= 5; number++) {
                Answerer.needs(course.participant("Person " + number))
                        .handIn(
                                number % 5,
                                Map.of(
                                        "help.A1",
                                        "soon",
                                        "open.devices",
                                        "cart",
                                        "open.preferred-help.show-me",
                                        "yes"));
            }
            page.navigate(settings.url(tom.at("/surveys")));
            look(visit, "survey-trainer");
            page.navigate(settings.url(tom.at("/surveys/needs-assessment/pre/group")));
            look(visit, "survey-group");
            page.navigate(settings.url(tom.at("/surveys/coach-skills/pre/group")));
            look(visit, "survey-few");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void pagesWhenAParticipantAnswersThenAccessible(int width) {
        TestMembers.TestCourse course = members.course();
        SignedIn tom = course.trainer("Tom Trainer");
        tom.post(tom.at("/surveys"), Map.of("survey", "needs-assessment/PRE"));
        tom.post(tom.at("/surveys"), Map.of("survey", "programme-survey/EXTRA"));
        SignedIn dana = course.participant("Dana Reed");
        try (Visit visit = chromium.visit(width)) {
            Page page = visit.page();
            visit.comeIn(settings.url(""), dana.landing().handOverTicket());
            page.navigate(settings.url(dana.at("")));
            look(visit, "survey-today");
            page.navigate(settings.url(dana.at("/surveys/needs-assessment/pre")));
            look(visit, "survey-needs");
            Answerer.Tab other = Answerer.needs(dana).open();
            other.autosave(Map.of("item.A1", "3", "open.best-times", "Thursdays"));
            page.locator("#item-A1-1").check();
            page.locator("#later").click();
            look(visit, "survey-two-versions");
            page.locator("#keep-saved").click();
            assertThat(page.locator("#item-A1-3").isChecked()).isTrue();
            page.navigate(settings.url(dana.at("/surveys/programme-survey/extra")));
            look(visit, "survey-program");
            Answerer.programSurvey(dana).handIn(4);
            page.navigate(settings.url(dana.at("/surveys/programme-survey/extra/result")));
            look(visit, "survey-thanks");
        }
    }

    private static void look(Visit visit, String name) {
        visit.isAccessible(visit.page());
        visit.picture(visit.page(), name);
        assertThat(visit.page().evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                .as(name)
                .isEqualTo(false);
    }
}
