package org.peercoach.course.roles;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.MemberRole;
import org.peercoach.course.launch.KeptCustom;
import org.peercoach.course.launch.Purpose;
import org.peercoach.course.launch.RoleFacts;
import org.peercoach.course.session.MemberRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Goes through everybody whom a set of rules is about, course by course and in portions. */
@Component
class PeopleWalk {

    private static final int PORTION = 1000;
    private static final String COURSES =
            "select id, title, label from course_course c where c.district_id = ?" + " and c.deployment_id = ?";
    private static final String PEOPLE = "select m.id, m.person_id, m.lms_roles, m.lms_custom, m.role as kept_role, "
            + MemberRows.ROLE + " as role, m.role_reason, m.explicit_role, m.active, p.test_user, c.purpose"
            + " from course_member m join course_course c on c.id = m.course_id"
            + " join course_person p on p.id = m.person_id"
            + " where m.course_id = ? and m.person_id > ? order by m.person_id limit " + PORTION;

    private final JdbcClient jdbc;
    private final MemberRows rows;

    PeopleWalk(JdbcClient jdbc, MemberRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** A course on the way. */
    record Course(long id, String title) {}

    /**
     * Somebody on the way.
     *
     * @param stored the role in the row; {@code role} is what the person is now, by the course's purpose
     * @param present active, and no pretended learner
     */
    record Walked(
            long member,
            long person,
            RoleFacts facts,
            MemberRole stored,
            MemberRole role,
            String reason,
            boolean present) {}

    List<Course> courses(RuleScope scope) {
        String one = scope.course() == null ? "" : " and c.id = " + scope.course();
        return jdbc.sql(COURSES + one + " order by c.id")
                .params(scope.district(), scope.deployment())
                .query((row, index) ->
                        new Course(row.getLong("id"), rows.courseTitle(row.getString("title"), row.getString("label"))))
                .list();
    }

    /** Everybody of one course, a portion at a time. */
    void people(RuleScope scope, Course course, Consumer<List<Walked>> visit) {
        long last = 0;
        List<Walked> portion;
        do {
            portion = jdbc.sql(PEOPLE)
                    .params(course.id(), last)
                    .query((row, index) -> walked(row, scope.family()))
                    .list();
            if (!portion.isEmpty()) {
                visit.accept(portion);
                last = portion.getLast().person();
            }
        } while (portion.size() == PORTION);
    }

    private static Walked walked(ResultSet row, @Nullable String family) throws SQLException {
        MemberRole stored = MemberRole.valueOf(row.getString("kept_role"));
        String reason = row.getString("role_reason");
        return new Walked(
                row.getLong("id"),
                row.getLong("person_id"),
                facts(row, stored, family),
                stored,
                MemberRole.valueOf(row.getString("role")),
                reason,
                row.getBoolean("active") && !row.getBoolean("test_user"));
    }

    /** What the rules look at, as the last launch told it. */
    static RoleFacts facts(ResultSet row, MemberRole stored, @Nullable String family) throws SQLException {
        String explicit = row.getString("explicit_role");
        String purpose = row.getString("purpose");
        Map<String, String> custom = KeptCustom.read(row.getString("lms_custom"), stored, row.getString("role_reason"));
        return RoleFacts.of(
                Arrays.stream(row.getString("lms_roles").split("\n"))
                        .filter(role -> !role.isBlank())
                        .toList(),
                custom,
                family,
                purpose == null ? null : Purpose.valueOf(purpose),
                explicit == null ? null : MemberRole.valueOf(explicit));
    }
}
