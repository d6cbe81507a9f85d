package org.peercoach.gradebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peercoach.gradebook.FakeLms.fault;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peercoach.course.GradingPlace;
import org.peercoach.course.MemberId;
import org.peercoach.gradebook.DeliveryStatus.Difference;
import org.peercoach.gradebook.DeliveryStatus.Difference.Kind;
import org.peercoach.gradebook.DeliveryStatus.State;
import org.peercoach.lti.PlatformFault;
import org.peercoach.lti.Score;
import org.peercoach.lti.ServiceTarget;

/** What the LMS shows against what was sent: LTI-A22, MOODLE-3.9, UX-P8. */
@Tag("database")
class ReconcileTests {

    private static final String SESSION = "session-1";

    private final Bench bench = new Bench();

    /** Mary has 11 points, sent. */
    ReconcileTests() {
        bench.record(1, 11);
        bench.run();
    }

    @Test
    @DisplayName("LTI-A22: after sending the column is read back once, in the queue of its platform")
    void runWhenPointsWereSentThenTheColumnIsReadOnceInAWhile() {
        assertThat(bench.drain().next(bench.lms.queue))
                .contains(bench.clock.instant().plusSeconds(20));
        bench.run();
        assertThat(bench.lms.readings).isZero();
        bench.runAfter(Duration.ofSeconds(20));
        assertThat(bench.lms.readings).isEqualTo(1);
        assertThat(bench.drain().next(bench.lms.queue)).isEmpty();
        assertThat(bench.status(1).difference()).isNull();
        assertThat(seen().reason()).isNull();
    }

    @Test
    @DisplayName("LTI-A22: a column is read at most every ten minutes by itself")
    void runWhenPointsAreSentOftenThenReadingsAreTenMinutesApart() {
        for (int points = 12; points <= 25; points++) {
            bench.clock.advance(Duration.ofMinutes(1));
            bench.record(1, points);
            bench.run();
        }
        assertThat(bench.lms.confirmed).hasSize(15);
        assertThat(bench.lms.readings).isLessThanOrEqualTo(2);
    }

    @Test
    @DisplayName("LTI-A22: a grade that was changed by hand is seen, on our scale")
    void runWhenTheGradeWasChangedByHandThenTheDifferenceIsTold() {
        bench.lms.byHand(Bench.ITEM, "user-1", 20.0, false);
        bench.runAfter(Duration.ofSeconds(20));
        DeliveryStatus status = bench.status(1);
        assertThat(status.state()).isEqualTo(State.SENT);
        assertThat(status.difference()).isEqualTo(new Difference(Kind.OPEN, 20.0));
    }

    @Test
    @DisplayName("LTI-A22: a grade that was removed by hand is seen")
    void runWhenTheGradeWasRemovedThenTheDifferenceIsTold() {
        bench.lms.byHand(Bench.ITEM, "user-1", null, false);
        bench.runAfter(Duration.ofSeconds(20));
        assertThat(bench.status(1).difference()).isEqualTo(new Difference(Kind.OPEN, null));
    }

    @Test
    @DisplayName("LTI-A22: what platforms round is no difference")
    void runWhenThePlatformRoundsThenNoDifference() {
        bench.lms.byHand(Bench.ITEM, "user-1", 10.99999, false);
        bench.runAfter(Duration.ofSeconds(20));
        assertThat(bench.status(1).difference()).isNull();
    }

    @Test
    @DisplayName("UX-P8: a hand-changed grade is not overwritten before the trainer was warned")
    void recordWhenTheGradeWasChangedByHandMeanwhileThenHeldUntilTheTrainerDecides() {
        bench.clock.advance(Duration.ofHours(1));
        bench.lms.byHand(Bench.ITEM, "user-1", 20.0, false);
        bench.record(1, 14);
        bench.run();
        assertThat(bench.lms.confirmed).as("read before, and not sent").hasSize(1);
        DeliveryStatus held = bench.status(1);
        assertThat(held.state()).isEqualTo(State.KEPT_HERE);
        assertThat(held.reasonKey()).isEqualTo(Reasons.CHANGED);
        assertThat(held.difference()).isEqualTo(new Difference(Kind.OPEN, 20.0));
        bench.record(1, 16);
        bench.runAfter(Duration.ofHours(1));
        assertThat(bench.lms.confirmed).as("newer points are held as well").hasSize(1);
        assertThat(bench.status(1).points()).isEqualTo(16);
        insist(1);
        bench.run();
        assertThat(last().scoreGiven()).isEqualTo(16);
        assertThat(bench.status(1).difference()).isNull();
        assertThat(bench.status(1).state()).isEqualTo(State.SENT);
    }

    @Test
    @DisplayName("UX-P8: when the platform wants to be left alone just then, the column is read afterwards")
    void recordWhenTheQueueRestsBeforeTheReadingThenReadBeforeTheNextSend() {
        CallGate gate = new CallGate(new QueueHealth(new Backoff(() -> 0L), bench.clock, 0));
        Round round = new Round(bench.destinations(), gate);
        assertThatThrownBy(() -> gate.callIf(() -> true, fault(PlatformFault.Kind.THROTTLED, 429)))
                .isInstanceOf(PlatformFault.class);
        AtomicInteger read = new AtomicInteger();
        Runnable reading = () -> gate.callIf(() -> true, read::incrementAndGet);
        assertThatThrownBy(() -> round.readOnce(Bench.COURSE, SESSION, reading)).isInstanceOf(CallGate.Closed.class);
        assertThat(read).hasValue(0);
        bench.clock.advance(Duration.ofHours(1));
        round.readOnce(Bench.COURSE, SESSION, reading);
        round.readOnce(Bench.COURSE, SESSION, reading);
        assertThat(read).hasValue(1);
    }

    @Test
    @DisplayName("UX-P8: others in the column go on while one is held")
    void recordWhenOnePersonIsHeldThenOthersAreSent() {
        bench.record(2, 5);
        bench.run();
        bench.clock.advance(Duration.ofHours(1));
        bench.lms.byHand(Bench.ITEM, "user-1", 20.0, false);
        bench.record(1, 14);
        bench.record(2, 6);
        bench.run();
        assertThat(last().userId()).isEqualTo("user-2");
        assertThat(bench.status(2).state()).isEqualTo(State.SENT);
        assertThat(bench.lms.readings).isEqualTo(1);
    }

    @Test
    @DisplayName("LTI-A22: the trainer leaves the LMS's, and nobody asks again or sends more")
    void leaveWhenTheTrainerDecidesThenItStays() {
        differ();
        assertThat(bench.differences.leave(Bench.COURSE, key())).isTrue();
        assertThat(Objects.requireNonNull(bench.status(1).difference()).kind()).isEqualTo(Kind.LEFT);
        bench.record(1, 18);
        bench.runAfter(Duration.ofHours(1));
        assertThat(bench.lms.confirmed).hasSize(1);
        assertThat(Objects.requireNonNull(bench.status(1).difference()).kind()).isEqualTo(Kind.LEFT);
        assertThat(bench.differences.leave(Bench.COURSE, key()))
                .as("decided already")
                .isFalse();
    }

    @Test
    @DisplayName("MOODLE-3.9: a platform that says yes and keeps its own is found out")
    void insistWhenThePlatformKeepsItsOwnThenToldSo() {
        bench.lms.byHand(Bench.ITEM, "user-1", 20.0, true);
        bench.runAfter(Duration.ofSeconds(20));
        insist(1);
        bench.run();
        assertThat(bench.lms.confirmed).hasSize(2);
        assertThat(bench.status(1).difference()).as("not known yet").isNull();
        bench.runAfter(Readings.APART);
        assertThat(bench.status(1).difference()).isEqualTo(new Difference(Kind.KEEPS, 20.0));
    }

    @Test
    @DisplayName("LTI-A22: when the LMS shows ours again, what was held goes by itself")
    void runWhenTheDifferenceIsGoneThenHeldPointsGo() {
        differ();
        bench.record(1, 14);
        bench.lms.byHand(Bench.ITEM, "user-1", 11.0, false);
        compareNow();
        bench.run();
        assertThat(bench.status(1).difference()).isNull();
        assertThat(last().scoreGiven()).isEqualTo(14);
        assertThat(bench.status(1).state()).isEqualTo(State.SENT);
    }

    @Test
    @DisplayName("LTI-A22: read on demand, but not in a storm")
    void onDemandWhenPressedAgainAndAgainThenOneReading() {
        for (int i = 0; i < 5; i++) {
            bench.readings.onDemand(Bench.COURSE, SESSION, bench.lms.queue, bench.clock.instant());
            bench.run();
        }
        assertThat(bench.lms.readings).isEqualTo(1);
    }

    @Test
    @DisplayName("LTI-A22: sending all again leaves what a trainer must decide")
    void sendAgainWhenThereIsADifferenceThenItIsNotSentWithTheOthers() {
        differ();
        bench.record(1, 14);
        bench.book.sendAgain(Bench.COURSE, SESSION);
        bench.book.sendAgain(Bench.COURSE, new MemberId(1), SESSION);
        bench.book.sendToGradebook(Bench.COURSE, SESSION);
        bench.runAfter(Duration.ofMinutes(1));
        assertThat(bench.lms.confirmed).hasSize(1);
    }

    @Test
    @DisplayName("LTI-A22: without the right to read, points go all the same and the page says why nothing is compared")
    void readWhenTheScopeIsMissingThenNothingIsAsked() {
        Set<String> scoreOnly = Set.of("https://purl.imsglobal.org/spec/lti-ags/scope/score");
        bench.place(new GradingPlace(new ServiceTarget(7, 70), scoreOnly, FakeLms.CONTAINER, "link-1", Bench.ITEM));
        bench.clock.advance(Duration.ofHours(1));
        bench.record(1, 12);
        bench.run();
        compareNow();
        assertThat(last().scoreGiven()).isEqualTo(12);
        assertThat(bench.lms.readings).isZero();
        assertThat(seen().reason()).isEqualTo(Reasons.NOT_READABLE);
    }

    @Test
    @DisplayName("LTI-A22: a reading that fails is tried again some times, and points do not wait for it")
    void readWhenThePlatformFailsThenLaterAndGivenUpAfterFive() {
        for (int i = 0; i < 9; i++) {
            bench.lms.readingScript.add(fault(PlatformFault.Kind.TRY_LATER, 500));
        }
        compareNow();
        assertThat(seen().reason()).isEqualTo(Reasons.NO_ANSWER);
        for (int i = 0; i < 9; i++) {
            bench.runAfter(Duration.ofHours(1));
        }
        assertThat(bench.lms.readings).isEqualTo(5);
        bench.record(1, 12);
        bench.run();
        assertThat(last().scoreGiven()).isEqualTo(12);
    }

    @Test
    @DisplayName("LTI-A20, A22: when another column takes the points, what the former one showed is forgotten")
    void placeWhenAnotherColumnComesThenDifferencesOfTheFormerAreForgotten() {
        differ();
        String other = FakeLms.CONTAINER + "/2";
        bench.lms.has(other, SESSION, Destinations.TAG, "link-2");
        bench.place(new GradingPlace(new ServiceTarget(7, 70), Bench.SCOPES, FakeLms.CONTAINER, "link-2", other));
        bench.destinations().find(Bench.COURSE, SESSION);
        bench.runAfter(Duration.ofSeconds(2));
        assertThat(bench.status(1).difference()).isNull();
        assertThat(bench.lms.held).containsKey(other + " user-1");
    }

    private void differ() {
        bench.lms.byHand(Bench.ITEM, "user-1", 20.0, false);
        bench.runAfter(Duration.ofSeconds(20));
        assertThat(bench.status(1).difference()).isNotNull();
    }

    private void compareNow() {
        bench.clock.advance(Duration.ofMinutes(1));
        bench.readings.onDemand(Bench.COURSE, SESSION, bench.lms.queue, bench.clock.instant());
        bench.run();
    }

    private void insist(long member) {
        DueScore.Key key = new DueScore.Key(new MemberId(member), SESSION);
        assertThat(bench.differences.insist(Bench.COURSE, key, bench.lms.queue, bench.clock.instant()))
                .isTrue();
    }

    private Readings.Seen seen() {
        return bench.readings.find(Bench.COURSE, SESSION);
    }

    private Score last() {
        return bench.lms.confirmed.getLast();
    }

    private static DueScore.Key key() {
        return new DueScore.Key(new MemberId(1), SESSION);
    }
}
