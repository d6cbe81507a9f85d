package org.peercoach.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.CourseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The states of everybody's activities in a course, summed up by the database to one row for each person and session: no
 * text is read, and one index holds all that is.
 */
@Component
class CohortStates {

    private static final String DONE = "(s.decided_complete = true or (s.decided_complete is null"
            + " and (s.completed_at is not null or s.attended_at is not null)))";
    /** Of {@code S3.10}. */
    private static final String SESSION = "substring(s.activity_id, 2, locate('.', s.activity_id) - 2)";

    private static final String NUMBER = "substring(s.activity_id, locate('.', s.activity_id) + 1)";

    private static final String BIT = "power(2, " + NUMBER + " + 0)";

    /** Each activity is a bit of its session's sum; doubles hold 53 of them exactly. */
    private static final String SUMS = "select s.member_id, " + SESSION + " as session_number,"
            + " sum(case when " + DONE + " then " + BIT + " else 0 end) as done,"
            + " sum(case when s.decided_complete = false then " + BIT + " else 0 end) as held,"
            + " max(case when s.version > 0 then s.changed_at end) as worked_at,"
            + " sum(case when s.version > 0 then 1 else 0 end) as touched"
            + " from training_activity_state s where s.course_id = ? group by s.member_id, " + SESSION;

    private final JdbcClient jdbc;

    CohortStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One person's session.
     *
     * @param done a bit for each completed activity, by its number
     * @param held a bit for each that a trainer decided to be not complete
     * @param touched whether the person has worked in it
     * @param workedAt when last, or null
     */
    record Sum(
            long done, long held, boolean touched, @Nullable Instant workedAt) {

        static final Sum NOTHING = new Sum(0, 0, false, null);

        boolean done(ActivityContent activity) {
            return has(done, activity);
        }

        /** Who has to act; what only waits for a mark is done here. */
        Turn turn(ActivityContent activity) {
            return Turn.of(activity, done(activity), has(held, activity));
        }

        private static boolean has(long bits, ActivityContent activity) {
            return (bits >> activity.number() & 1) == 1;
        }

        /** Whether nothing that the session needs is left in a cohort that leaves these out. */
        boolean complete(SessionContent session, Set<String> off) {
            return session.activities().stream()
                    .allMatch(activity -> !activity.required() || done(activity) || off.contains(activity.id()));
        }
    }

    /** By person and session; one statement. */
    Map<Long, Map<Integer, Sum>> of(CourseId course) {
        Map<Long, Map<Integer, Sum>> people = new HashMap<>();
        jdbc.sql(SUMS).param(course.value()).query(row -> {
            people.computeIfAbsent(row.getLong("member_id"), id -> new HashMap<>())
                    .put(row.getInt("session_number"), sum(row));
        });
        return people;
    }

    private static Sum sum(ResultSet row) throws SQLException {
        return new Sum(
                (long) row.getDouble("done"),
                (long) row.getDouble("held"),
                row.getInt("touched") > 0,
                Utc.read(row, "worked_at"));
    }
}
