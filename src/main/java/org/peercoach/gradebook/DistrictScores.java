package org.peercoach.gradebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.CourseId;
import org.peercoach.course.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Points of a whole district as figures: how many are where, never whose. Every question names its district. */
@Repository
class DistrictScores {

    private static final String OPEN = "difference in ('OPEN', 'KEEPS')";

    private final JdbcClient jdbc;

    DistrictScores(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which courses a page lists. */
    enum Filter {
        ALL("state is not null"),
        WAITING("state in ('WAITING', 'SENDING')"),
        FAILED("state = 'FAILED'"),
        DIFFERENT(OPEN);

        private final String condition;

        Filter(String condition) {
            this.condition = condition;
        }
    }

    /** @param oldest when the oldest of these points became so, or null */
    record Count(
            @Nullable CourseId course,
            RowState state,
            int people,
            @Nullable Instant oldest) {}

    /** How many people's points of a course were not sent for a reason. */
    record ReasonCount(CourseId course, String reason, int people) {}

    /** How many people's points of a course the LMS shows differently. */
    record DifferenceCount(CourseId course, int people) {}

    /** @param name of the queue: host, a space, client id */
    record PausedQueue(String name, Instant until) {}

    /** Courses with points, by our id, behind {@code after}. */
    List<CourseId> courses(long district, Filter filter, long after, int atMost) {
        return jdbc.sql("select distinct course_id from gradebook_score where district_id = ? and " + filter.condition
                        + " and course_id > ? order by course_id limit ?")
                .params(district, after, atMost)
                .query((row, index) -> new CourseId(row.getLong(1)))
                .list();
    }

    /** By course and state; {@code courses} is not empty. */
    List<Count> counts(long district, Collection<CourseId> courses) {
        return jdbc.sql("select course_id, state, count(*) as people, min(recorded_at) as oldest from gradebook_score"
                        + " where district_id = :district and course_id in (:courses) group by course_id, state")
                .param("district", district)
                .param("courses", values(courses))
                .query((row, index) -> count(new CourseId(row.getLong("course_id")), row))
                .list();
    }

    /** Of the whole district, but for what has arrived. */
    List<Count> notSent(long district) {
        return jdbc.sql("select state, count(*) as people, min(recorded_at) as oldest from gradebook_score"
                        + " where district_id = ? and state in ('WAITING', 'SENDING', 'FAILED', 'KEPT_HERE')"
                        + " group by state")
                .param(district)
                .query((row, index) -> count(null, row))
                .list();
    }

    List<ReasonCount> reasons(long district, Collection<CourseId> courses) {
        return jdbc.sql("select course_id, reason, count(*) as people from gradebook_score"
                        + " where district_id = :district and course_id in (:courses)"
                        + " and state in ('WAITING', 'FAILED') and reason is not null"
                        + " group by course_id, reason order by course_id, people desc, reason")
                .param("district", district)
                .param("courses", values(courses))
                .query((row, index) -> new ReasonCount(
                        new CourseId(row.getLong("course_id")), row.getString("reason"), row.getInt("people")))
                .list();
    }

    /** In all courses of the district where there are some. */
    List<DifferenceCount> differences(long district) {
        return jdbc.sql("select course_id, count(*) as people from gradebook_score where district_id = ? and " + OPEN
                        + " group by course_id")
                .param(district)
                .query((row, index) ->
                        new DifferenceCount(new CourseId(row.getLong("course_id")), row.getInt("people")))
                .list();
    }

    /** Queues that rest although points of this district wait in them. */
    List<PausedQueue> paused(long district, Instant now) {
        return jdbc.sql("select q.name, q.paused_until from gradebook_queue q where q.paused_until > ? and exists"
                        + " (select 1 from gradebook_score s where s.queue = q.name and s.state = 'WAITING'"
                        + " and s.district_id = ?) order by q.name limit 20")
                .params(Utc.of(now), district)
                .query((row, index) -> new PausedQueue(row.getString("name"), Utc.require(row, "paused_until")))
                .list();
    }

    /** Points that failed, of one course or, for null, of the whole district. */
    List<Failed> failed(long district, @Nullable CourseId course, int atMost) {
        return jdbc.sql("select member_id, activity_key, course_id, queue from gradebook_score where district_id = ?"
                        + " and state = 'FAILED' and difference is null and course_id between ? and ?"
                        + " order by course_id, member_id limit ?")
                .params(
                        district,
                        course == null ? 0 : course.value(),
                        course == null ? Long.MAX_VALUE : course.value(),
                        atMost)
                .query((row, index) -> new Failed(
                        new DueScore.Key(new MemberId(row.getLong("member_id")), row.getString("activity_key")),
                        new CourseId(row.getLong("course_id")),
                        row.getString("queue")))
                .list();
    }

    /** @param queue where they wait when they are sent again, or null if that is not known */
    record Failed(
            DueScore.Key key, CourseId course, @Nullable String queue) {}

    private static Count count(@Nullable CourseId course, ResultSet row) throws SQLException {
        return new Count(
                course, RowState.valueOf(row.getString("state")), row.getInt("people"), Utc.read(row, "oldest"));
    }

    private static List<Long> values(Collection<CourseId> courses) {
        return courses.stream().map(CourseId::value).toList();
    }
}
