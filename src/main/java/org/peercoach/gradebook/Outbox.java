package org.peercoach.gradebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.CourseId;
import org.peercoach.course.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Recorded points, as the delivery sees them. Every change is one statement on one row and commits by itself. */
@Repository
class Outbox {

    private static final Duration APART = Duration.ofSeconds(1);
    private static final String KEY = " where member_id = :member and activity_key = :activity";
    private static final String FORGET_SENDING = " sending_version = null, sending_url = null,";

    private final JdbcClient jdbc;

    Outbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is due in a queue, longest due first. */
    List<DueScore> due(String queue, Instant now, int atMost) {
        return jdbc.sql("select * from gradebook_score where queue = ? and state = 'WAITING' and due_at <= ?"
                        + " order by due_at, member_id, activity_key limit ?")
                .params(queue, Utc.of(now), atMost)
                .query((row, index) -> read(row))
                .list();
    }

    /** When the next row of a queue is due; empty when nothing waits. */
    Optional<Instant> nextDue(String queue) {
        return jdbc.sql("select due_at from gradebook_score where queue = ? and state = 'WAITING'"
                        + " order by due_at limit 1")
                .param(queue)
                .query((row, index) -> Utc.require(row, "due_at"))
                .optional();
    }

    /** Queues with something due, or with calls that nobody has finished for long. */
    List<String> queuesDue(Instant now, Duration abandonedAfter) {
        return jdbc.sql("select distinct queue from gradebook_score where queue is not null and"
                        + " ((state = 'WAITING' and due_at <= ?) or (state = 'SENDING' and due_at <= ?))")
                .params(Utc.of(now), Utc.of(now.minus(abandonedAfter)))
                .query((row, index) -> row.getString(1))
                .list();
    }

    /**
     * Takes up calls whose process died: they are repeated as they were. To be called by the one who holds the queue.
     *
     * @return these
     */
    List<DueScore> recover(String queue) {
        List<DueScore> abandoned = jdbc.sql("select * from gradebook_score where queue = ? and state = 'SENDING'")
                .param(queue)
                .query((row, index) -> read(row))
                .list();
        for (DueScore row : abandoned) {
            update("state = 'WAITING'" + KEY + " and state = 'SENDING'", row.key())
                    .update();
        }
        return abandoned;
    }

    /** Notes what is about to be sent; false when newer points came in between, so that they go instead. */
    boolean claim(DueScore row, Sending sending, Instant now) {
        return update(
                                "state = 'SENDING', due_at = :now, sending_version = :version, sending_points = :points,"
                                        + " sending_maximum = :maximum, sending_completed = :completed,"
                                        + " sending_recorded_at = :recorded, sending_at = :at, sending_url = :url,"
                                        + " not_before = :notBefore" + KEY
                                        + " and version = :version and state in ('WAITING', 'SENDING')",
                                row.key())
                        .param("now", Utc.of(now))
                        .param("version", sending.version())
                        .param("points", sending.points())
                        .param("maximum", sending.maximum())
                        .param("completed", sending.completed())
                        .param("recorded", Utc.of(sending.recordedAt()))
                        .param("at", Utc.of(sending.timestamp()))
                        .param("url", sending.url())
                        .param("notBefore", Utc.of(sending.timestamp().plus(APART)))
                        .update()
                == 1;
    }

    /** The platform has it. Points that came meanwhile follow, a second later at the earliest (LTI-A12). */
    void confirm(DueScore row, Sending sending, Instant now) {
        update(
                        FORGET_SENDING + " sent_version = :version, sent_url = :url, sent_points = sending_points,"
                                + " sent_maximum = sending_maximum,"
                                + " sent_completed = (sent_completed or sending_completed),"
                                + " confirmed_at = :now, state_at = :now, attempts = 0, reason = null,"
                                + " due_at = case when version = :version then null else :soon end,"
                                + " state = case when version = :version then 'SENT' else 'WAITING' end" + KEY
                                + " and sending_version = :version",
                        row.key())
                .param("version", sending.version())
                .param("url", sending.url())
                .param("now", Utc.of(now))
                .param("soon", Utc.of(now.plus(APART)))
                .update();
    }

    /** Tries again later; what was sent, if anything, is repeated as it was. */
    void later(DueScore row, String reason, Instant now, Instant next) {
        settle(row, "state = 'WAITING', attempts = attempts + 1, due_at = :next,", reason, now, next);
    }

    /** The platform did not take it, and something else is tried at once: no repeat, should the process die. */
    void takenBack(DueScore row, Instant now) {
        update(FORGET_SENDING + " state = 'WAITING', due_at = :now" + KEY + " and state = 'SENDING'", row.key())
                .param("now", Utc.of(now))
                .update();
    }

    /** Refused without effect: not counted as a try, and the newest points go next time. */
    void refusedForNow(DueScore row, boolean repeat, Instant now, Instant next) {
        settle(row, (repeat ? "" : FORGET_SENDING) + " state = 'WAITING', due_at = :next,", Reasons.BUSY, now, next);
    }

    /** Nothing more happens until somebody acts. */
    void fail(DueScore row, String reason, Instant now) {
        settle(row, FORGET_SENDING + " state = 'FAILED', attempts = 0, due_at = :next,", reason, now, null);
    }

    /** The points stay in the tool. */
    void keep(DueScore row, String reason, Instant now) {
        settle(row, FORGET_SENDING + " state = 'KEPT_HERE', attempts = 0, due_at = :next,", reason, now, null);
    }

    private void settle(DueScore row, String changes, String reason, Instant now, @Nullable Instant next) {
        update(changes + " reason = :reason, state_at = :now" + KEY + " and state in ('WAITING', 'SENDING')", row.key())
                .param("reason", reason)
                .param("now", Utc.of(now))
                .param("next", Utc.ofNullable(next))
                .update();
    }

    private JdbcClient.StatementSpec update(String rest, DueScore.Key key) {
        return jdbc.sql("update gradebook_score set " + rest)
                .param("member", key.member().value())
                .param("activity", key.activity());
    }

    private static DueScore read(ResultSet row) throws SQLException {
        return new DueScore(
                new DueScore.Key(new MemberId(row.getLong("member_id")), row.getString("activity_key")),
                new CourseId(row.getLong("course_id")),
                number(row, "district_id"),
                row.getInt("points"),
                row.getInt("maximum"),
                row.getBoolean("completed"),
                Utc.require(row, "started_at"),
                Utc.require(row, "recorded_at"),
                row.getLong("version"),
                row.getInt("attempts"),
                Utc.read(row, "not_before"),
                sending(row),
                new DueScore.Words(row.getString("comment"), grader(row)),
                new DueScore.Before(row.getLong("sent_version") > 0, row.getBoolean("sent_completed")));
    }

    private static @Nullable MemberId grader(ResultSet row) throws SQLException {
        Long grader = number(row, "grader_id");
        return grader == null ? null : new MemberId(grader);
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    private static @Nullable Sending sending(ResultSet row) throws SQLException {
        long version = row.getLong("sending_version");
        if (row.wasNull()) {
            return null;
        }
        return new Sending(
                version,
                row.getInt("sending_points"),
                row.getInt("sending_maximum"),
                row.getBoolean("sending_completed"),
                Utc.require(row, "sending_recorded_at"),
                Utc.require(row, "sending_at"),
                row.getString("sending_url"));
    }
}
