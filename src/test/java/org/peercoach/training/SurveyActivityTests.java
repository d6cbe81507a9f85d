package org.peercoach.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.Statements;
import org.peercoach.fixture.TestMembers;
import org.peercoach.gradebook.Gradebook;
import org.peercoach.training.cohort.CohortPlan;
import org.peercoach.training.cohort.CohortPlans;
import org.peercoach.training.cohort.SessionDates;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An activity that asks for a survey: its page leads there, and handing in completes it. */
@ApplicationTest
class SurveyActivityTests {

    private static final String SURVEY = "/surveys/coach-skills/pre";
    private static final String STATEMENT = "While a colleague talks, I listen without preparing my answer.";
    private static final String LEVEL = "About half of the time";

    @Autowired
    TestMembers members;

    @Autowired
    Gradebook gradebook;

    @Autowired
    CohortPlans plans;

    @Autowired
    JdbcClient jdbc;

    private TestMembers.TestCourse course;
    private Coach mary;

    @BeforeEach
    void signIn() {
        course = members.course();
        mary = new Coach(course.coach("Mary Ellis"));
    }

    @Test
    void pageWhenNothingIsAnsweredThenLeadsToTheQuestionnaire() {
        assertThat(mary.page("S1.1"))
                .contains(
                        "18 statements", "Answer the questionnaire", mary.who().at(SURVEY), "Done when")
                .doesNotContain("id=\"done\"", "See my answers");
    }

    @Test
    void pageWhenBegunThenSaysSoAndStaysUndone() {
        mary.who().post(mary.who().at(SURVEY), Map.of("item.C1", "3", "later", "1"));
        assertThat(mary.page("S1.1")).contains("Go on with the questionnaire").doesNotContain("id=\"done\"");
        assertThat(gradebook.status(
                        mary.who().member().course(), mary.who().member().id(), "session-1"))
                .isEmpty();
    }

    @Test
    void surveyWhenHandedInThenActivityDoneAndItsPointsInTheGradebook() {
        mary.answerSurvey(SURVEY);
        assertThat(mary.page("S1.1"))
                .contains("id=\"done\"", "See my answers")
                .doesNotContain("Answer the questionnaire");
        assertThat(mary.sessionPage()).contains("2 of 25 points", "1 of 11 done");
        assertThat(gradebook
                        .status(
                                mary.who().member().course(),
                                mary.who().member().id(),
                                "session-1")
                        .orElseThrow()
                        .points())
                .isEqualTo(2);
        mary.answerSurvey(SURVEY);
        assertThat(mary.sessionPage()).contains("2 of 25 points");
    }

    @Test
    void activityWhenPostedToItselfThenNothingIsDone() {
        assertThat(mary.who()
                        .post(mary.path("S1.1"), Map.of("handed-in", "yes"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(mary.page("S1.1")).doesNotContain("id=\"done\"");
    }

    @Test
    void surveyWhenItsWorkCannotBeDoneNowThenRefusedWithTheReasonAndTheWordsKept() {
        refused(new CohortPlan(false, Map.of(), Set.of("S1.1")), SURVEY, "SWITCHED-OFF");
        SessionDates later = new SessionDates(LocalDate.of(2199, 1, 1), null);
        refused(new CohortPlan(false, Map.of(1, later), Set.of()), SURVEY, "OPENS-LATER");
        refused(new CohortPlan(true, Map.of(), Set.of()), "/surveys/coach-skills/post", "SESSION-LOCKED");
        assertThat(jdbc.sql("select count(*) from survey_response where member_id = ?")
                        .param(mary.who().member().id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
        plan(CohortPlan.USUAL);
        assertThat(mary.who().get(mary.who().at(SURVEY)).statusCode()).isEqualTo(200);
    }

    @Test
    void surveyWhenHandedInBeforeItWasLeftOutThenMayStillBeChanged() {
        mary.answerSurvey(SURVEY);
        plan(new CohortPlan(true, Map.of(), Set.of("S1.1")));
        assertThat(mary.who().get(mary.who().at(SURVEY)).body()).contains("Hand in the changes");
    }

    @Test
    void surveyWhenATrainerAsksEverybodyThenNeedsNoOpenSession() {
        plan(new CohortPlan(true, Map.of(), Set.of()));
        String survey = mary.who().at("/surveys/programme-survey/extra");
        assertThat(mary.who().get(survey).statusCode()).isEqualTo(409);
        SignedIn tom = course.trainer("Tom Trainer");
        tom.post(tom.at("/surveys"), Map.of("survey", "programme-survey/EXTRA"));
        assertThat(mary.who().get(survey).statusCode()).isEqualTo(200);
    }

    @Test
    void surveyWhenItsSessionIsLeftOutThenRefusedInWordsAndTheDraftShownToItsAuthor() {
        String path = mary.who().at(SURVEY);
        mary.who().post(path + "/draft", Map.of("comment", "I listen to others."));
        plan(new CohortPlan(false, Map.of(), Set.of(), Set.of(1), List.of()));
        HttpResponse<String> page = mary.who().get(path);
        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.body()).contains("SWITCHED-OFF", "I listen to others.");
        Coach ken = new Coach(course.coach("Ken Park"));
        assertThat(ken.who().get(ken.who().at(SURVEY)).body()).doesNotContain("I listen to others.");
        HttpResponse<String> typed = mary.who().post(path + "/draft", Map.of("comment", "And more."));
        assertThat(typed.statusCode()).isEqualTo(409);
        assertThat(typed.headers().firstValue("Pc-Refused")).contains("SWITCHED-OFF");
        HttpResponse<String> sent = mary.who().post(path, Map.of("comment", "And more."));
        assertThat(sent.statusCode()).isEqualTo(409);
        assertThat(sent.body()).contains("SWITCHED-OFF", "And more.");
    }

    @Test
    void surveyWhenLeftOutWithChoicesInItsDraftThenItsPagesLeadThereAndShowThem() {
        String survey = mary.who().at(SURVEY);
        String result = survey + "/result";
        mary.who().post(survey + "/draft", Map.of("item.C1", "3", "comment", "I listen to others."));
        assertThat(mary.who().get(result).statusCode()).as("it is open").isEqualTo(404);
        for (CohortPlan plan : List.of(
                new CohortPlan(false, Map.of(), Set.of(), Set.of(1), List.of()),
                new CohortPlan(false, Map.of(), Set.of("S1.1")))) {
            plan(plan);
            assertThat(mary.sessionPage()).contains(mary.path("S1.1") + "\"");
            assertThat(mary.page("S1.1")).contains("leaves this activity out", result);
            assertThat(mary.who().get(result).body())
                    .contains("You have not handed these in.", STATEMENT, LEVEL, "I listen to others.")
                    .doesNotContain("data-pc-forget", "Change my answers");
            assertThat(mary.who().get(survey).body()).contains(STATEMENT + ": " + LEVEL);
            String sent = mary.who().post(survey, Map.of("item.C1", "3")).body();
            assertThat(sent).contains("SWITCHED-OFF", STATEMENT + ": " + LEVEL);
        }
        Coach ken = new Coach(course.coach("Ken Park"));
        assertThat(ken.who().get(ken.who().at(SURVEY + "/result")).statusCode()).isEqualTo(404);
        assertThat(ken.sessionPage()).doesNotContain(ken.path("S1.1") + "\"");
        assertThat(ken.who().get(ken.path("S1.1")).statusCode()).isEqualTo(409);
    }

    @Test
    void surveyWhenItsSessionIsLeftOutAfterItWasHandedInThenItsAnswersStayToRead() {
        mary.answerSurvey(SURVEY);
        plan(new CohortPlan(false, Map.of(), Set.of(), Set.of(1), List.of()));
        assertThat(mary.who().get(mary.who().at(SURVEY + "/result")).statusCode())
                .isEqualTo(200);
        assertThat(mary.page("S1.1"))
                .contains("leaves this activity out", mary.who().at(SURVEY + "/result"));
    }

    private void refused(CohortPlan plan, String survey, String code) {
        plan(plan);
        String path = mary.who().at(survey);
        assertThat(mary.who().get(path).statusCode()).isEqualTo(409);
        assertThat(mary.who().get(path).body()).contains(code);
        HttpResponse<String> answer =
                mary.who().post(path, Map.of("item.C1", "3", "comment", "I listen.", "later", "1"));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains(code, "I listen.");
        assertThat(mary.who()
                        .post(path + "/draft", Map.of("comment", "I listen."))
                        .statusCode())
                .isEqualTo(409);
    }

    private void plan(CohortPlan plan) {
        plans.keep(mary.who().member().course(), plan);
    }

    @Test
    void pageWhenTrainerLooksThenThePreview() {
        SignedIn tom = course.trainer("Tom Trainer");
        assertThat(new Coach(tom).page("S1.1"))
                .contains("See what is asked")
                .doesNotContain("Answer the questionnaire");
        assertThat(tom.get(tom.at(SURVEY)).statusCode()).isEqualTo(200);
    }

    @Test
    void pageWhenOpenedThenFewStatements() {
        mary.answerSurvey(SURVEY);
        assertThat(Statements.during("", () -> mary.page("S1.1")))
                .hasSizeLessThanOrEqualTo(4)
                .isNotEmpty();
    }
}
