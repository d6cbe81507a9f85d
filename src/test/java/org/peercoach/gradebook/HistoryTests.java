package org.peercoach.gradebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peercoach.gradebook.FakeLms.fault;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peercoach.course.CourseId;
import org.peercoach.course.MemberId;
import org.peercoach.gradebook.Tries.Result;
import org.peercoach.lti.PlatformFault.Kind;

/** Every try is kept: LTI-A21, UX-P8. */
@Tag("database")
class HistoryTests {

    private final Bench bench = new Bench();

    @Test
    @DisplayName("UX-P8: with a platform that answers 500 twice, then 200, the history lists three tries")
    void historyWhenThePlatformFailsTwiceThenThreeTries() {
        bench.record(1, 11);
        bench.lms.next(fault(Kind.TRY_LATER, 500), fault(Kind.TRY_LATER, 0));
        bench.run();
        bench.runAfter(Duration.ofSeconds(5));
        bench.runAfter(Duration.ofSeconds(15));
        assertThat(tries()).extracting(Tries.Try::result).containsExactly(Result.SENT, Result.LATER, Result.LATER);
        assertThat(tries()).extracting(Tries.Try::statusClass).containsExactly("2xx", null, "5xx");
        assertThat(tries()).extracting(Tries.Try::reason).containsExactly(null, Reasons.NO_ANSWER, Reasons.NO_ANSWER);
        assertThat(tries()).allMatch(one -> one.points() == 11 && one.maximum() == 25);
    }

    @Test
    @DisplayName("LTI-A18: a final refusal is in the history with its reason")
    void historyWhenRefusedThenReasonIsKept() {
        bench.record(1, 11);
        bench.lms.next(fault(Kind.NOT_GRADABLE, 422));
        bench.run();
        assertThat(tries()).singleElement().satisfies(one -> {
            assertThat(one.result()).isEqualTo(Result.REFUSED);
            assertThat(one.statusClass()).isEqualTo("4xx");
            assertThat(one.reason()).isEqualTo(Reasons.NOT_GRADABLE);
        });
    }

    @Test
    @DisplayName("LTI-A20: a conflict and what followed are two tries")
    void historyWhenTheFirstConflictsThenBothAreKept() {
        bench.record(1, 11);
        bench.lms.next(fault(Kind.CONFLICT, 409));
        bench.run();
        assertThat(tries()).extracting(Tries.Try::result).containsExactly(Result.SENT, Result.REFUSED);
    }

    @Test
    @DisplayName("LTI-A21: a call whose process died is in the history")
    void historyWhenTheToolStoppedDuringTheCallThenSaidSo() {
        bench.record(1, 11);
        bench.jdbc
                .sql("update gradebook_score set state = 'SENDING', sending_version = 1, sending_points = 11,"
                        + " sending_maximum = 25, sending_completed = false, sending_recorded_at = ?, sending_at = ?,"
                        + " sending_url = ?")
                .params(Utc.of(bench.clock.instant()), Utc.of(bench.clock.instant()), Bench.ITEM)
                .update();
        bench.runAfter(Duration.ofSeconds(30));
        assertThat(tries()).extracting(Tries.Try::result).containsExactly(Result.SENT, Result.BROKEN_OFF);
    }

    @Test
    @DisplayName("LTI-A21: pages of the history are by key, and bounded by the course")
    void pageWhenAskedForThenNewestFirstAndOfThisCourseOnly() {
        for (int points = 1; points <= 5; points++) {
            bench.record(1, points);
            bench.run();
            bench.clock.advance(Duration.ofMinutes(1));
        }
        List<Tries.Try> first = bench.tries.page(Bench.COURSE, key(), null, 2);
        List<Tries.Try> second =
                bench.tries.page(Bench.COURSE, key(), first.getLast().id(), 2);
        assertThat(first).extracting(Tries.Try::points).containsExactly(5, 4);
        assertThat(second).extracting(Tries.Try::points).containsExactly(3, 2);
        assertThat(bench.tries.page(new CourseId(2), key(), null, 9)).isEmpty();
    }

    @Test
    @DisplayName("LTI-A21: old tries are forgotten, newer ones are not")
    void purgeWhenOldThenForgotten() {
        bench.record(1, 11);
        bench.run();
        bench.clock.advance(Tries.KEPT.minusDays(1));
        bench.record(1, 12);
        bench.run();
        assertThat(bench.tries.purge()).isZero();
        bench.clock.advance(Duration.ofDays(2));
        assertThat(bench.tries.purge()).isEqualTo(1);
        assertThat(tries()).extracting(Tries.Try::points).containsExactly(12);
    }

    @Test
    @DisplayName("LTI-A21: each sent grade stands in the audit log, without a name and without the points")
    void auditWhenSentThenNoted() {
        bench.record(1, 11);
        bench.run();
        bench.audit.flush();
        assertThat(bench.jdbc
                        .sql(
                                "select concat(district_id, ' ', course_id, ' ', actor, ' ', act, ' ', subject, ' ', details)"
                                        + " from audit_entry")
                        .query(String.class)
                        .list())
                .containsExactly("1 1 system gradebook.sent member:1 session-1");
    }

    private List<Tries.Try> tries() {
        return bench.tries.page(Bench.COURSE, key(), null, 50);
    }

    private static DueScore.Key key() {
        return new DueScore.Key(new MemberId(1), "session-1");
    }
}
