package org.peercoach.gradebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.peercoach.course.CourseId;
import org.peercoach.course.MemberId;
import org.peercoach.course.MemberRole;
import org.peercoach.gradebook.DeliveryStatus.State;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Recording: one upsert in the caller's transaction. */
@Tag("database")
class ScoreBookTests {

    private final Bench bench = new Bench();

    @Test
    void recordWhenTheCallerRollsBackThenNothingIsLeftAndNobodyWoken() {
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(bench.database));
        transaction.executeWithoutResult(status -> {
            bench.record(1, 5);
            status.setRollbackOnly();
        });
        assertThat(bench.book.status(Bench.COURSE, new MemberId(1), "session-1"))
                .isEmpty();
        assertThat(bench.woken).isEmpty();
    }

    @Test
    void recordWhenTheCallerCommitsThenTheQueueIsWokenAfterwards() {
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(bench.database));
        transaction.executeWithoutResult(status -> {
            bench.record(1, 5);
            assertThat(bench.woken).isEmpty();
        });
        assertThat(bench.woken).containsExactly(bench.lms.queue);
    }

    @Test
    void recordWhenManyAtOnceThenOneRowAPersonWithAllVersions() throws Exception {
        try (ExecutorService people = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 80; i++) {
                int points = i;
                people.execute(() -> bench.record(points % 4, points));
            }
        }
        assertThat(bench.book.statuses(Bench.COURSE, "session-1")).hasSize(4);
        assertThat(bench.jdbc
                        .sql("select sum(version) from gradebook_score")
                        .query(Long.class)
                        .single())
                .isEqualTo(80);
    }

    @ParameterizedTest
    @EnumSource(
            value = MemberRole.class,
            names = {"TRAINER", "OBSERVER", "LEADER"})
    void recordWhenTheRoleGetsNoPointsThenNothing(MemberRole role) {
        bench.book.record(Bench.member(1, role), "session-1", 5, false);
        assertThat(bench.book.statuses(Bench.COURSE, "session-1")).isEmpty();
    }

    @Test
    void recordWhenTheActivityHasNoPointsThenRefused() {
        assertThatThrownBy(() -> bench.book.record(Bench.coach(1), "why", 5, false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void statusWhenAskedForAnotherCourseThenEmpty() {
        bench.record(1, 5);
        CourseId other = new CourseId(2);
        assertThat(bench.book.status(other, new MemberId(1), "session-1")).isEmpty();
        assertThat(bench.book.statuses(other, "session-1")).isEmpty();
        assertThat(bench.book.status(Bench.COURSE, new MemberId(1), "session-1"))
                .isPresent();
    }

    @Test
    void sendAgainWhenAskedForAnotherCourseThenNothingMoves() {
        bench.notPlaced();
        bench.record(1, 5);
        CourseId other = new CourseId(2);
        assertThat(bench.rows.sendFrom(
                        RowState.KEPT_HERE, other, new DueScore.Key(new MemberId(1), "session-1"), "q", Instant.EPOCH))
                .isFalse();
    }

    @Test
    void recordWhenNotPlacedAndThenPlacedThenTheSamePointsGo() {
        bench.notPlaced();
        bench.record(1, 5);
        assertThat(bench.status(1).state()).isEqualTo(State.KEPT_HERE);
        bench.placed(Bench.ITEM);
        bench.record(1, 5);
        bench.run();
        assertThat(bench.status(1).state()).isEqualTo(State.SENT);
    }

    @Test
    void recordWhenSentBeforeAndNoLongerPlacedThenKeptHere() {
        bench.record(1, 5);
        bench.run();
        bench.notPlaced();
        bench.clock.advance(Duration.ofMinutes(1));
        bench.record(1, 6);
        assertThat(bench.status(1).state()).isEqualTo(State.KEPT_HERE);
        assertThat(bench.outbox.nextDue(bench.lms.queue)).isEmpty();
    }

    @Test
    void queuesDueWhenNobodyWasWokenThenFound() { // the sweep after a crash between commit and wake
        bench.record(1, 5);
        assertThat(bench.outbox.queuesDue(bench.clock.instant(), Duration.ofMinutes(2)))
                .containsExactly(bench.lms.queue);
        bench.run();
        assertThat(bench.outbox.queuesDue(bench.clock.instant(), Duration.ofMinutes(2)))
                .isEmpty();
    }
}
