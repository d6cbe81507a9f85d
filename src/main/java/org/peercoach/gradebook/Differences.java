package org.peercoach.gradebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.CourseId;
import org.peercoach.course.MemberId;
import org.peercoach.gradebook.DeliveryStatus.Difference.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Points that the LMS shows differently from what was sent (LTI-A22). Every change is one statement on one row. */
@Repository
class Differences {

    private static final String KEY = " where member_id = :member and activity_key = :activity and course_id = :course";

    private final JdbcClient jdbc;

    Differences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Points that the platform has confirmed.
     *
     * @param newest what the tool holds now
     * @param sent what was confirmed last
     * @param underWay what was sent without an answer, or null
     * @param kind of the difference that is known, or null
     * @param shown by the LMS then, or null
     * @param insisted whether a trainer has sent ours again since the difference was seen
     */
    record Sent(
            DueScore.Key key,
            CourseId course,
            RowState state,
            long version,
            int newest,
            int sent,
            int maximum,
            @Nullable Integer underWay,
            String url,
            @Nullable Instant confirmedAt,
            @Nullable Kind kind,
            @Nullable Double shown,
            boolean insisted) {}

    List<Sent> sent(CourseId course, String activity) {
        return jdbc.sql("select * from gradebook_score where course_id = ? and activity_key = ?"
                        + " and sent_points is not null")
                .params(course.value(), activity)
                .query((row, index) -> read(row))
                .list();
    }

    /** What waits is held, so that the trainer is asked before the LMS's entry is overwritten. */
    void mark(Sent row, Kind kind, @Nullable Double shown, Instant now) {
        String waits = "case when state = 'WAITING' then ";
        update(
                        "difference = :kind, lms_points = :shown, insisted = false,"
                                + " sending_version = null, sending_url = null, attempts = 0,"
                                + " due_at = " + waits + "null else due_at end, reason = " + waits + "'"
                                + Reasons.CHANGED + "' else reason end, state_at = " + waits
                                + ":now else state_at end, state = " + waits + "'KEPT_HERE' else state end",
                        row.key(),
                        row.course(),
                        " and sent_version = :version and state <> 'SENDING'")
                .param("kind", kind.name())
                .param("shown", shown, Types.DOUBLE)
                .param("version", row.version())
                .param("now", Utc.of(now))
                .update();
    }

    /** The LMS shows what was sent; what was held goes on its way. */
    void clear(Sent row, Instant now) {
        String held = "case when state = 'KEPT_HERE' and reason = '" + Reasons.CHANGED + "' then ";
        String newer = "case when version > sent_version then ";
        update(
                        "difference = null, lms_points = null, insisted = false,"
                                + " due_at = " + held + newer + ":now else null end else due_at end,"
                                + " state_at = " + held + ":now else state_at end,"
                                + " state = " + held + newer + "'WAITING' else 'SENT' end else state end,"
                                + " reason = case when reason = '" + Reasons.CHANGED + "' then null else reason end",
                        row.key(),
                        row.course(),
                        " and sent_version = :version and state <> 'SENDING'")
                .param("version", row.version())
                .param("now", Utc.of(now))
                .update();
    }

    /** The trainer wants ours there: true if there was a difference. */
    boolean insist(CourseId course, DueScore.Key key, String queue, Instant now) {
        return update(
                                "difference = null, lms_points = null, insisted = true, state = 'WAITING', reason = null,"
                                        + " due_at = case when not_before > :now then :soon else :now end, attempts = 0,"
                                        + " sending_version = null, sending_url = null, state_at = :now, queue = :queue",
                                key,
                                course,
                                " and difference is not null and state <> 'SENDING'")
                        .param("now", Utc.of(now))
                        .param("soon", Utc.of(now.plusSeconds(1)))
                        .param("queue", queue)
                        .update()
                == 1;
    }

    /** The trainer lets the LMS's stay: true if there was something to decide. */
    boolean leave(CourseId course, DueScore.Key key) {
        return update("difference = 'LEFT'", key, course, " and difference in ('OPEN', 'KEEPS')")
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec update(String changes, DueScore.Key key, CourseId course, String condition) {
        return jdbc.sql("update gradebook_score set " + changes + KEY + condition)
                .param("member", key.member().value())
                .param("activity", key.activity())
                .param("course", course.value());
    }

    private static Sent read(ResultSet row) throws SQLException {
        String kind = row.getString("difference");
        return new Sent(
                new DueScore.Key(new MemberId(row.getLong("member_id")), row.getString("activity_key")),
                new CourseId(row.getLong("course_id")),
                RowState.valueOf(row.getString("state")),
                row.getLong("sent_version"),
                row.getInt("points"),
                row.getInt("sent_points"),
                row.getInt("sent_maximum"),
                row.getObject("sending_version") == null ? null : (Integer) row.getInt("sending_points"),
                row.getString("sent_url"),
                Utc.read(row, "confirmed_at"),
                kind == null ? null : Kind.valueOf(kind),
                (Double) row.getObject("lms_points"),
                row.getBoolean("insisted"));
    }
}
