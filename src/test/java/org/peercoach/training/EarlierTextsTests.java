package org.peercoach.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers;
import org.peercoach.training.cohort.CohortPlan;
import org.peercoach.training.cohort.CohortPlans;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was answered in a text that is another now: it belongs to the text that it answered, and none of it is lost. */
@ApplicationTest
class EarlierTextsTests {

    private static final String SIXTH = """
              - key: q6
                text: What do we call the Tuesday meeting?
                options:
                  - {key: a, text: The circle., right: true, feedback: So we do.}
                  - {key: b, text: The square., feedback: Not yet.}
            """;

    private static final String LAB = "S2.4";
    private static final String ITEM = """
              - key: tuesday
                text: “Not on a Tuesday.”
                models:
                  - {field: paraphrase, text: Tuesdays are full.}
                  - {field: question, text: 'What fills them?'}
                note: So it is.
            """;
    private static final String HABIT = "      - key: habit\n";
    private static final String OWN = "      - {key: own, label: Our own question, kind: text}\n";

    @Autowired
    TestMembers members;

    @Autowired
    CohortPlans plans;

    @Autowired
    OwnWords words;

    @Autowired
    JdbcClient jdbc;

    private TestMembers.TestCourse course;
    private Coach mary;
    private long district;

    @BeforeEach
    void signIn() {
        course = members.course();
        SignedIn coach = course.coach("Mary Ellis");
        mary = new Coach(coach);
        district = coach.member().district();
    }

    @Test
    void checkWhenTheTextAsksLessNowThenEachTryIsCountedByItsOwnQuestions() {
        words.publish(district, "S1.9", text -> text + SIXTH);
        Map<String, String> all = Map.of("q1", "a", "q2", "a", "q3", "a", "q4", "a", "q5", "a", "q6", "a");
        mary.open("S1.9").finish(Map.of("q6", "a"));
        mary.open("S1.9").finish(all);
        assertThat(mary.page("S1.9")).contains("1 of 6 right").doesNotContain("· 6 of 6");
        words.bringBack(district, "S1.9");
        assertThat(mary.page("S1.9"))
                .contains("· 1 of 6 right", "· 6 of 6 right")
                .doesNotContain("6 of 5", "1 of 5");
        mary.answer("a", "a", "a", "a", "b");
        assertThat(mary.page("S1.9")).contains("· 6 of 6 right").doesNotContain("· 4 of", "· 5 of");
    }

    @Test
    void checkWhenATryIsFromBeforeItsQuestionsWereNotedThenNeverMoreRightThanAsked() {
        mary.answer("a", "a", "a", "a", "a");
        mary.answer("a", "a", "a", "a", "b");
        jdbc.sql("update training_handed_in set questions = null, right_answers = 7 where state_id in"
                        + " (select id from training_activity_state where member_id = ?)")
                .param(mary.who().member().id().value())
                .update();
        assertThat(mary.page("S1.9")).contains("· 7 of 7 right");
    }

    @Test
    void rewritingWhenTheTextHasAnItemAndAFieldNoLongerThenTheirWordsStayToReadForTheirAuthorAlone() {
        words.publish(
                district,
                LAB,
                text -> text.replace("items:\n", "items:\n" + ITEM).replace(HABIT, OWN + HABIT));
        SignedIn coach = mary.who();
        String path = coach.at("/training/sessions/2/activities/" + LAB);
        Map<String, String> sent = new HashMap<>(Map.of("item", "tuesday"));
        sent.put("tuesday:paraphrase", "Koala paraphrase");
        sent.put("tuesday:question", "Koala question?");
        sent.put("tuesday:mark", "close");
        coach.post(path, sent);
        coach.post(path + "/draft", Map.of("looking-back.own", "Wombat record"));
        assertThat(coach.get(path).body()).doesNotContain("Earlier fields");
        String old = coach.get(path).body();

        words.bringBack(district, LAB);
        String[] all = {
            "tuesday · paraphrase", "Koala paraphrase", "Koala question?", "looking back · own", "Wombat record"
        };
        assertThat(coach.get(path).body())
                .contains("Earlier fields")
                .contains(all)
                .doesNotContain("tuesday · mark");
        assertThat(new Exercises(coach).from(old, path, Map.of("tuesday:question", "Koala and lemur?")))
                .isEqualTo(204);
        assertThat(coach.get(path).body()).contains("Koala paraphrase", "Koala and lemur?");
        SignedIn tom = course.trainer("Tom Trainer");
        String person = "/training/cohort/people/" + coach.member().id();
        for (String page : List.of(
                person,
                person + "/" + LAB,
                "/training/review/2/" + coach.member().id())) {
            assertThat(tom.get(tom.at(page)).body()).doesNotContain("Koala", "Wombat");
        }
        plans.keep(coach.member().course(), new CohortPlan(false, Map.of(), Set.of(LAB)));
        assertThat(coach.get(path).body()).contains("leaves this activity out", "Koala paraphrase", "Wombat record");
    }

    @Test
    void practiceWhenTextsAreOfNothingThatItAsksForThenTheyAreToldAndChoicesAreNot() {
        Answer written = new Answer(Map.of(
                "gone:paraphrase", "one",
                "gone:box", "opinion",
                "gone:mark", "close",
                "noisy:paraphrase", "still asked"));
        assertThat(EarlierFields.lines(TestExercises.practice("S20.1"), written))
                .containsExactly(new EarlierFields.EarlierLine("gone · paraphrase", "one"));
        Answer rated = new Answer(Map.of("gone:aim:evidence", "two", "gone:l1", "clear", "record.gone", "three"));
        assertThat(EarlierFields.lines(TestExercises.practice("S20.4"), rated))
                .extracting(EarlierFields.EarlierLine::text)
                .containsExactly("two", "three");
    }
}
