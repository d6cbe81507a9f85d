package org.peercoach.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers;
import org.peercoach.journey.PagesInBrowser;
import org.peercoach.journey.Visit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The surveys in a browser: accessible, and never wider than the window. */
@ApplicationTest
@Tag("browser")
@Tag("looks")
class SurveyPagesTests extends PagesInBrowser {

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(ints = {1280, 375, 320})
    void pagesWhenACoachAnswersThenAccessible(int width) {
        SignedIn mary = members.coach();
        try (Visit visit = visit(mary, width)) {
            Page page = visit.page();
            open(visit, mary.at("/training/sessions/1/activities/S1.1"));
            visit.look("survey-activity");
            page.locator("#open-survey").click();
            page.locator("#item-C1-4").check();
            page.waitForCondition(
                    () -> page.locator("[data-pc-status]").last().textContent().startsWith("Saved"));
            page.locator("#hand-in").click();
            assertThat(page.locator("#missing").textContent()).contains("17 answers are missing");
            visit.look("survey-missing");
            page.locator("fieldset.pc-statement")
                    .all()
                    .forEach(item -> item.locator("input").nth(2).check());
            page.locator("#comment").fill("Hold back advice.");
            page.locator("#hand-in").click();
            assertThat(page.url()).endsWith("/result");
            assertThat(page.locator("main").textContent()).contains("Your answers are handed in");
            assertThat(page.evaluate("localStorage.length")).isEqualTo(0);
            later(mary);
            open(visit, mary.at("/surveys/coach-skills/post/result"));
            assertThat(page.locator("main").textContent()).contains("Change: +1.0");
            visit.look("survey-result");
            open(visit, mary.at("/surveys"));
            visit.look("survey-list");
            open(visit, mary.at("/surveys/coach-skills/pre"));
            visit.look("survey-closed");
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
        try (Visit visit = visit(tom, width)) {
            Page page = visit.page();
            open(visit, tom.at("/surveys"));
            page.locator("#closes").fill("2020-01-01");
            page.locator("#open-it").click();
            visit.look("survey-open-fault");
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
            open(visit, tom.at("/surveys"));
            visit.look("survey-trainer");
            open(visit, tom.at("/surveys/needs-assessment/pre/group"));
            visit.look("survey-group");
            open(visit, tom.at("/surveys/coach-skills/pre/group"));
            visit.look("survey-few");
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
        try (Visit visit = visit(dana, width)) {
            Page page = visit.page();
            open(visit, dana.at(""));
            visit.look("survey-today");
            open(visit, dana.at("/surveys/needs-assessment/pre"));
            visit.look("survey-needs");
            Answerer.Tab other = Answerer.needs(dana).open();
            other.autosave(Map.of("item.A1", "3", "open.best-times", "Thursdays"));
            page.locator("#item-A1-1").check();
            page.locator("#later").click();
            visit.look("survey-two-versions");
            page.locator("#keep-saved").click();
            assertThat(page.locator("#item-A1-3").isChecked()).isTrue();
            open(visit, dana.at("/surveys/programme-survey/extra"));
            visit.look("survey-program");
            Answerer.programSurvey(dana).handIn(4);
            open(visit, dana.at("/surveys/programme-survey/extra/result"));
            visit.look("survey-thanks");
        }
    }
}
