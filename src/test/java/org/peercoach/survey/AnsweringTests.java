package org.peercoach.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People answer: nothing typed is lost, one response a person, and changed only as long as that is right. */
@ApplicationTest
class AnsweringTests {

    @Autowired
    TestMembers members;

    @Autowired
    JdbcClient jdbc;

    private TestMembers.TestCourse course;
    private Answerer mary;

    @BeforeEach
    void signIn() {
        course = members.course();
        mary = Answerer.coachSkills(course.coach("Mary Ellis"));
    }

    @Test
    void formWhenOpenedThenEverythingIsAskedAndNothingIsWritten() {
        assertThat(mary.page())
                .contains("Coach skills self-assessment", "18 statements", "18. ", "Almost always", "Only you can see")
                .doesNotContain("Would you like help");
        assertThat(rows()).isZero();
    }

    @Test
    void draftWhenAutosavedThenThereAgainAndAWrongValueIsDropped() {
        HttpResponse<String> saved =
                mary.open().autosave(Map.of("item.C1", "4", "item.C2", "9", "comment", "Ask <more>", "x", "y"));
        assertThat(saved.statusCode()).isEqualTo(204);
        assertThat(saved.headers().firstValue("Pc-Version")).contains("1");
        assertThat(mary.page())
                .contains("id=\"item-C1-4\" name=\"item.C1\" value=\"4\" checked", "Ask &lt;more&gt;")
                .doesNotContain("value=\"9\"");
        assertThat(stored("draft")).contains("item.C1").doesNotContain("item.C2", "\"x\"");
    }

    @Test
    void handInWhenAnswersAreMissingThenSaysWhichAndKeepsTheRest() {
        Answerer.Tab tab = mary.open();
        Map<String, String> all = tab.everywhere(3);
        all.remove("item.C2");
        all.put("comment", "I want to listen more.");
        HttpResponse<String> answer = tab.handIn(all);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("One answer is missing", "href=\"#item-C2\"", "I want to listen more.", "item-C1-3\" name")
                .contains("aria-describedby=\"item-C2-e\"");
        assertThat(mary.result().statusCode()).isEqualTo(404);
    }

    @Test
    void handInWhenCompleteThenOwnResultAndMayBeChanged() {
        HttpResponse<String> answer = mary.handIn(3, Map.of("comment", "Listen more."));
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/surveys/coach-skills/pre/result");
        assertThat(mary.result().body())
                .contains("Handed in on", "Listening and talking", "3.0", "About half of the time")
                .contains("Listen more.", "Change my answers", "width=\"60\"");
        assertThat(mary.page()).contains("You handed this in on", "Hand in the changes");
        mary.handIn(4);
        assertThat(mary.result().body()).contains("4.0").doesNotContain("3.0", "Listen more.");
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void handInWhenPressedInSeveralTabsAtOnceThenOneResponse() {
        List<Answerer.Tab> tabs =
                IntStream.range(0, 4).mapToObj(tab -> mary.open()).toList();
        List<Integer> answers = tabs.parallelStream()
                .map(tab -> tab.handIn(tab.everywhere(3)).statusCode())
                .toList();
        assertThat(answers).allMatch(status -> status == 302 || status == 303);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void draftWhenAnotherTabSavedOtherAnswersThenTheChoiceIsThePersons() {
        Answerer.Tab old = mary.open();
        mary.open().autosave(Map.of("item.C1", "5"));
        assertThat(old.autosave(Map.of("item.C1", "1")).statusCode()).isEqualTo(409);
        HttpResponse<String> choice = old.leave(Map.of("item.C1", "1"));
        assertThat(choice.statusCode()).isEqualTo(409);
        assertThat(choice.body()).contains("There are two versions", "Rarely", "Almost always");
        assertThat(stored("draft")).contains("\"5\"");
    }

    @Test
    void handInWhenTheLaterAnswersCameFirstThenTheEarlierOnesMayBeGivenOnce() {
        new Answerer(mary.who(), "/surveys/coach-skills/post").handIn(4);
        assertThat(mary.page()).contains("id=\"hand-in\"");
        assertThat(mary.open().autosave(Map.of("item.C1", "5")).statusCode()).isEqualTo(204);
        mary.handIn(2);
        assertThat(mary.result().body()).contains("2.0").doesNotContain("Change my answers");
        assertThat(mary.open().handIn(Map.of("item.C1", "5")).statusCode()).isEqualTo(409);
    }

    @Test
    void pageWhenOnlyLookedAtByTrainerThenAPreviewAndNothingIsSaved() {
        SignedIn tom = course.trainer("Tom Trainer");
        Answerer look = new Answerer(tom, mary.survey());
        assertThat(look.page())
                .contains("You are looking at what people are asked", "disabled")
                .doesNotContain("id=\"hand-in\"");
        assertThat(tom.post(look.path(), Map.of("item.C1", "1")).statusCode()).isEqualTo(403);
        assertThat(tom.post(look.path() + "/draft", Map.of("item.C1", "1")).statusCode())
                .isEqualTo(403);
        assertThat(tom.get(look.path() + "/result").statusCode()).isEqualTo(403);
    }

    private long rows() {
        return jdbc.sql("select count(*) from survey_response where member_id = ?")
                .param(mary.who().member().id().value())
                .query(Long.class)
                .single();
    }

    private String stored(String column) {
        return jdbc.sql("select " + column + " from survey_response where member_id = ?")
                .param(mary.who().member().id().value())
                .query(String.class)
                .single();
    }
}
