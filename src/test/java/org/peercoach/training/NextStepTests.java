package org.peercoach.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoach.course.NextStep;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.TestMembers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where a coach is sent: to what is needed; what is optional is offered, and holds nobody up. */
@ApplicationTest
class NextStepTests {

    @Autowired
    TestMembers members;

    @Autowired
    TrainingCatalog catalog;

    @Autowired
    TrainingNextSteps steps;

    @Autowired
    Standings standings;

    @Autowired
    JdbcClient jdbc;

    private Coach mary;

    @BeforeEach
    void signIn() {
        mary = new Coach(members.coach());
    }

    @Test
    void nextWhenTheOptionalIsLeftOutThenGoesOn() {
        done(
                session -> session == 1,
                activity -> activity.required() && !activity.id().equals("S1.11"));
        assertThat(step()).endsWith("/S1.10");
        done(session -> session == 1, ActivityContent::required);
        assertThat(step()).endsWith("/S2.1");
        new Cohort(jdbc).done(mary.who(), List.of("S2.2"));
        assertThat(step()).contains("/sessions/2/").doesNotEndWith("/S2.1");
        assertThat(mary.sessionPage()).contains("Pick up at activity 10");
    }

    @Test
    void nextWhenNothingIsNeededAnyMoreThenOtherRoomsHaveTheirSay() {
        done(session -> true, ActivityContent::required);
        assertThat(steps.nextStep(mary.who().member())).isEmpty();
        assertThat(Standing.now(standings.of(mary.who().member()))
                        .orElseThrow()
                        .next()
                        .orElseThrow()
                        .id())
                .isEqualTo("S1.10");
    }

    private String step() {
        return steps.nextStep(mary.who().member()).map(NextStep::path).orElse("");
    }

    private void done(Predicate<Integer> sessions, Predicate<ActivityContent> which) {
        List<String> ids = catalog.sessions().stream()
                .filter(session -> sessions.test(session.number()))
                .flatMap(session -> session.activities().stream())
                .filter(which)
                .map(ActivityContent::id)
                .toList();
        new Cohort(jdbc).done(mary.who(), ids);
    }
}
