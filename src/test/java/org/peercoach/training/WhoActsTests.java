package org.peercoach.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peercoach.course.NextStep;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** UX-T1, T2, T4: what is done, what is missing and who has to act is said alike, and truly, wherever it is said. */
@ApplicationTest
class WhoActsTests {

    @Autowired
    TestMembers members;

    @Autowired
    TrainingCatalog catalog;

    @Autowired
    TrainingNextSteps steps;

    @Autowired
    DueDates due;

    @Autowired
    CohortGrid grid;

    @Autowired
    JdbcClient jdbc;

    private SignedIn tom;
    private Coach mary;

    @BeforeEach
    void signIn() {
        TestMembers.TestCourse course = members.course();
        tom = course.trainer("Tom Trainer");
        mary = new Coach(course.coach("Mary Ellis"));
    }

    @Test
    @DisplayName("UX-T4: a trainer’s “not complete” is no next step: the coach reads who, why, and whom to talk to")
    void decisionWhenNotCompleteThenNoNextStepAndTheCoachReadsWhomToTalkTo() {
        done(activity -> activity.id().startsWith("S1.") && !activity.id().equals("S1.7"));
        assertThat(next()).endsWith("/S1.7");
        decideNotComplete("S1.7");
        assertThat(next()).endsWith("/S2.1");
        assertThat(mary.sessionPage())
                .contains("Read it with me first.", "Talk to Tom Trainer about it.", "Not complete</span>")
                .contains("Your trainer counts one activity as not complete.")
                .doesNotContain("Pick up at activity", "Begin<", "Done when: You have read to the end");
        assertThat(mary.page("S1.7")).contains("Doing it again does not change that. Talk to Tom Trainer about it.");
        assertThat(path())
                .contains("Tom Trainer counts this as not complete yet", "Read it with me first.")
                .contains("Talk to your trainer", "Talk to Tom Trainer about it.");
        assertThat(states()).startsWith(CohortRow.State.HELD);
        assertThat(tom.get(person()).body())
                .contains("Counted as not complete by a trainer: Half a post")
                .doesNotContain("Still needs: ", "Talk to Tom");
        assertThat(tom.get(person() + "/S1.7").body())
                .contains("Tom Trainer counts this as not complete yet")
                .doesNotContain("Talk to Tom");
        assertThat(due.open(mary.who().member())).doesNotContain(1).contains(2);
    }

    @Test
    void coachWhenAllThatCanBeDoneIsDoneThenReadsWhatIsStillToComeAndFromWhom() {
        done(ActivityContent::open);
        assertThat(path())
                .contains("You have done all that can be done now", "8 activities wait for the discussion board")
                .contains("Your trainer can leave them out.", "Waits for the board, 10 of 11")
                .doesNotContain("Waiting for your trainer", "About ", "Next step", "If you like");
        assertThat(mary.sessionPage())
                .contains("Everything that is open is done", "One activity waits for the discussion board")
                .contains("10 of 11 done")
                .doesNotContain("about 20 minutes left");
        assertThat(states()).containsOnly(CohortRow.State.ROOM);
        assertThat(tom.get(person()).body())
                .contains("Waits for the discussion board: ")
                .doesNotContain("Still needs: ");
        assertThat(due.open(mary.who().member())).isEmpty();
    }

    @Test
    void coachWhenAWorksheetWaitsForItsMarkThenReadsThatItCountsAlready() {
        mary.fillIn("S1.8", "Talk in class");
        assertThat(path())
                .contains("One worksheet counts already and waits for your trainer’s mark.", "Started, 1 of 11");
    }

    @Test
    void coachWhenEverythingIsDoneThenThePathSaysSoAndLeadsToTheCertificate() {
        done(ActivityContent::required);
        assertThat(path())
                .contains("You have finished all 8 sessions", "See your certificate", "If you like · ")
                .contains("<span>Session 2:</span>")
                .doesNotContain("About ");
    }

    @Test
    void neededWhenListedThenAsDoneWhen() {
        mary.read("S1.2");
        assertThat(mary.sessionPage())
                .contains("Done when: You have reached the last line.", "Opens with the discussion board")
                .doesNotContain("Done when: You have written one post");
    }

    @ParameterizedTest
    @CsvSource({"1, but the one marked", "3, but the 3 marked"})
    void optionalWhenSeveralThenTheirNumber(int session, String words) {
        assertThat(mary.who()
                        .get(mary.who().at("/training/sessions/" + session))
                        .body())
                .contains(words);
    }

    @ParameterizedTest
    @CsvSource({"S1.2, You have read to the end", "S1.5, You have reached the last line"})
    @DisplayName("UX-T2: a reading and a scene show their done rule, too")
    void pageWhenToReadOrToWatchThenItsRule(String id, String rule) {
        assertThat(mary.page(id)).contains("Done when: " + rule);
    }

    @Test
    void minutesWhenLeftThenOnlyOfWhatCanBeDone() {
        assertThat(path()).contains("About 2 hours 40 minutes left");
        assertThat(tom.get(tom.at("/training")).body()).contains("180 minutes · 25 points");
    }

    private String next() {
        return steps.nextStep(mary.who().member()).map(NextStep::path).orElse("");
    }

    private String path() {
        return mary.who().get(mary.who().at("/training")).body();
    }

    private String person() {
        return tom.at("/training/cohort/people/" + mary.who().member().id());
    }

    private List<CohortRow.State> states() {
        return grid.rows(tom.member().course()).getFirst().cells().stream()
                .map(CohortRow.Cell::state)
                .toList();
    }

    private void decideNotComplete(String id) {
        tom.post(person() + "/" + id, Map.of("complete", "no", "reason", "Read it with me first."));
    }

    private void done(Predicate<ActivityContent> which) {
        List<String> ids = catalog.sessions().stream()
                .flatMap(session -> session.activities().stream())
                .filter(which)
                .map(ActivityContent::id)
                .toList();
        new Cohort(jdbc).done(mary.who(), ids);
    }
}
