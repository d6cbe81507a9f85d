package org.peercoach.gradebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peercoach.gradebook.FakeLms.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peercoach.gradebook.DeliveryStatus.State;
import org.peercoach.lti.PlatformFault.Kind;
import org.peercoach.lti.Score;
import org.peercoach.lti.Score.ActivityProgress;
import org.peercoach.lti.Score.GradingProgress;

/** From recorded to confirmed: LTI-A12, A15, A17, A18, A20; rulings 35, 36, 38. */
@Tag("database")
class DeliveryTests {

    private final Bench bench = new Bench();

    @Test
    void runWhenPointsAreDueThenSentAsRunningPoints() { // ruling 35, LTI-A15
        bench.record(1, 11);
        assertThat(bench.status(1).state()).isEqualTo(State.WAITING);
        bench.run();
        Score score = bench.lms.confirmed.getFirst();
        assertThat(score.userId()).isEqualTo("user-1");
        assertThat(score.scoreGiven()).isEqualTo(11);
        assertThat(score.scoreMaximum()).isEqualTo(25);
        assertThat(score.activityProgress()).isEqualTo(ActivityProgress.InProgress);
        assertThat(score.gradingProgress()).isEqualTo(GradingProgress.FullyGraded);
        assertThat(score.timestamp()).isEqualTo(bench.clock.instant());
        assertThat(bench.status(1)).isEqualTo(new DeliveryStatus(State.SENT, 11, bench.clock.instant(), null, null));
    }

    @Test
    void runWhenActivityIsCompleteThenCompleted() { // ruling 35
        bench.book.record(Bench.coach(1), "session-1", 25, true);
        bench.run();
        assertThat(bench.lms.confirmed.getFirst().activityProgress()).isEqualTo(ActivityProgress.Completed);
    }

    @Test
    void runWhenPointsAreZeroOrGoBackThenSentAsWell() { // ruling 35, LTI-A17
        bench.record(1, 0);
        bench.run();
        bench.clock.advance(Duration.ofSeconds(5));
        bench.record(1, 7);
        bench.run();
        bench.clock.advance(Duration.ofSeconds(5));
        bench.record(1, 3);
        bench.run();
        assertThat(points(bench.lms.confirmed)).containsExactly(0.0, 7.0, 3.0);
    }

    @Test
    void runWhenRecordedOftenBeforeThenOnlyTheNewestIsSent() { // coalescing
        for (int points = 1; points <= 9; points++) {
            bench.record(1, points);
        }
        bench.run();
        bench.runAfter(Duration.ofMinutes(1));
        assertThat(points(bench.lms.received)).containsExactly(9.0);
    }

    @Test
    void runWhenRecordedWithinASecondThenTheNextWaitsUntilTheSecondIsOver() { // LTI-A12
        bench.record(1, 1);
        bench.run();
        bench.clock.advance(Duration.ofMillis(300));
        bench.record(1, 2);
        bench.run();
        assertThat(points(bench.lms.confirmed)).containsExactly(1.0);
        bench.runAfter(Duration.ofMillis(1000));
        assertThat(points(bench.lms.confirmed)).containsExactly(1.0, 2.0);
        assertStrictlyIncreasing(bench.lms.confirmed);
    }

    @Test
    void runWhenPointsChangeDuringTheCallThenTheNewOnesFollow() {
        bench.record(1, 1);
        bench.lms.next(() -> bench.record(1, 2));
        bench.run();
        assertThat(bench.status(1).state()).isEqualTo(State.WAITING);
        bench.runAfter(Duration.ofSeconds(1));
        assertThat(points(bench.lms.confirmed)).containsExactly(1.0, 2.0);
        assertThat(bench.status(1).state()).isEqualTo(State.SENT);
        assertStrictlyIncreasing(bench.lms.confirmed);
    }

    @Test
    void runWhenTheSamePointsAreRecordedAgainThenNothingIsSent() {
        bench.record(1, 5);
        bench.run();
        bench.clock.advance(Duration.ofMinutes(1));
        bench.record(1, 5);
        bench.run();
        assertThat(bench.lms.received).hasSize(1);
        assertThat(bench.status(1).state()).isEqualTo(State.SENT);
    }

    @Test
    void runWhenThePlatformFailsTwiceThenTheSameScoreArrivesOnce() { // LTI-A20, ruling 36
        bench.record(1, 11);
        bench.lms.next(fault(Kind.TRY_LATER, 500), fault(Kind.TRY_LATER, 500));
        bench.run();
        DeliveryStatus waiting = bench.status(1);
        assertThat(waiting.state()).isEqualTo(State.WAITING);
        assertThat(waiting.reasonKey()).isEqualTo(Reasons.NO_ANSWER);
        assertThat(waiting.nextTry()).isEqualTo(bench.clock.instant().plusSeconds(5));
        bench.runAfter(Duration.ofSeconds(4));
        assertThat(bench.lms.received).hasSize(1);
        bench.runAfter(Duration.ofSeconds(1));
        assertThat(bench.status(1).nextTry()).isEqualTo(bench.clock.instant().plusSeconds(15));
        bench.runAfter(Duration.ofSeconds(15));
        assertThat(bench.lms.confirmed).hasSize(1);
        assertThat(bench.lms.received).hasSize(3).containsOnly(bench.lms.received.getFirst());
        assertThat(bench.status(1).state()).isEqualTo(State.SENT);
    }

    @Test
    void runWhenTheAnswerWasLostThenTheRepeatsConflictMeansDelivered() { // ruling 36
        bench.record(1, 11);
        bench.lms.next(() -> {
            bench.lms.take(Bench.ITEM, bench.lms.received.getFirst());
            fault(Kind.TRY_LATER, 0).run();
        });
        bench.run();
        bench.runAfter(Duration.ofSeconds(5));
        assertThat(bench.lms.received).hasSize(2).containsOnly(bench.lms.received.getFirst());
        assertThat(bench.lms.confirmed).hasSize(1);
        assertThat(bench.status(1).state()).isEqualTo(State.SENT);
    }

    @Test
    void runWhenTheProcessDiedBetweenCallAndConfirmationThenTheSameIsRepeated() { // kill -9
        bench.record(1, 11);
        bench.lms.next(() -> {
            bench.lms.take(Bench.ITEM, bench.lms.received.getFirst());
            throw new Died();
        });
        runAndDie();
        assertThat(bench.jdbc
                        .sql("select state from gradebook_score")
                        .query(String.class)
                        .single())
                .isEqualTo("SENDING");
        bench.runAfter(Duration.ofSeconds(30));
        assertThat(bench.lms.received).hasSize(2).containsOnly(bench.lms.received.getFirst());
        assertThat(bench.lms.confirmed).hasSize(1);
        assertThat(bench.status(1).state()).isEqualTo(State.SENT);
    }

    @Test
    @DisplayName("LTI-A21: a process that died loses no score")
    void runWhenTheProcessDiedBeforeTheCallArrivedThenTheScoreIsNotLost() { // kill -9
        bench.record(1, 11);
        bench.lms.next(() -> {
            throw new Died();
        });
        runAndDie();
        bench.runAfter(Duration.ofSeconds(30));
        assertThat(points(bench.lms.confirmed)).containsExactly(11.0);
    }

    @Test
    void runWhenNewerPointsCameAfterALostAnswerThenOnlyTheseGo() { // coalescing, LTI-A12
        bench.record(1, 11);
        bench.lms.next(() -> {
            bench.lms.take(Bench.ITEM, bench.lms.received.getFirst());
            fault(Kind.TRY_LATER, 0).run();
        });
        bench.run();
        bench.record(1, 14);
        bench.runAfter(Duration.ofSeconds(5));
        assertThat(points(bench.lms.received)).containsExactly(11.0, 14.0);
        assertStrictlyIncreasing(bench.lms.received);
        assertThat(bench.status(1).state()).isEqualTo(State.SENT);
    }

    @Test
    void runWhenThePlatformHoldsSomethingNewerThenOnceMoreWithALaterTime() { // ruling 36
        Instant ahead = bench.clock.instant().plusSeconds(40);
        bench.lms.take(
                Bench.ITEM,
                new Sending(1, 3, 25, false, ahead, ahead, Bench.ITEM)
                        .score(new Sending.Around("user-1", ahead, null, null, null)));
        bench.record(1, 11);
        bench.run();
        assertThat(bench.lms.received).hasSize(2);
        assertThat(bench.lms.received.get(1).timestamp()).isEqualTo(ahead.plusSeconds(1));
        assertThat(bench.status(1).state()).isEqualTo(State.SENT);
        bench.record(1, 12);
        bench.runAfter(Duration.ofSeconds(1));
        assertThat(points(bench.lms.confirmed)).containsExactly(3.0, 11.0, 12.0);
        assertStrictlyIncreasing(bench.lms.confirmed);
    }

    @Test
    void runWhenTheSecondConflictsAsWellThenParkedWithTheReason() { // ruling 36
        bench.record(1, 11);
        bench.lms.next(fault(Kind.CONFLICT, 409), fault(Kind.CONFLICT, 409));
        bench.run();
        assertThat(bench.lms.received).hasSize(2);
        assertStrictlyIncreasing(bench.lms.received);
        assertThat(bench.status(1).state()).isEqualTo(State.FAILED);
        assertThat(bench.status(1).reasonKey()).isEqualTo(Reasons.NEWER);
    }

    @ParameterizedTest
    @CsvSource({ // LTI-A18, A20
        "NOT_GRADABLE, 400, gradebook.reason.not-gradable",
        "NOT_GRADABLE, 422, gradebook.reason.not-gradable",
        "NOT_ALLOWED, 403, gradebook.reason.not-allowed",
        "REFUSED, 405, gradebook.reason.refused"
    })
    void runWhenRefusedForGoodThenFinalWithTheReason(Kind kind, int status, String reason) {
        bench.record(1, 11);
        bench.lms.next(fault(kind, status));
        bench.run();
        bench.runAfter(Duration.ofHours(3));
        assertThat(bench.lms.received).hasSize(1);
        assertThat(bench.status(1))
                .isEqualTo(new DeliveryStatus(State.FAILED, 11, Instant.parse("2026-11-23T10:42:00Z"), reason, null));
    }

    @Test
    @DisplayName("LTI-A21: a failed score can be sent again")
    void sendAgainWhenSomebodyHasChangedSomethingThenSent() {
        bench.record(1, 11);
        bench.record(2, 12);
        bench.lms.next(fault(Kind.NOT_GRADABLE, 400), fault(Kind.NOT_GRADABLE, 400));
        bench.run();
        bench.clock.advance(Duration.ofMinutes(1));
        assertThat(bench.book.sendAgain(Bench.COURSE, "session-1")).isEqualTo(2);
        bench.run();
        assertThat(points(bench.lms.confirmed)).containsExactlyInAnyOrder(11.0, 12.0);
    }

    @Test
    void recordWhenItHadFailedThenTheNewPointsAreTried() {
        bench.record(1, 11);
        bench.lms.next(fault(Kind.NOT_GRADABLE, 400));
        bench.run();
        bench.clock.advance(Duration.ofMinutes(1));
        bench.record(1, 12);
        bench.run();
        assertThat(points(bench.lms.confirmed)).containsExactly(12.0);
    }

    @Test
    void recordWhenWaitingForALaterTryThenTheWaitIsKept() {
        bench.record(1, 11);
        bench.lms.next(fault(Kind.TRY_LATER, 500));
        bench.run();
        bench.record(1, 12);
        bench.runAfter(Duration.ofSeconds(1));
        assertThat(bench.lms.received).hasSize(1);
        assertThat(bench.status(1).nextTry()).isAfter(bench.clock.instant());
    }

    @Test
    void runWhenThePlatformIsBusyThenWaitsAsAsked() { // LTI-A20: Retry-After
        for (int member = 1; member <= 30; member++) {
            bench.record(member, member);
        }
        bench.lms.next(fault(Kind.THROTTLED, 429, Duration.ofSeconds(3)));
        bench.run();
        assertThat(bench.lms.confirmed).hasSize(30);
        assertThat(bench.naps).containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void runWhenThePlatformAsksForALongWaitThenTheQueueSleepsOnAllNodes() { // LTI-A20: Retry-After
        bench.record(1, 1);
        bench.lms.next(fault(Kind.THROTTLED, 429, Duration.ofMinutes(2)));
        bench.run();
        bench.record(2, 2);
        bench.runAfter(Duration.ofSeconds(119));
        assertThat(bench.lms.received).hasSize(1);
        assertThat(bench.drain().next(bench.lms.queue))
                .contains(bench.clock.instant().plusSeconds(1));
        bench.runAfter(Duration.ofSeconds(1));
        assertThat(points(bench.lms.confirmed)).containsExactlyInAnyOrder(1.0, 2.0);
        assertThat(bench.pausedQueues.find(bench.lms.queue)).isEmpty();
    }

    @Test
    void runWhenThrottledThenTheNewestPointsGoNextTime() { // refused without effect
        bench.record(1, 1);
        bench.lms.next(fault(Kind.THROTTLED, 403, Duration.ofSeconds(20)));
        bench.run();
        bench.record(1, 2);
        bench.runAfter(Duration.ofSeconds(21));
        assertThat(points(bench.lms.confirmed)).containsExactly(2.0);
    }

    @Test
    void runWhenThePlatformIsDownThenFewCallsAndALongerPauseEachTime() {
        for (int member = 1; member <= 200; member++) {
            bench.record(member, 1);
        }
        bench.lms.during = fault(Kind.TRY_LATER, 0);
        bench.run();
        assertThat(bench.lms.received).hasSizeLessThanOrEqualTo(3 * CallWindow.WIDEST);
        int before = bench.lms.received.size();
        Duration first = pause();
        bench.runAfter(first);
        assertThat(bench.lms.received.size()).isGreaterThan(before);
        assertThat(pause()).isGreaterThan(first);
        bench.lms.during = () -> {};
        for (int i = 0; i < 30; i++) {
            bench.runAfter(Duration.ofMinutes(1));
        }
        assertThat(bench.lms.confirmed).hasSize(200);
    }

    @Test
    void runWhenManyAreDueThenElevenCallsAtOnceAtMostAndInOrder() throws Exception { // ruling 38
        for (int member = 1; member <= 60; member++) {
            bench.record(member, member);
            bench.clock.advance(Duration.ofMillis(1));
        }
        CountDownLatch eleven = new CountDownLatch(CallWindow.WIDEST);
        bench.lms.during = () -> {
            eleven.countDown();
            try {
                assertThat(eleven.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
        bench.run();
        assertThat(bench.lms.confirmed).hasSize(60);
        assertThat(bench.lms.mostAtOnce).hasValue(CallWindow.WIDEST);
        assertThat(points(bench.lms.received.subList(0, 11))).allMatch(points -> points <= 22);
    }

    @Test
    void runWhenStoppingThenEndsAndTheRestIsKept() {
        for (int member = 1; member <= 300; member++) {
            bench.record(member, 1);
        }
        int[] looks = {0};
        bench.drain().run(bench.lms.queue, () -> looks[0]++ > 0);
        assertThat(bench.lms.confirmed).hasSize(100);
        bench.run();
        assertThat(bench.lms.confirmed).hasSize(300);
    }

    @Test
    void runWhenThePlatformDoesNotKnowThePersonThenKeptHere() { // LTI-T23: a pretended learner
        bench.record(404, 5);
        bench.run();
        assertThat(bench.lms.received).isEmpty();
        assertThat(bench.status(404).state()).isEqualTo(State.KEPT_HERE);
        assertThat(bench.status(404).reasonKey()).isEqualTo(Reasons.NO_PERSON);
    }

    @Test
    void runWhenItsOwnCodeBreaksThenTheRowIsTriedLater() {
        bench.record(1, 5);
        bench.lms.next(() -> {
            throw new IllegalStateException("a mistake of ours");
        });
        bench.run();
        assertThat(bench.status(1).state()).isEqualTo(State.WAITING);
        bench.runAfter(Duration.ofSeconds(15));
        assertThat(bench.lms.confirmed).hasSize(1);
    }

    @Test
    void runWhenAnotherQueueIsDueThenLeftAlone() {
        bench.record(1, 5);
        bench.drain().run("another queue", () -> false);
        assertThat(bench.lms.received).isEmpty();
    }

    private Duration pause() {
        Instant until = bench.pausedQueues.find(bench.lms.queue).orElseThrow().until();
        return Duration.between(bench.clock.instant(), until);
    }

    /** As if the machine lost power during the call: nothing of the delivery runs on. */
    private void runAndDie() {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, death) -> {});
        try {
            bench.run();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    private static final class Died extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static List<Double> points(List<Score> scores) {
        return scores.stream().map(Score::scoreGiven).toList();
    }

    private static void assertStrictlyIncreasing(List<Score> scores) {
        for (int i = 1; i < scores.size(); i++) {
            assertThat(scores.get(i).timestamp())
                    .isAfterOrEqualTo(scores.get(i - 1).timestamp().plusSeconds(1));
        }
    }
}
