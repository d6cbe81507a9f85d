package org.peercoach.gradebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peercoach.gradebook.FakeLms.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peercoach.course.MemberId;
import org.peercoach.lti.PlatformFault.Kind;
import org.peercoach.lti.Score;

/** Comment, grader and times beside the points: LTI-A13, A14, A16; and the name of our own columns: LTI-A9. */
@Tag("database")
class GradedByHandTests {

    private static final MemberId TOM = new MemberId(9);

    private final Bench bench = new Bench();

    @Test
    @DisplayName("LTI-A14: the grader's own id at the platform goes with the score; computed points have none")
    void recordWhenGradedByHandThenScoringUserId() {
        grade(Points.graded(20, TOM, "Well done"));
        bench.run();
        assertThat(last().scoringUserId()).isEqualTo("user-9");
        assertThat(last().comment()).isEqualTo("Well done");
        bench.clock.advance(Duration.ofMinutes(1));
        bench.record(1, 21);
        bench.run();
        assertThat(last().scoringUserId()).isNull();
    }

    @Test
    @DisplayName("LTI-A16: the comment is kept and sent again with every score until it is removed")
    void recordWhenPointsChangeThenTheCommentGoesAgain() {
        grade(Points.graded(20, TOM, "Well done"));
        bench.run();
        bench.clock.advance(Duration.ofMinutes(1));
        bench.record(1, 21);
        bench.run();
        assertThat(last().comment()).isEqualTo("Well done");
        bench.clock.advance(Duration.ofMinutes(1));
        grade(Points.graded(21, TOM, ""));
        bench.run();
        assertThat(last().comment()).isNull();
        assertThat(bench.lms.confirmed).hasSize(3);
    }

    @Test
    @DisplayName("LTI-A16: a changed comment alone is sent, also when only its case changes")
    void recordWhenOnlyTheCommentChangesThenSent() {
        grade(Points.graded(20, TOM, "well done"));
        bench.run();
        bench.clock.advance(Duration.ofMinutes(1));
        grade(Points.graded(20, TOM, "Well done"));
        bench.run();
        assertThat(last().comment()).isEqualTo("Well done");
        bench.clock.advance(Duration.ofMinutes(1));
        grade(Points.graded(20, TOM, "Well done"));
        bench.run();
        assertThat(bench.lms.confirmed).hasSize(2);
    }

    @Test
    @DisplayName("LTI-A13: grading later does not move the time when the work was handed in")
    void recordWhenGradedLaterThenTheWorkIsNotLate() {
        Instant worked = bench.clock.instant();
        bench.book.record(Bench.coach(1), "session-1", 18, true);
        bench.run();
        bench.clock.advance(Duration.ofDays(3));
        grade(Points.graded(20, TOM, "Well done"));
        bench.run();
        Score.Submission submission = Objects.requireNonNull(last().submission());
        assertThat(submission.submittedAt()).isEqualTo(worked);
        assertThat(last().timestamp()).isEqualTo(bench.clock.instant());
    }

    @Test
    @DisplayName(
            "LTI-A13: the launch that opens the work goes with the first completed score only, and with its repeats")
    void sendWhenCompletedThenTheWorkIsNamedOnce() {
        bench.record(1, 11);
        bench.run();
        assertThat(query()).isNull();
        bench.clock.advance(Duration.ofMinutes(1));
        bench.book.record(Bench.coach(1), "session-1", 25, true);
        bench.lms.next(fault(Kind.TRY_LATER, 500));
        bench.run();
        bench.runAfter(Duration.ofMinutes(1));
        assertThat(query()).isEqualTo("review=1&activity=session-1");
        assertThat(bench.lms.received.get(1)).isEqualTo(bench.lms.received.get(2));
        bench.clock.advance(Duration.ofMinutes(1));
        bench.book.record(Bench.coach(1), "session-1", 24, true);
        bench.run();
        assertThat(query()).isNull();
    }

    @Test
    @DisplayName("LTI-A9: a column of ours follows the name and maximum of its activity")
    void findWhenTheActivityIsRenamedThenOurColumnIsToo() {
        ownColumn();
        bench.lineItems.told(Bench.COURSE, "session-1", new LineItems.Told("Session One", 20));
        rename("Session One", 20);
        bench.destinations().find(Bench.COURSE, "session-1");
        assertThat(bench.lms.items.getFirst().label()).isEqualTo("Session 1: What is peer coaching?");
        assertThat(bench.lms.items.getFirst().scoreMaximum()).isEqualTo(25);
        int before = bench.lms.updates;
        bench.destinations().find(Bench.COURSE, "session-1");
        assertThat(bench.lms.updates).as("once").isEqualTo(before);
    }

    @Test
    @DisplayName("LTI-A9: what a trainer has renamed in the LMS stays")
    void findWhenTheTrainerHasRenamedTheColumnThenItsNameStays() {
        ownColumn();
        bench.lineItems.told(Bench.COURSE, "session-1", new LineItems.Told("Session One", 20));
        rename("Coaching, week 1", 20);
        bench.destinations().find(Bench.COURSE, "session-1");
        assertThat(bench.lms.items.getFirst().label()).isEqualTo("Coaching, week 1");
        assertThat(bench.lms.items.getFirst().scoreMaximum()).isEqualTo(25);
    }

    @Test
    @DisplayName("LTI-A9: a column that others made is never changed")
    void findWhenTheColumnIsNotOursThenNeverChanged() {
        bench.destinations().find(Bench.COURSE, "session-1");
        bench.destinations().find(Bench.COURSE, "session-1");
        assertThat(bench.lms.updates).isZero();
    }

    @Test
    @DisplayName("A column is made in the words of its district, and keeps its name whatever they become")
    void findWhenTheDistrictHasItsOwnWordsThenTheNewColumnIsCalledSoForGood() {
        bench.titleInDistrict = "Session 1: Off we go";
        ownColumn();
        assertThat(bench.lms.items.getFirst().label()).isEqualTo("Session 1: Off we go");
        bench.titleInDistrict = "Session 1: Here we are";
        bench.lineItems.told(Bench.COURSE, "session-1", new LineItems.Told("Session 1: What is peer coaching?", 20));
        bench.destinations().find(Bench.COURSE, "session-1");
        bench.destinations().find(Bench.COURSE, "session-1");
        assertThat(bench.lms.items.getFirst().label()).isEqualTo("Session 1: Off we go");
    }

    private void ownColumn() {
        bench.lms.items.clear();
        bench.placed(null);
        bench.destinations().find(Bench.COURSE, "session-1");
        bench.destinations().find(Bench.COURSE, "session-1");
        assertThat(bench.lms.updates).as("nothing to change yet").isZero();
    }

    private void rename(String label, double maximum) {
        bench.lms.items.set(0, bench.lms.items.getFirst().with(label, maximum));
    }

    private void grade(Points points) {
        bench.book.record(Bench.coach(1), "session-1", points);
    }

    private Score last() {
        return bench.lms.received.getLast();
    }

    private @org.jspecify.annotations.Nullable String query() {
        Score.Submission submission = last().submission();
        return submission == null ? null : submission.workQuery();
    }
}
