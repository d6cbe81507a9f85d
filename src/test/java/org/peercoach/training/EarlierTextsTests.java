package org.peercoach.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers;
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

    @Autowired
    TestMembers members;

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
        assertThat(mary.page("S1.9")).contains("· 1 of 6 right", "· 6 of 6 right").doesNotContain("6 of 5", "1 of 5");
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
}
