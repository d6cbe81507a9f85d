package org.peercoach.gradebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.CourseId;
import org.peercoach.course.listing.PeopleByName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * All coaches of a course, and whoever else has points in an activity, a page at a time: one statement for the page, one
 * for all figures around it, however many people there are.
 */
@Repository
class ScorePages {

    /** Where somebody is counted: a difference that waits for a decision before anything else. */
    private static final String BUCKET = "(case when s.member_id is null then 'NONE'"
            + " when s.difference in ('OPEN', 'KEEPS') then 'DIFFERENT'"
            + " when s.state = 'SENDING' then 'WAITING' else s.state end)";

    private static final String SCORE = " left join gradebook_score s on s.member_id = m.id"
            + " and s.activity_key = :activity and s.course_id = m.course_id";
    private static final String WHO = " where m.course_id = :course and " + PeopleByName.HERE + " and ("
            + PeopleByName.COACH + " or s.member_id is not null)";
    private static final String COUNTS = "select bucket, why, count(*) as people from (select " + BUCKET
            + " as bucket, coalesce(s.reason, '') as why from " + PeopleByName.PEOPLE + SCORE + WHO
            + ") everybody group by bucket, why order by bucket, why";
    private static final String PAGE = "select m.id as member, " + PeopleByName.NAMES + ", s.member_id, s.points,"
            + " s.state, s.state_at, s.reason, s.due_at, s.difference, s.lms_points from " + PeopleByName.PEOPLE
            + SCORE + PeopleByName.FROM_MEMBER + WHO + " and (:bucket = '' or " + BUCKET + " = :bucket)"
            + " and (:reason = '' or s.reason = :reason) and ";

    private final JdbcClient jdbc;
    private final PeopleByName people;

    ScorePages(JdbcClient jdbc, PeopleByName people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    /**
     * How many people are where.
     *
     * @param bucket name of a filter of the list
     * @param reason message key, or ""
     */
    record Count(String bucket, String reason, int people) {}

    /**
     * Which people.
     *
     * @param bucket name of a filter of the list, or "" for everybody
     * @param reason message key, or "" for any
     */
    record Wanted(CourseId course, String activity, String bucket, String reason) {}

    /** @param status null without points */
    record Line(long member, String name, @Nullable DeliveryStatus status) {}

    List<Count> counts(CourseId course, String activity) {
        return jdbc.sql(COUNTS)
                .param("course", course.value())
                .param("activity", activity)
                .query((row, index) -> new Count(row.getString("bucket"), row.getString("why"), row.getInt("people")))
                .list();
    }

    /** The first {@code most} people behind this member; from the beginning for 0, or for nobody of this course. */
    List<Line> behind(Wanted wanted, long member, int most) {
        return page(wanted, member, PeopleByName.BEHIND + " order by " + PeopleByName.FORWARDS, most);
    }

    /** The last {@code most} people before this member, in the order of the list. */
    List<Line> before(Wanted wanted, long member, int most) {
        return page(wanted, member, PeopleByName.BEFORE + " order by " + PeopleByName.BACKWARDS, most)
                .reversed();
    }

    private List<Line> page(Wanted wanted, long from, String which, int most) {
        return jdbc.sql(PAGE + which + " limit " + most)
                .param("course", wanted.course().value())
                .param("activity", wanted.activity())
                .param("bucket", wanted.bucket())
                .param("reason", wanted.reason())
                .param("from", from)
                .query((row, index) -> line(row))
                .list();
    }

    private Line line(ResultSet row) throws SQLException {
        DeliveryStatus status = row.getObject("member_id") == null ? null : ScoreRows.status(row);
        return new Line(row.getLong("member"), people.name(row), status);
    }
}
