package org.peercoach.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoach.course.NextStep;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers;
import org.peercoach.training.cohort.CohortPlan;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a cohort leaves out is nowhere counted, and every page says the same of it. */
@ApplicationTest
class LeftOutFiguresTests {

    private static final List<String> KEPT =
            List.of("S1.1", "S1.2", "S1.3", "S1.5", "S1.6", "S1.7", "S1.8", "S1.9", "S1.10");

    @Autowired
    TestMembers members;

    @Autowired
    CohortSettings settings;

    @Autowired
    TrainingNextSteps steps;

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
    void pagesWhenAnActivityIsLeftOutThenCountWhatIsKept() {
        leaveOut("S1.4");
        new Cohort(jdbc).done(mary.who(), KEPT);
        assertThat(mary.sessionPage())
                .contains(
                        "160 minutes · 21 points",
                        "without activity 4",
                        "9 of 10 done",
                        "21 of 25 points can be reached")
                .doesNotContain("180 minutes");
        assertThat(mary.who().get(mary.who().at("/training")).body())
                .contains(" of 25 points, 21 can be reached", "training points, 196 can be reached", "max=\"196\"")
                .contains("Session 1, activity 11. ")
                .doesNotContain("activity 11 of 11");
        assertThat(steps.nextStep(mary.who().member()).map(NextStep::text).orElseThrow())
                .startsWith("Session 1, activity 11. ");
        assertThat(tom.get(person()).body())
                .contains(" of 25 points, 21 can be reached", " of 200 points, 196 can be reached");
        assertThat(tom.get(tom.at("/training")).body()).contains("160 minutes · 21 points");
        assertThat(tom.get(tom.at(Coach.SESSION)).body()).contains("160 minutes · 21 points");
    }

    @Test
    void decisionWhenOfWhatIsLeftOutThenRefusedAndNoPoints() {
        leaveOut("S1.4");
        assertThat(tom.get(person() + "/S1.4").body())
                .contains("This cohort leaves this activity out")
                .doesNotContain("Save the decision");
        var refused = tom.post(person() + "/S1.4", Map.of("complete", "yes", "reason", "She wrote it on paper."));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Your cohort leaves this activity out", "She wrote it on paper.");
        assertThat(mary.sessionPage()).contains("0 of 25 points", "0 of 10 done");
    }

    @Test
    void decisionWhenItWasCompleteBeforeThenItsPointsStayUntilTakenBack() {
        tom.post(person() + "/S1.4", Map.of("complete", "yes", "reason", "She wrote it on paper."));
        leaveOut("S1.4");
        assertThat(mary.sessionPage()).contains("4 of 25 points", "1 of 11 done", "180 minutes · 25 points");
        assertThat(tom.get(person() + "/S1.4").body()).contains("Save the decision", "Take this back");
        tom.post(person() + "/S1.4/undo", Map.of());
        assertThat(mary.sessionPage()).contains("0 of 25 points", "0 of 10 done");
    }

    private void leaveOut(String... ids) {
        settings.keep(tom.member(), new CohortPlan(false, Map.of(), Set.of(ids)));
    }

    private String person() {
        return tom.at("/training/cohort/people/" + mary.who().member().id());
    }
}
