package org.peercoach.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.peercoach.course.CourseChanges;
import org.peercoach.course.CourseId;
import org.peercoach.course.Roster;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers;
import org.peercoach.fixture.TestMembers.TestLaunch;
import org.peercoach.lti.LtiLaunch;
import org.peercoach.training.cohort.CohortPlans;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every memory of a course listens to what other nodes tell: each test remembers something, writes the rows as another
 * node would, and waits for this node's own look, for much less time than the memory lasts.
 */
@ApplicationTest
@DisplayName("Ruling 21: what another node changes is seen here with the next look")
class ToldByAnotherNodeTests {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String INSTRUCTOR = "http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor";

    @Autowired
    TestMembers members;

    @Autowired
    CohortPlans plans;

    @Autowired
    Nudges nudges;

    @Autowired
    Roster roster;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private TestMembers.TestCourse where;
    private SignedIn tom;
    private CourseId course;

    @BeforeEach
    void signIn() {
        assertThat(LONG).isLessThan(CourseChanges.MEMORY);
        where = members.course();
        tom = where.trainer("Tom Trainer");
        course = tom.member().course();
    }

    @Test
    void planWhenAnotherNodeKeepsOneThenHoldsHere() {
        assertThat(plans.of(course).locked()).isFalse();
        jdbc.sql("insert into training_cohort (course_id, locked, changed_at) values (?, true, ?)")
                .params(course.value(), now())
                .update();
        jdbc.sql("insert into training_cohort_session (course_id, session_number, left_out) values (?, 5, true)")
                .param(course.value())
                .update();
        told(() -> plans.of(course).locked() && plans.of(course).leavesOut(5));
    }

    @Test
    void nudgeWhenAnotherNodeSendsOneThenWaitsHere() {
        SignedIn mary = where.coach("Mary Ellis");
        assertThat(nudges.open(mary.member())).isEmpty();
        jdbc.sql(
                        "insert into training_nudge (course_id, member_id, sender_id, message, sent_at) values (?, ?, ?, ?, ?)")
                .params(
                        course.value(),
                        mary.member().id().value(),
                        tom.member().id().value(),
                        "See you on Tuesday.",
                        now())
                .update();
        told(() -> nudges.open(mary.member()).size() == 1);
    }

    @Test
    void gradebookWhenAnotherNodeHearsThatItTakesPointsThenKnownHere() {
        assertThat(roster.gradebookScopes(course)).isEmpty();
        jdbc.sql("update course_course set ags_scopes = 'https://scope.example/score' where id = ?")
                .param(course.value())
                .update();
        told(() -> roster.gradebookScopes(course).contains("https://scope.example/score"));
    }

    @Test
    void courseWhenAnotherNodeIsToldWhatItIsForThenALaunchHereAsksNoMore() {
        TestMembers.TestCourse unsaid = members.course().withoutPurpose();
        course = members.signIn(launch(unsaid)).member().course();
        assertThat(landing(unsaid)).endsWith("/purpose");
        jdbc.sql("update course_course set purpose = 'TRAINING' where id = ?")
                .param(course.value())
                .update();
        told(() -> !landing(unsaid).endsWith("/purpose"));
    }

    private String landing(TestMembers.TestCourse of) {
        return members.open(launch(of)).path();
    }

    private static LtiLaunch launch(TestMembers.TestCourse of) {
        return new TestLaunch(of, "Ruth").roles(INSTRUCTOR).build();
    }

    /** Says as another node would that the course has changed, and waits until that is seen. */
    private void told(BooleanSupplier seen) {
        jdbc.sql("insert into course_change (course_id, changed_at) values (?, ?)"
                        + " on duplicate key update changed_at = values(changed_at)")
                .params(course.value(), now())
                .update();
        long end = System.nanoTime() + LONG.toNanos();
        while (!seen.getAsBoolean()) {
            assertThat(System.nanoTime()).as("seen in time").isLessThan(end);
            nap();
        }
    }

    private static void nap() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
