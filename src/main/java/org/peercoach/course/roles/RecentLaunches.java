package org.peercoach.course.roles;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.peercoach.course.MemberRole;
import org.peercoach.course.launch.RoleFacts;
import org.peercoach.course.session.MemberRows;
import org.peercoach.course.session.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The last launches through a connection or into a course, to try rules on. */
@Component
class RecentLaunches {

    private static final int SHOWN = 20;
    private static final int COURSES = 20;
    private static final String MEMBERS = "select m.id, m.course_id, m.lms_roles, m.lms_custom, m.role as kept_role, "
            + MemberRows.ROLE + " as role, m.role_reason, m.explicit_role, m.last_seen, c.purpose, c.title, c.label,"
            + " p.id as person_id, p.name, p.given_name, p.family_name from course_member m"
            + " join course_course c on c.id = m.course_id join course_person p on p.id = m.person_id"
            + " where c.district_id = ? and c.deployment_id = ? and m.last_seen is not null";

    private final JdbcClient jdbc;
    private final MemberRows rows;

    RecentLaunches(JdbcClient jdbc, MemberRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** The last launch of a member. */
    public record LaunchRow(
            long member,
            long course,
            String name,
            String courseTitle,
            MemberRole role,
            Instant seen,
            RoleFacts facts) {}

    /** The last ones first. A connection with many courses shows those of its newest. */
    List<LaunchRow> of(RuleScope scope) {
        String where = scope.course() == null
                ? " and c.id in (select id from (select id from course_course where district_id = ? and deployment_id = ?"
                        + " order by id desc limit " + COURSES + ") newest)"
                : " and c.id = ?";
        Object[] more = scope.course() == null
                ? new Object[] {scope.district(), scope.deployment()}
                : new Object[] {scope.course()};
        return query(scope, where + " order by m.last_seen desc, m.id desc limit " + SHOWN, more);
    }

    /** One member of the scope. */
    Optional<LaunchRow> one(RuleScope scope, long member) {
        String where = " and m.id = ?" + (scope.course() == null ? "" : " and c.id = " + scope.course());
        return query(scope, where, new Object[] {member}).stream().findFirst();
    }

    private List<LaunchRow> query(RuleScope scope, String where, Object[] more) {
        return jdbc.sql(MEMBERS + where)
                .params(scope.district(), scope.deployment())
                .params(more)
                .query((row, index) -> new LaunchRow(
                        row.getLong("id"),
                        row.getLong("course_id"),
                        rows.personName(
                                row.getLong("person_id"),
                                row.getString("name"),
                                row.getString("given_name"),
                                row.getString("family_name")),
                        rows.courseTitle(row.getString("title"), row.getString("label")),
                        MemberRole.valueOf(row.getString("role")),
                        Utc.read(row, "last_seen"),
                        PeopleWalk.facts(row, MemberRole.valueOf(row.getString("kept_role")), scope.family())))
                .list();
    }
}
