package org.peercoach.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.Statements;
import org.peercoach.fixture.TestMembers;
import org.peercoach.gradebook.Gradebook;
import org.springframework.beans.factory.annotation.Autowired;

/** An activity that asks for a survey: its page leads there, and handing in completes it. */
@ApplicationTest
class SurveyActivityTests {

    private static final String SURVEY = "/surveys/coach-skills/pre";

    @Autowired
    TestMembers members;

    @Autowired
    Gradebook gradebook;

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
