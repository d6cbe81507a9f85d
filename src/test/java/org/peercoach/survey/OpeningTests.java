package org.peercoach.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.Statements;
import org.springframework.beans.factory.annotation.Autowired;

/** Trainers open the needs assessment, close it and open it again; those whom it asks find it. */
@ApplicationTest
class OpeningTests extends TomsCourse {

    @Autowired
    SurveyNextSteps nextSteps;

    private SignedIn dana;

    @BeforeEach
    void begin() {
        dana = course.participant("Dana Reed");
    }

    @Test
    void listWhenNothingIsOpenThenSaysWhatComes() {
        assertThat(dana.get(dana.at("/surveys")).body()).contains("Nothing is asked at present");
        assertThat(nextSteps.nextStep(dana.member())).isEmpty();
        assertThat(dana.get(dana.at("/surveys/needs-assessment/pre")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void surveyWhenOpenedThenParticipantsAndCoachesAreAsked() {
        open("", "");
        for (SignedIn who : List.of(dana, course.coach("Mary Ellis"))) {
            assertThat(who.get(who.at("/surveys")).body())
                    .contains("What would help you?", "Before · about 10 minutes");
            assertThat(Answerer.needs(who).page()).contains("Would you like help with this?", "Yes, soon");
        }
        assertThat(nextSteps.nextStep(dana.member()).orElseThrow().path())
                .isEqualTo(dana.at("/surveys/needs-assessment/pre"));
        assertThat(acts()).containsExactly("survey.opened");
        Answerer.needs(dana).handIn(2);
        assertThat(nextSteps.nextStep(dana.member())).isEmpty();
        assertThat(dana.get(dana.at("/surveys")).body()).contains("Handed in", "/surveys/needs-assessment/pre/result");
    }

    @Test
    void surveyWhenItHasALastDayThenPagesNameThatDay() {
        open("", "2199-11-26");
        for (SignedIn who : List.of(dana, tom)) {
            assertThat(who.get(who.at("/surveys")).body()).contains("until Nov\u00a026, 2199");
        }
    }

    @Test
    void nextStepWhenNoSurveyAsksTheRoleThenTheDatabaseIsNotAsked() {
        open("", "");
        for (SignedIn who : List.of(tom, course.observer("Olga Stone"))) {
            assertThat(Statements.during(
                            "survey_",
                            () -> assertThat(nextSteps.nextStep(who.member())).isEmpty()))
                    .isEmpty();
        }
        assertThat(Statements.during(
                        "survey_",
                        () -> assertThat(nextSteps.nextStep(dana.member())).isPresent()))
                .hasSize(1);
    }

    @Test
    void surveyWhenOpenedTwiceAtOnceThenOnce() {
        List<Integer> answers = IntStream.range(0, 3)
                .parallel()
                .mapToObj(one -> open("", "").statusCode())
                .toList();
        assertThat(answers).contains(302);
        assertThat(jdbc.sql("select count(*) from survey_administration where course_id = ?")
                        .param(tom.member().course().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "needs-assessment/PRE, 2026-13-01, '', Write each date",
        "needs-assessment/PRE, '', tomorrow, Write each date",
        "needs-assessment/PRE, +999999999-12-31, '', Write each date",
        "needs-assessment/PRE, '', +999999999-12-31, Write each date",
        "needs-assessment/PRE, -0001-01-01, '', Write each date",
        "needs-assessment/PRE, 2201-01-01, '', Write each date",
        "needs-assessment/PRE, '', 2020-01-01, cannot be over already",
        "coach-skills/PRE, '', '', Choose another one",
        "nothing/PRE, '', '', Choose another one"
    })
    void formWhenSomethingIsWrongThenSaysSoAndKeepsTheInput(String survey, String opens, String closes, String words) {
        HttpResponse<String> answer =
                tom.post(tom.at("/surveys"), Map.of("survey", survey, "opens", opens, "closes", closes));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(words, "value=\"" + opens + closes + "\"");
        assertThat(acts()).isEmpty();
    }

    @Test
    void surveyWhenItOpensLaterThenNotYet() {
        open("2199-01-01", "2199-02-01");
        assertThat(dana.get(dana.at("/surveys")).body()).contains("Opens later");
        assertThat(Answerer.needs(dana).page()).contains("This survey opens later");
        assertThat(dana.post(dana.at("/surveys/needs-assessment/pre"), Map.of("item.A1", "1"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void surveyWhenClosedOverADraftThenItStaysToReadAndWhatIsSentIsGivenBack() {
        open("", "");
        Answerer.Tab tab = Answerer.needs(dana).open();
        Map<String, String> answers = tab.everywhere(2);
        tab.leave(answers);
        String result = dana.at("/surveys/needs-assessment/pre/result");
        assertThat(dana.get(result).statusCode()).as("it is open").isEqualTo(404);
        act("close");
        assertThat(dana.get(dana.at("/surveys")).body()).contains(result);
        assertThat(Answerer.needs(dana).page()).contains("See what I had answered", result);
        assertThat(dana.get(result).body())
                .contains("You have not handed these in", "2.0")
                .doesNotContain("Change my answers");
        HttpResponse<String> late = tab.handIn(answers);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("SURVEY-CLOSED", "Your text is kept");
        SignedIn other = course.participant("Ben Cole");
        assertThat(other.get(result.replace(dana.at(""), other.at(""))).statusCode())
                .isEqualTo(404);
    }

    @Test
    void surveyWhenClosedThenNothingChangesUntilItIsOpenedAgain() {
        open("", "");
        Answerer.needs(dana).handIn(2);
        assertThat(act("close").statusCode()).isEqualTo(302);
        assertThat(Answerer.needs(dana).page()).contains("You have handed this in", "can no longer be changed");
        assertThat(dana.post(dana.at("/surveys/needs-assessment/pre"), Map.of("item.A1", "1"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(Answerer.needs(dana).result().body()).contains("2.0").doesNotContain("Change my answers");
        act("reopen");
        assertThat(Answerer.needs(dana).result().body()).contains("Change my answers");
        assertThat(acts()).containsExactly("survey.opened", "survey.closed", "survey.reopened");
    }

    @Test
    void closeWhenNotATrainerOrOfTheTrainingThenRefused() {
        open("", "");
        SignedIn mary = course.coach("Mary Ellis");
        for (SignedIn who : List.of(dana, mary, course.observer("Olga Stone"))) {
            assertThat(who.post(who.at("/surveys/needs-assessment/pre/close"), Map.of())
                            .statusCode())
                    .isEqualTo(403);
            assertThat(who.post(who.at("/surveys"), Map.of("survey", "programme-survey/EXTRA"))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(tom.post(tom.at("/surveys/coach-skills/pre/close"), Map.of()).statusCode())
                .isEqualTo(409);
    }

    @Test
    void surveyWhenOpenInOneCourseThenNotInAnotherNorInAnotherDistrict() {
        open("", "");
        SignedIn beside = course.sibling().participant("Dana Reed");
        SignedIn far = members.course().participant("Far Away");
        for (SignedIn who : List.of(beside, far)) {
            assertThat(who.get(who.at("/surveys")).body()).contains("Nothing is asked at present");
            assertThat(who.get(who.at("/surveys/needs-assessment/pre")).statusCode())
                    .isEqualTo(404);
            assertThat(who.post(who.at("/surveys/needs-assessment/pre"), Map.of("item.A1", "1"))
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    private HttpResponse<String> open(String opens, String closes) {
        return tom.post(tom.at("/surveys"), Map.of("survey", "needs-assessment/PRE", "opens", opens, "closes", closes));
    }

    private HttpResponse<String> act(String act) {
        return tom.post(tom.at("/surveys/needs-assessment/pre/" + act), Map.of());
    }

    private List<String> acts() {
        return jdbc.sql("select act from audit_entry where course_id = ? and act like 'survey.%' order by id")
                .param(tom.member().course().value())
                .query((row, index) -> row.getString(1))
                .list();
    }
}
