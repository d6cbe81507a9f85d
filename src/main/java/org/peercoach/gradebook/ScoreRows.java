package org.peercoach.gradebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.CourseId;
import org.peercoach.course.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Recorded points, as the tool's side writes and reads them. */
@Repository
class ScoreRows {

    /** A comment that is not told stays; who graded is told each time. */
    private static final String SAME_CONTENT = "(points = :points and maximum = :maximum and completed = :completed"
            + " and coalesce(:comment, comment, '') = coalesce(comment, '')"
            + " and coalesce(:grader, 0) = coalesce(grader_id, 0))";
    /** Nothing to do, a call under way, or waiting already, perhaps after tries in vain: state and time stay. */
    private static final String STAYS = "((" + SAME_CONTENT + " and state <> 'KEPT_HERE') or state = 'SENDING'"
            + " or (state = 'WAITING' and :state = 'WAITING'))";
    /** What somebody changed in the LMS is not overwritten before a trainer has seen it. */
    private static final String HELD = "(difference is not null and :state = 'WAITING')";

    /** MySQL assigns from left to right and then sees the new values: what others read is assigned last. */
    private static final String RECORD = "insert into gradebook_score (member_id, activity_key, course_id, district_id,"
            + " points, maximum, completed, comment, grader_id, started_at, recorded_at, version, state, state_at,"
            + " reason, attempts, queue, due_at, sent_version) values (:member, :activity, :course, :district, :points,"
            + " :maximum, :completed, :comment, :grader, :handedIn, :handedIn, 1,"
            + " :state, :now, :reason, 0, :queue, :due, 0) on duplicate key update"
            + " due_at = case when " + STAYS + " then due_at when :state = 'KEPT_HERE' or " + HELD + " then null"
            + " when not_before > :now then :soon else :now end,"
            + " attempts = case when " + STAYS + " then attempts else 0 end,"
            + " reason = case when " + STAYS + " then reason when " + HELD + " then '" + Reasons.CHANGED
            + "' else :reason end,"
            + " state_at = case when " + STAYS + " then state_at else :now end,"
            + " version = case when " + SAME_CONTENT + " then version else version + 1 end,"
            + " recorded_at = case when " + SAME_CONTENT + " then recorded_at else coalesce(:submitted, recorded_at)"
            + " end,"
            + " state = case when " + STAYS + " then state when " + HELD + " then 'KEPT_HERE' else :state end,"
            + " queue = coalesce(:queue, queue), district_id = :district,"
            + " comment = coalesce(:comment, comment), grader_id = :grader,"
            + " points = :points, maximum = :maximum, completed = :completed";

    private static final String STATUS =
            "select member_id, points, state, state_at, reason, due_at, difference, lms_points from gradebook_score";

    private final JdbcClient jdbc;

    ScoreRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param keptReason why the points stay in the tool, or null if they are to be sent
     * @param queue the platform's queue; null only if they stay
     */
    record Recording(
            DueScore.Key key,
            CourseId course,
            long district,
            Points points,
            int maximum,
            @Nullable String keptReason,
            @Nullable String queue) {}

    /** One upsert; joins the transaction of the caller. */
    void record(Recording recording, Instant now) {
        boolean kept = recording.keptReason() != null;
        Points points = recording.points();
        MemberId grader = points.grader();
        Instant submitted = submitted(points, now);
        jdbc.sql(RECORD)
                .param("member", recording.key().member().value())
                .param("activity", recording.key().activity())
                .param("course", recording.course().value())
                .param("district", recording.district())
                .param("points", points.points())
                .param("maximum", recording.maximum())
                .param("completed", points.completed())
                .param("comment", points.comment(), Types.VARCHAR)
                .param("grader", grader == null ? null : grader.value(), Types.BIGINT)
                .param("submitted", Utc.ofNullable(submitted), Types.TIMESTAMP)
                .param("handedIn", Utc.of(submitted == null ? now : submitted))
                .param("state", kept ? "KEPT_HERE" : "WAITING")
                .param("reason", recording.keptReason())
                .param("queue", recording.queue())
                .param("due", kept ? null : Utc.of(now))
                .param("soon", Utc.of(now.plusSeconds(1)))
                .param("now", Utc.of(now))
                .update();
    }

    /** Null when it stays as it was: who grades by hand does not move the time when the work was handed in (LTI-A13). */
    private static @Nullable Instant submitted(Points points, Instant now) {
        Instant told = points.submittedAt();
        return told == null && points.grader() == null ? now : told;
    }

    Optional<DeliveryStatus> status(CourseId course, DueScore.Key key) {
        return jdbc.sql(STATUS + " where member_id = ? and activity_key = ? and course_id = ?")
                .params(key.member().value(), key.activity(), course.value())
                .query((row, index) -> status(row))
                .optional();
    }

    Map<MemberId, DeliveryStatus> statuses(CourseId course, String activity) {
        record Row(MemberId member, DeliveryStatus status) {}
        return jdbc
                .sql(STATUS + " where course_id = ? and activity_key = ?")
                .params(course.value(), activity)
                .query((row, index) -> new Row(new MemberId(row.getLong("member_id")), status(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::member, Row::status));
    }

    /** Whether points have arrived or stay here: only these a changed place may concern. */
    boolean resting(CourseId course, String activity) {
        return jdbc.sql("select 1 from gradebook_score where course_id = ? and activity_key = ?"
                        + " and state in ('KEPT_HERE', 'SENT') limit 1")
                .params(course.value(), activity)
                .query((row, index) -> true)
                .optional()
                .isPresent();
    }

    /** Members whose points of this activity are in this state. */
    List<MemberId> members(CourseId course, String activity, RowState state) {
        return jdbc.sql("select member_id from gradebook_score where course_id = ? and activity_key = ? and state = ?")
                .params(course.value(), activity, state.name())
                .query((row, index) -> new MemberId(row.getLong(1)))
                .list();
    }

    /** Members whose points the platform has confirmed for another line item than this one. */
    List<MemberId> sentElsewhere(CourseId course, String activity, String url) {
        return jdbc.sql("select member_id from gradebook_score where course_id = ? and activity_key = ?"
                        + " and state = 'SENT' and sent_url <> ?")
                .params(course.value(), activity, url)
                .query((row, index) -> new MemberId(row.getLong(1)))
                .list();
    }

    /** Another column takes the points from now on: what the former one showed is of no interest any more. */
    void forgetDifferences(CourseId course, String activity, Instant now) {
        String held = "case when state = 'KEPT_HERE' and reason = '" + Reasons.CHANGED + "' then ";
        jdbc.sql("update gradebook_score set difference = null, lms_points = null, insisted = false,"
                        + " due_at = " + held + ":now else due_at end, state = " + held + "'WAITING' else state end,"
                        + " reason = case when reason = '" + Reasons.CHANGED + "' then null else reason end"
                        + " where course_id = :course and activity_key = :activity and difference is not null")
                .param("now", Utc.of(now))
                .param("course", course.value())
                .param("activity", activity)
                .update();
    }

    /** Makes a row due now, if it is still in this state; row by row, since ranges would lock gaps. */
    boolean sendFrom(RowState state, CourseId course, DueScore.Key key, @Nullable String queue, Instant now) {
        return jdbc.sql("update gradebook_score set due_at = case when not_before > :now then :soon else :now end,"
                                + " state = 'WAITING', state_at = :now, reason = null, attempts = 0,"
                                + " queue = coalesce(:queue, queue) where member_id = :member and"
                                + " activity_key = :activity and course_id = :course and state = :state"
                                + " and difference is null")
                        .param("now", Utc.of(now))
                        .param("soon", Utc.of(now.plusSeconds(1)))
                        .param("queue", queue)
                        .param("member", key.member().value())
                        .param("activity", key.activity())
                        .param("course", course.value())
                        .param("state", state.name())
                        .update()
                == 1;
    }

    static DeliveryStatus status(ResultSet row) throws SQLException {
        RowState state = RowState.valueOf(row.getString("state"));
        String reason = row.getString("reason");
        Instant next = state == RowState.WAITING && reason != null ? Utc.read(row, "due_at") : null;
        return new DeliveryStatus(
                state.shown(), row.getInt("points"), Utc.require(row, "state_at"), reason, next, difference(row));
    }

    private static DeliveryStatus.@Nullable Difference difference(ResultSet row) throws SQLException {
        String kind = row.getString("difference");
        if (kind == null) {
            return null;
        }
        double shown = row.getDouble("lms_points");
        return new DeliveryStatus.Difference(
                DeliveryStatus.Difference.Kind.valueOf(kind), row.wasNull() ? null : shown);
    }
}
