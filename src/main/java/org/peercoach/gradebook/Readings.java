package org.peercoach.gradebook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.CourseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When columns of LMS gradebooks were read, and when they are to be read again (LTI-A22). */
@Repository
class Readings {

    /** A column is not read more often by itself. */
    static final Duration APART = Duration.ofMinutes(10);

    /** What was sent just now may take a moment to show. */
    private static final Duration SETTLING = Duration.ofSeconds(20);
    /** Nor more often by a button. */
    private static final Duration APART_ON_DEMAND = Duration.ofSeconds(15);

    private static final String KEY = " where course_id = :course and activity_key = :activity";

    private final JdbcClient jdbc;

    Readings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param attempts in vain since the last success */
    record Due(CourseId course, String activity, int attempts) {}

    /**
     * @param due when it is to be read next, or null
     * @param readAt when it was read last, or null
     * @param reason why the last reading failed, or null
     */
    record Seen(
            @Nullable Instant due,
            @Nullable Instant readAt,
            @Nullable String reason) {
        static final Seen NEVER = new Seen(null, null, null);

        boolean freshAt(Instant now) {
            return readAt != null && readAt.plus(APART).isAfter(now);
        }
    }

    Seen find(CourseId course, String activity) {
        Optional<Seen> seen = jdbc.sql("select due_at, read_at, reason from gradebook_reading" + KEY)
                .param("course", course.value())
                .param("activity", activity)
                .query((row, index) ->
                        new Seen(Utc.read(row, "due_at"), Utc.read(row, "read_at"), row.getString("reason")))
                .optional();
        return seen.orElse(Seen.NEVER);
    }

    Optional<Due> due(String queue, Instant now) {
        return jdbc.sql("select course_id, activity_key, attempts from gradebook_reading where queue = ?"
                        + " and due_at <= ? order by due_at limit 1")
                .params(queue, Utc.of(now))
                .query((row, index) -> new Due(new CourseId(row.getLong(1)), row.getString(2), row.getInt(3)))
                .optional();
    }

    Optional<Instant> nextDue(String queue) {
        return jdbc.sql("select due_at from gradebook_reading where queue = ? and due_at is not null"
                        + " order by due_at limit 1")
                .param(queue)
                .query((row, index) -> Utc.require(row, "due_at"))
                .optional();
    }

    List<String> queuesDue(Instant now) {
        return jdbc.sql("select distinct queue from gradebook_reading where due_at <= ? and queue is not null")
                .param(Utc.of(now))
                .query((row, index) -> row.getString(1))
                .list();
    }

    /** Points have gone to this column: it is read in a while, but not too often. */
    void afterSending(CourseId course, String activity, String queue, Instant now) {
        Seen seen = find(course, activity);
        if (seen.due() != null) {
            return;
        }
        Instant soon = now.plus(SETTLING);
        Instant spaced = seen.readAt() == null ? soon : seen.readAt().plus(APART);
        ask(course, activity, queue, spaced.isAfter(soon) ? spaced : soon);
    }

    /** Somebody wants to know now. */
    void onDemand(CourseId course, String activity, String queue, Instant now) {
        Instant read = find(course, activity).readAt();
        Instant earliest = read == null ? now : read.plus(APART_ON_DEMAND);
        ask(course, activity, queue, earliest.isAfter(now) ? earliest : now);
    }

    private void ask(CourseId course, String activity, String queue, Instant due) {
        jdbc.sql("insert into gradebook_reading (course_id, activity_key, queue, due_at)"
                        + " values (:course, :activity, :queue, :due)"
                        + " on duplicate key update queue = :queue, due_at = :due, attempts = 0")
                .param("course", course.value())
                .param("activity", activity)
                .param("queue", queue)
                .param("due", Utc.of(due))
                .update();
    }

    /** Read as of {@code start}; a wish that came meanwhile stays. */
    void done(CourseId course, String activity, Instant start) {
        jdbc.sql("insert into gradebook_reading (course_id, activity_key, read_at) values (:course, :activity, :start)"
                        + " on duplicate key update due_at = case when due_at > :start then due_at else null end,"
                        + " read_at = :start, attempts = 0, reason = null")
                .param("course", course.value())
                .param("activity", activity)
                .param("start", Utc.of(start))
                .update();
    }

    /** @param next null when it is of no use to try again */
    void failed(Due reading, String reason, @Nullable Instant next) {
        jdbc.sql("update gradebook_reading set reason = :reason, due_at = :next, attempts = attempts + 1" + KEY)
                .param("course", reading.course().value())
                .param("activity", reading.activity())
                .param("reason", reason)
                .param("next", Utc.ofNullable(next))
                .update();
    }
}
