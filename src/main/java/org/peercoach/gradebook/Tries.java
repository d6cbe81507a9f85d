package org.peercoach.gradebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.CourseId;
import org.peercoach.lti.PlatformFault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The history of points: every try to send them and what became of it. Rows are only added, and purged when old. */
@Repository
class Tries {

    /** Longer than a school year, so that a question about last term's grade finds its answer. */
    static final Duration KEPT = Duration.ofDays(400);

    private static final int PORTION = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;

    Tries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What became of a try. */
    enum Result {
        SENT,
        /** Will be tried again by itself. */
        LATER,
        /** Refused for good. */
        REFUSED,
        /** The tool stopped during the call; it was repeated. */
        BROKEN_OFF
    }

    /**
     * @param statusClass of the answer, such as {@code 4xx}, or null when there was none
     * @param reason message key, or null
     */
    record Try(
            long id,
            Instant at,
            int points,
            int maximum,
            Result result,
            @Nullable String statusClass,
            @Nullable String reason) {}

    void sent(DueScore row, Sending sending) {
        add(row, sending, Result.SENT, "2xx", null);
    }

    /** The platform says that it has this already: an earlier call had arrived. */
    void hadArrived(DueScore row, Sending sending) {
        add(row, sending, Result.SENT, "4xx", null);
    }

    /** @param sending null when the call itself was not reached */
    void refused(DueScore row, @Nullable Sending sending, PlatformFault fault) {
        boolean later = fault.kind() == PlatformFault.Kind.TRY_LATER || fault.kind() == PlatformFault.Kind.THROTTLED;
        String statusClass = fault.status() == 0 ? null : fault.status() / 100 + "xx";
        add(row, sending, later ? Result.LATER : Result.REFUSED, statusClass, Reasons.of(fault));
    }

    void brokenOff(DueScore row) {
        add(row, row.unconfirmed(), Result.BROKEN_OFF, null, null);
    }

    private void add(
            DueScore row,
            @Nullable Sending sending,
            Result result,
            @Nullable String statusClass,
            @Nullable String reason) {
        jdbc.sql("insert into gradebook_try (member_id, activity_key, course_id, tried_at, points, maximum, outcome,"
                        + " status_class, reason) values (:member, :activity, :course, :now, :points, :maximum, :outcome,"
                        + " :status, :reason)")
                .param("member", row.key().member().value())
                .param("activity", row.key().activity())
                .param("course", row.course().value())
                .param("now", Utc.of(clock.instant()))
                .param("points", sending == null ? row.points() : sending.points())
                .param("maximum", sending == null ? row.maximum() : sending.maximum())
                .param("outcome", result.name())
                .param("status", statusClass)
                .param("reason", reason)
                .update();
    }

    /** One page of a member's tries, newest first: those before {@code before}, or the newest for null. */
    List<Try> page(CourseId course, DueScore.Key key, @Nullable Long before, int size) {
        return jdbc.sql("select * from gradebook_try where member_id = ? and activity_key = ? and course_id = ?"
                        + " and id < ? order by id desc limit ?")
                .params(
                        key.member().value(),
                        key.activity(),
                        course.value(),
                        before == null ? Long.MAX_VALUE : before,
                        size)
                .query((row, index) -> read(row))
                .list();
    }

    /** Forgets what is older than {@link #KEPT}, in portions, so that nobody waits for long. */
    int purge() {
        int gone = 0;
        int portion;
        do {
            portion = jdbc.sql("delete from gradebook_try where tried_at < ? limit " + PORTION)
                    .param(Utc.of(clock.instant().minus(KEPT)))
                    .update();
            gone += portion;
        } while (portion == PORTION);
        return gone;
    }

    private static Try read(ResultSet row) throws SQLException {
        return new Try(
                row.getLong("id"),
                Utc.require(row, "tried_at"),
                row.getInt("points"),
                row.getInt("maximum"),
                Result.valueOf(row.getString("outcome")),
                row.getString("status_class"),
                row.getString("reason"));
    }
}
