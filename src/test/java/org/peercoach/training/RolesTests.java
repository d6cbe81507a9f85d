package org.peercoach.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.course.Activity;
import org.peercoach.course.MemberRole;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Coaches work, trainers and leaders look, others stay out; a private text is its author's alone. */
@ApplicationTest
class RolesTests {

    private static final String SECRET = "Nobody else may read this sentence.";

    @Autowired
    TestMembers members;

    @Autowired
    TrainingActivities activities;

    @Autowired
    TrainingNextSteps nextSteps;

    @Autowired
    JdbcClient jdbc;

    private TestMembers.TestCourse course;
    private Coach mary;

    @BeforeEach
    void signIn() {
        course = members.course();
        mary = new Coach(course.coach("Mary Ellis"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/training",
                "/training/sessions/1",
                "/training/sessions/1/activities/S1.1",
                "/training/sessions/1/activities/S1.2",
                "/training/sessions/1/activities/S1.4"
            })
    void pageWhenParticipantOrObserverThenRefusedAndForTheOthersOpen(String path) {
        for (SignedIn who : List.of(course.participant("Dana Reed"), course.observer("Olga Stone"))) {
            assertThat(who.get(who.at(path)).statusCode()).isEqualTo(403);
        }
        for (SignedIn who : List.of(mary.who(), course.trainer("Tom Trainer"), course.leader("Lea Leader"))) {
            assertThat(who.get(who.at(path)).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void workWhenNotACoachThenRefusedAndNothingWritten() {
        for (SignedIn who :
                List.of(course.trainer("Tom Trainer"), course.leader("Lea Leader"), course.participant("Dana Reed"))) {
            Coach other = new Coach(who);
            assertThat(who.post(other.path("S1.2"), Map.of()).statusCode()).isEqualTo(403);
            assertThat(who.post(other.path("S1.3") + "/draft", Map.of("text", "x"))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(rows(who)).isZero();
        }
    }

    @Test
    void pagesWhenTrainerLooksThenAllContentAndNothingIsSaved() {
        SignedIn tom = course.trainer("Tom Trainer");
        Coach look = new Coach(tom);
        assertThat(look.sessionPage())
                .contains("Notes for trainers", "Agreements without any release time", "Nothing you click is saved")
                .doesNotContain("Your progress", "Your points");
        assertThat(look.page("S1.5")).contains("?line=2#line-2").doesNotContain("name=\"line\"");
        assertThat(tom.get(look.path("S1.5") + "?line=3").body()).contains("Line 3 of 8");
        assertThat(look.page("S1.9")).contains("Growing independence is the test", "disabled");
        assertThat(look.page("S1.6"))
                .contains("The twelve situations", "One good link now")
                .doesNotContain("name=\"box\"");
        assertThat(look.page("S1.2")).doesNotContain("I have read this</button>", "Your notes");
        assertThat(look.page("S1.3")).doesNotContain("<textarea");
        assertThat(rows(tom)).isZero();
    }

    @Test
    void trainerNotesWhenCoachOrLeaderLooksThenNotShown() {
        assertThat(mary.sessionPage()).doesNotContain("Notes for trainers");
        assertThat(new Coach(course.leader("Lea Leader")).sessionPage()).doesNotContain("Notes for trainers");
    }

    @Test
    void privateTextWhenOthersLookThenOnNoPageOfTheirs() {
        mary.reflect("S1.3", Coach.SIXTY_WORDS + " " + SECRET, "me");
        mary.open("S1.2").autosave(Map.of("note", SECRET));
        assertThat(mary.page("S1.3")).contains(SECRET);
        for (SignedIn who :
                List.of(course.trainer("Tom Trainer"), course.leader("Lea Leader"), course.coach("Ken Park"))) {
            for (String path : List.of("", "/training", Coach.SESSION, "/gradebook")) {
                assertThat(who.get(who.at(path)).body()).doesNotContain(SECRET);
            }
            for (String id : List.of("S1.2", "S1.3", "S1.10")) {
                assertThat(new Coach(who).page(id)).doesNotContain(SECRET);
            }
        }
    }

    @Test
    void sharedTextWhenFinishedThenOnlyTrainersOfTheCourseSeeItUntilTakenBack() {
        Coach.Tab tab = mary.open("S1.3");
        tab.autosave(Map.of("text", Coach.SIXTY_WORDS + " " + SECRET, "share", "trainer"));
        Coach tom = new Coach(course.trainer("Tom Trainer"));
        assertThat(tom.page("S1.3")).doesNotContain(SECRET);

        tab.finish(Map.of("text", Coach.SIXTY_WORDS + " " + SECRET, "share", "trainer"));
        assertThat(tom.page("S1.3")).contains(SECRET, "Shared with you", "Mary Ellis");
        assertThat(new Coach(course.leader("Lea Leader")).page("S1.3")).doesNotContain(SECRET);
        assertThat(new Coach(course.coach("Ken Park")).page("S1.3")).doesNotContain(SECRET);
        assertThat(new Coach(course.sibling().trainer("Tina Other")).page("S1.3"))
                .doesNotContain(SECRET);

        mary.open("S1.3").autosave(Map.of("text", Coach.SIXTY_WORDS + " " + SECRET, "share", "me"));
        assertThat(tom.page("S1.3")).doesNotContain(SECRET);
    }

    @Test
    void workWhenInAnotherCourseOrOfAnotherMemberThenNotSeen() {
        mary.reflect("S1.3", Coach.SIXTY_WORDS + " " + SECRET, "me");
        Coach elsewhere = new Coach(course.sibling().coach("Mary Ellis"));
        assertThat(elsewhere.page("S1.3")).doesNotContain(SECRET, "id=\"done\"");
        assertThat(elsewhere.sessionPage()).contains("0 of 11 done");
        assertThat(new Coach(course.coach("Ken Park")).sessionPage()).contains("0 of 11 done");
        assertThat(elsewhere.who().get(mary.path("S1.3")).statusCode()).isEqualTo(401);
    }

    @Test
    void offersWhenAskedThenByRole() {
        assertThat(activities.activities(MemberRole.COACH))
                .startsWith(
                        new Activity("training", "Training", "/training", true, null),
                        new Activity("session-1", "Session 1: Getting Started", "/training/sessions/1", false, 25),
                        new Activity("session-2", "Session 2: First steps", "/training/sessions/2", false, 25))
                .extracting(Activity::key)
                .hasSize(9)
                .endsWith("session-8");
        Activity sheets = new Activity("sheets", "Help sheets", "/training/sheets", true, null);
        assertThat(activities.activities(MemberRole.PARTICIPANT)).containsExactly(sheets);
        assertThat(activities.activities(MemberRole.OBSERVER)).containsExactly(sheets);
    }

    @Test
    void sessionWhenOpenedThenItsAgendaForEachRole() {
        for (SignedIn who : List.of(mary.who(), course.trainer("Tom Trainer"), course.leader("Lea Leader"))) {
            assertThat(who.get(who.at("/training/sessions/2")).body())
                    .contains("First steps: listening, asking, inviting", "Rewriting lab", "25 points");
        }
        assertThat(mary.who().get(mary.who().at("/training/sessions/9")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void placeableWhenAskedThenEverySessionWithItsPointsAndThePath() {
        assertThat(activities.shelves(course.trainer("Tom Trainer").member()))
                .singleElement()
                .satisfies(shelf -> {
                    assertThat(shelf.training()).isTrue();
                    assertThat(shelf.items())
                            .extracting(item -> item.activity().key() + " "
                                    + item.activity().scoreMaximum())
                            .startsWith("session-1 25", "session-2 25")
                            .endsWith("session-8 25", "training null");
                    assertThat(shelf.items())
                            .allMatch(item -> !item.about().isBlank()
                                    && activities.activities(MemberRole.COACH).stream()
                                            .anyMatch(one -> one.path()
                                                    .equals(item.activity().path())));
                });
    }

    @Test
    void nextStepWhenWorkingThenTheActivityTouchedLastElseTheFirstOpen() {
        assertThat(nextSteps.nextStep(mary.who().member())).hasValueSatisfying(step -> {
            assertThat(step.title()).isEqualTo("Where I start from");
            assertThat(step.path()).isEqualTo(mary.path("S1.1"));
            assertThat(step.text()).startsWith("Session 1, activity 1 of 11.");
        });
        mary.open("S1.9").autosave(Map.of("q1", "a"));
        assertThat(nextSteps.nextStep(mary.who().member()).orElseThrow().path()).isEqualTo(mary.path("S1.9"));
        mary.finishAllOpen();
        assertThat(nextSteps.nextStep(mary.who().member()).orElseThrow().path())
                .endsWith("/training/sessions/2/activities/S2.1");
        assertThat(nextSteps.nextStep(course.trainer("Tom Trainer").member())).isEmpty();
    }

    private long rows(SignedIn who) {
        return jdbc.sql("select count(*) from training_activity_state where member_id = ?")
                .param(who.member().id().value())
                .query(Long.class)
                .single();
    }
}
