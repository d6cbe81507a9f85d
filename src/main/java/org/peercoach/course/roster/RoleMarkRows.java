package org.peercoach.course.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.CourseId;
import org.peercoach.course.MemberRole;
import org.peercoach.course.launch.ListedRoles;
import org.peercoach.course.launch.Purpose;
import org.peercoach.course.session.Utc;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes roles that were given by hand, and keeps what the rules say beneath them. */
@Component
class RoleMarkRows {

    private static final String LOCK =
            "select m.id, m.role, m.role_reason, m.explicit_role, m.told_role, m.told_reason,"
                    + " m.lms_roles, m.course_id, c.purpose, c.deployment_id, d.product_family from course_member m"
                    + " join course_person p on p.id = m.person_id join course_course c on c.id = m.course_id"
                    + " join lti_deployment d on d.id = c.deployment_id"
                    + " where m.course_id = :course and m.id in (:ids) and p.test_user = false order by m.id";
    private static final String GIVE = "update course_member set told_role = ?, told_reason = ?, explicit_role = ?,"
            + " role = ?, role_reason = 'ASSIGNED', explicit_by = ?, explicit_at = ? where id = ?";
    private static final String CLEAR = "update course_member set role = ?, role_reason = ?, explicit_role = null,"
            + " explicit_by = null, explicit_at = null, told_role = null, told_reason = null where id = ?";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ListedRoles rules;

    RoleMarkRows(JdbcClient jdbc, JdbcTemplate batches, ListedRoles rules) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.rules = rules;
    }

    /**
     * A member whose role is to change.
     *
     * @param given what a trainer has said so far
     * @param told what the rules say beneath that
     */
    record Marked(long id, GivenRole given, ListedRoles.Decided told) {}

    /** Those of the course, held until the transaction ends. */
    List<Marked> lock(CourseId course, Collection<Long> members) {
        if (members.isEmpty()) {
            return List.of();
        }
        jdbc.sql("select id from course_member where course_id = :course and id in (:ids) order by id for update")
                .param("course", course.value())
                .param("ids", members)
                .query(Long.class)
                .list();
        return jdbc.sql(LOCK)
                .param("course", course.value())
                .param("ids", members)
                .query(this::marked)
                .list();
    }

    void set(List<Marked> members, GivenRole role, long by, Instant at) {
        if (members.isEmpty()) {
            return;
        }
        if (role == GivenRole.LMS) {
            batches.batchUpdate(
                    CLEAR,
                    members.stream()
                            .map(one ->
                                    values(one.told().role().name(), one.told().reason(), one.id()))
                            .toList());
            return;
        }
        batches.batchUpdate(
                GIVE,
                members.stream()
                        .map(one -> values(
                                one.told().role().name(),
                                one.told().reason(),
                                role.name(),
                                role.name(),
                                by,
                                Utc.of(at),
                                one.id()))
                        .toList());
    }

    /** @param before change, member, role before */
    void remember(List<@Nullable Object[]> before) {
        batches.batchUpdate(
                "insert into course_role_changed (change_id, member_id, before_role) values (?, ?, ?)", before);
    }

    private Marked marked(ResultSet row, int index) throws SQLException {
        String explicit = row.getString("explicit_role");
        String told = explicit == null ? row.getString("role") : row.getString("told_role");
        String reason = explicit == null ? row.getString("role_reason") : row.getString("told_reason");
        return new Marked(
                row.getLong("id"),
                GivenRole.ofStored(explicit),
                told == null || reason == null
                        ? decided(row)
                        : new ListedRoles.Decided(MemberRole.valueOf(told), reason));
    }

    /** Where nothing was kept, the rules are asked anew. */
    private ListedRoles.Decided decided(ResultSet row) throws SQLException {
        String purpose = row.getString("purpose");
        ListedRoles.Place place = new ListedRoles.Place(
                row.getLong("course_id"),
                row.getLong("deployment_id"),
                row.getString("product_family"),
                purpose == null ? null : Purpose.valueOf(purpose));
        return rules.decide(Arrays.asList(row.getString("lms_roles").split("\n")), place);
    }

    private static @Nullable Object[] values(@Nullable Object... values) {
        return Arrays.copyOf(values, values.length);
    }
}
