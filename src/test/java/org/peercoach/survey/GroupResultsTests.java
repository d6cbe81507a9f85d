package org.peercoach.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.Statements;

/** Trainers and leaders see what five people or more answered, in steps of five, and never more (ruling 43). */
@ApplicationTest
class GroupResultsTests extends TomsCourse {

    private static final String GROUP = "/surveys/coach-skills/pre/group";
    private static final String LATER = "/surveys/coach-skills/post/group";

    @Test
    void groupWhenFewerThanFiveAnsweredThenNothingIsShown() {
        answer(1, 4, 5);
        assertThat(group(GROUP))
                .contains("Fewer than five answers: nothing is shown")
                .doesNotContain("5.0");
        assertThat(tom.get(tom.at("/surveys")).body())
                .contains("fewer than five answers")
                .doesNotContain("/group\"");
    }

    @Test
    void groupWhenFiveAnsweredThenMeansAndTheSixthDoesNotChangeThem() {
        answer(1, 5, 5);
        assertThat(group(GROUP)).contains("The answers of 5 people", "5.0").doesNotContain("1.0");
        answer(6, 6, 1);
        assertThat(group(GROUP)).contains("The answers of 5 people", "5.0").doesNotContain("4.3");
        answer(7, 10, 1);
        assertThat(group(GROUP)).contains("The answers of 10 people", "3.0");
    }

    @Test
    void groupWhenSomebodyChangesAnAnswerThenTheFiguresDoNotTell() {
        answer(1, 5, 5);
        group(GROUP);
        coach(1).handIn(1);
        assertThat(group(GROUP)).contains("5.0").doesNotContain("4.2");
    }

    @Test
    void laterGroupWhenTheSamePeopleAnsweredThenComparedPersonByPerson() {
        answer(1, 5, 2);
        postIsAsked();
        for (int number = 1; number <= 5; number++) {
            later(number).handIn(4);
        }
        assertThat(group(LATER)).contains("The 5 people who answered both times", "2.0", "4.0", "Change: +2.0");
    }

    @Test
    void laterGroupWhenFewDidNotAnswerAgainThenBothWavesAsTheyAreAndNotThePairs() {
        answer(1, 5, 2);
        answer(6, 6, 5);
        postIsAsked();
        for (int number = 1; number <= 5; number++) {
            later(number).handIn(4);
        }
        assertThat(group(LATER))
                .contains("Before: 6 people. Now: 5 people.", "2.5", "4.0")
                .doesNotContain("answered both times", "2.0<");
    }

    @Test
    void groupWhenAskedForByOthersThenRefusedAndLeadersMayLook() {
        answer(1, 5, 3);
        SignedIn mary = coach(1).who();
        assertThat(mary.get(mary.at(GROUP)).statusCode()).isEqualTo(403);
        SignedIn dana = course.participant("Dana Reed");
        assertThat(dana.get(dana.at(GROUP)).statusCode()).isEqualTo(403);
        assertThat(dana.get(dana.at("/surveys/coach-skills/pre")).statusCode()).isEqualTo(404);
        SignedIn lea = course.leader("Lea Leader");
        assertThat(lea.get(lea.at(GROUP)).body()).contains("The answers of 5 people");
    }

    @Test
    void groupWhenOfAnotherCourseThenItsAnswersAreNotCounted() {
        answer(1, 5, 3);
        SignedIn other = course.sibling().trainer("Tina Other");
        assertThat(other.get(other.at(GROUP)).body()).contains("nothing is shown");
        SignedIn far = members.course().trainer("Far Away");
        assertThat(far.get(far.at(GROUP)).body()).contains("nothing is shown");
        assertThat(far.get(tom.at(GROUP)).statusCode()).isEqualTo(401);
    }

    @Test
    void pagesWhenOpenedThenFewStatements() {
        answer(1, 6, 3);
        group(GROUP);
        assertThat(Statements.during("survey_", () -> group(GROUP))).hasSizeLessThanOrEqualTo(5);
        assertThat(Statements.during("survey_", () -> tom.get(tom.at("/surveys"))))
                .hasSizeLessThanOrEqualTo(2);
    }

    private String group(String path) {
        return tom.get(tom.at(path)).body();
    }

    private void answer(int from, int to, int level) {
        for (int number = from; number <= to; number++) {
            coach(number).handIn(level, Map.of("comment", "Secret " + number));
        }
    }

    private Answerer coach(int number) {
        return Answerer.coachSkills(course.coach("Coach " + number));
    }

    private Answerer later(int number) {
        return new Answerer(coach(number).who(), "/surveys/coach-skills/post");
    }

    /** As when session 8 asks for it. */
    private void postIsAsked() {
        jdbc.sql("insert into survey_administration (course_id, instrument, wave, anonymous, by_trainer, opens_at)"
                        + " values (?, 'coach-skills', 'POST', false, true, timestamp '2020-01-01 00:00:00')")
                .param(tom.member().course().value())
                .update();
    }
}
