package org.peercoach.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.Statements;
import org.peercoach.fixture.TestMembers;
import org.peercoach.gradebook.Gradebook;
import org.springframework.beans.factory.annotation.Autowired;

/** UX-T4: a trainer's word on one activity: reasoned, seen by the coach, audited, undone, and the points follow. */
@ApplicationTest
class DecisionTests extends TomAndMary {

    private static final String SECRET = "Nobody else may read this sentence.";

    @Autowired
    Gradebook gradebook;

    @Test
    void decisionWhenCompleteThenPointsReasonAndAuditAndUndoTakesAllBack() {
        assertThat(decide("S1.4", "yes", "You said it in person.").statusCode()).isEqualTo(302);
        assertThat(points()).isEqualTo(4);
        assertThat(mary.sessionPage())
                .contains("Tom Trainer counts this as complete", "You said it in person.", "1 of 11 done");
        assertThat(page("S1.4")).contains("Take this back", "You said it in person.");
        assertThat(audited()).containsExactly("training.counted S1.4");

        tom.post(path("S1.4") + "/undo", Map.of());
        assertThat(points()).isZero();
        assertThat(mary.sessionPage()).contains("0 of 11 done").doesNotContain("You said it in person.");
        assertThat(audited()).containsExactly("training.counted S1.4", "training.decision-undone S1.4");
    }

    @Test
    void decisionWhenTakenBackWithoutOneThenNothingAudited() {
        tom.post(path("S1.4") + "/undo", Map.of());
        assertThat(audited()).isEmpty();
    }

    @Test
    void sessionPageWhenManyDecisionsThenTheirTrainersAreAskedForOnce() {
        decide("S1.2", "yes", "One.");
        mary.sessionPage();
        int one = Statements.during("course_", mary::sessionPage).size();
        for (String id : List.of("S1.3", "S1.4", "S1.5")) {
            decide(id, "yes", "Another.");
        }
        assertThat(Statements.during("course_", mary::sessionPage)).hasSizeLessThanOrEqualTo(one);
    }

    @Test
    void decisionWhenNotCompleteThenItBeatsTheWorkUntilTakenBack() {
        mary.read("S1.2");
        assertThat(points()).isEqualTo(1);
        decide("S1.2", "no", "Read it with me first.");
        assertThat(points()).isZero();
        mary.read("S1.2");
        assertThat(points()).isZero();
        assertThat(mary.page("S1.2")).contains("Tom Trainer counts this as not complete yet", "Read it with me first.");
        tom.post(path("S1.2") + "/undo", Map.of());
        assertThat(points()).isEqualTo(1);
    }

    @Test
    void decisionWhenWithoutChoiceOrReasonThenRefusedAndInputKept() {
        var noChoice = tom.post(path("S1.2"), Map.of("reason", "Because I say so"));
        assertThat(noChoice.statusCode()).isEqualTo(422);
        assertThat(noChoice.body()).contains("Choose how it counts.", "Because I say so");
        var noReason = tom.post(path("S1.2"), Map.of("complete", "yes", "reason", "  "));
        assertThat(noReason.statusCode()).isEqualTo(422);
        assertThat(noReason.body()).contains("Say why.", "value=\"yes\" checked");
        assertThat(decide("S1.2", "yes", "x".repeat(501)).statusCode()).isEqualTo(422);
        assertThat(points()).isZero();
    }

    @Test
    void decisionWhenByACoachOrInAnotherCourseThenRefused() {
        assertThat(mary.who()
                        .post(path("S1.2"), Map.of("complete", "yes", "reason", "Me"))
                        .statusCode())
                .isEqualTo(403);
        SignedIn tina = course.sibling().trainer("Tina Other");
        String there = tina.at("/training/cohort/people/" + mary.who().member().id());
        assertThat(tina.get(there).statusCode()).isEqualTo(404);
        assertThat(tina.get(there + "/S1.2").statusCode()).isEqualTo(404);
        assertThat(tina.post(there + "/S1.2", Map.of("complete", "yes", "reason", "Me"))
                        .statusCode())
                .isEqualTo(404);
        TestMembers.TestCourse farAway = members.course();
        SignedIn far = farAway.trainer("Fay Far");
        assertThat(far.get(far.at(
                                "/training/cohort/people/" + mary.who().member().id()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(points()).isZero();
        assertThat(tom.get(tom.at("/training/cohort/people/" + tom.member().id()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(tom.get(path("S1.99")).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("Ruling 43: a trainer's pages show facts and what was shared, never a private text")
    void pagesWhenTextsArePrivateThenOnNone() {
        mary.reflect("S1.3", Coach.SIXTY_WORDS + " " + SECRET, "me");
        mary.open("S1.2").autosave(Map.of("note", SECRET));
        mary.open("S1.10").autosave(Map.of("text", SECRET, "share", "trainer"));
        String person = tom.get(
                        tom.at("/training/cohort/people/" + mary.who().member().id()))
                .body();
        assertThat(person)
                .contains("Mary Ellis", "2 of 25 points", "Still needs: ")
                .doesNotContain(SECRET);
        for (String id : List.of("S1.2", "S1.3", "S1.10")) {
            assertThat(page(id)).doesNotContain(SECRET);
        }
        mary.reflect("S1.3", Coach.SIXTY_WORDS + " I share this.", "trainer");
        assertThat(page("S1.3")).contains("I share this.");
    }

    private String path(String activity) {
        return tom.at("/training/cohort/people/" + mary.who().member().id() + "/" + activity);
    }

    private String page(String activity) {
        return tom.get(path(activity)).body();
    }

    private java.net.http.HttpResponse<String> decide(String activity, String complete, String reason) {
        return tom.post(path(activity), Map.of("complete", complete, "reason", reason));
    }

    private int points() {
        return gradebook
                .status(mary.who().member().course(), mary.who().member().id(), "session-1")
                .map(status -> status.points())
                .orElse(0);
    }

    private List<String> audited() {
        return jdbc.sql(
                        "select act, details from audit_entry where course_id = ? and act like 'training.%' order by id")
                .param(tom.member().course().value())
                .query((row, index) -> row.getString(1) + " " + row.getString(2))
                .list();
    }
}
