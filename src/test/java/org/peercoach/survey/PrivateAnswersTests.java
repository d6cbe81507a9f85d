package org.peercoach.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;

/** Answers are their author's alone (ruling 43), and the author can see and take all of them. */
@ApplicationTest
class PrivateAnswersTests extends TomsCourse {

    private static final String SECRET = "I am afraid of the first visit.";

    private Answerer dana;

    @BeforeEach
    void answer() {
        tom.post(tom.at("/surveys"), Map.of("survey", "needs-assessment/PRE"));
        dana = Answerer.needs(course.participant("Dana Reed"));
        dana.handIn(1, Map.of("open.lesson-to-improve", SECRET, "help.A1", "soon", "share", "yes"));
    }

    @Test
    void answersWhenOthersLookThenOnNoPageOfTheirs() {
        assertThat(dana.result().body()).contains(SECRET, "Help: Yes, soon", "You share these answers");
        List<SignedIn> others = List.of(
                tom, course.administrator("Ada Park"), course.coach("Mary Ellis"), course.participant("Ben Hill"));
        for (SignedIn who : others) {
            for (String path : List.of(
                    "",
                    "/surveys",
                    "/surveys/needs-assessment/pre",
                    "/surveys/needs-assessment/pre/result",
                    "/surveys/needs-assessment/pre/group",
                    "/training",
                    "/people",
                    "/people/people.csv",
                    "/gradebook",
                    "/my-data/download")) {
                assertThat(who.get(who.at(path)).body())
                        .as(who.member().role() + path)
                        .doesNotContain(SECRET);
            }
        }
    }

    @Test
    void downloadWhenAskedForThenHoldsTheOwnAnswers() {
        assertThat(dana.who().get(dana.who().at("/my-data")).body()).contains("Surveys answered");
        assertThat(dana.who().get(dana.who().at("/my-data/download")).body())
                .contains(SECRET, "needs-assessment", "\"sharedWithCoach\"", "item.A1");
    }

    @Test
    void tickWhenTakenAwayThenNoLongerSharedEvenBeforeTheHandIn() {
        assertThat(shared()).isTrue();
        assertThat(dana.page()).contains("name=\"share\" value=\"yes\" checked");
        Map<String, String> fields = dana.open().everywhere(1);
        dana.open().autosave(fields);
        assertThat(shared()).isFalse();
        assertThat(dana.page()).doesNotContain("value=\"yes\" checked");
        fields.put("share", "yes");
        dana.open().autosave(fields);
        assertThat(shared()).isFalse();
        dana.open().handIn(fields);
        assertThat(shared()).isTrue();
    }

    @Test
    void tickWhenOpenedFirstThenIsThereAndExplainedButNotForCoaches() {
        assertThat(Answerer.needs(course.participant("Ben Hill")).page())
                .contains("name=\"share\" value=\"yes\" checked", "Take the tick away");
        assertThat(Answerer.needs(course.coach("Mary Ellis")).page()).doesNotContain("name=\"share\"");
    }

    private boolean shared() {
        return jdbc.sql("select shared_with_coach from survey_response where member_id = ?")
                .param(dana.who().member().id().value())
                .query(Boolean.class)
                .single();
    }
}
