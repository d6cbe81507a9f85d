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
import org.peercoach.course.launch.KeptCustom;
import org.peercoach.course.launch.ListedRoles;
import org.peercoach.course.launch.Purpose;
import org.peercoach.course.session.Utc;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes roles that were given by hand, and keeps what the rules say beneath them. */
@Component
class RoleMarkRows {

    /** Locks and reads in one statement: MySQL would read the rows as they were when the transaction began. */
    private static final String LOCK = "select m.id, m.role, m.role_reason, m.explicit_role, m.told_role,"
            + " m.told_reason, m.lms_roles, m.lms_custom from course_member m where m.course_id = :course"
            + " and m.id in (:ids) and exists (select 1 from course_person p where p.id = m.person_id"
            + " and p.test_user = false) order by m.id for update";

    private static final String PLACE = "select c.purpose, c.deployment_id,"
            + " coalesce(d.product_family, r.product_family) as family from course_course c"
            + " join lti_deployment d on d.id = c.deployment_id join lti_registration r on r.id = c.registration_id"
            + " where c.id = ?";
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
     * @param told what the rules of now say beneath that
     */
    record Marked(long id, GivenRole given, ListedRoles.Decided told) {}

    /** Those of the course, held until the transaction ends. */
    List<Marked> lock(CourseId course, Collection<Long> members) {
        if (members.isEmpty()) {
            return List.of();
        }
        List<Row> found = jdbc.sql(LOCK)
                .param("course", course.value())
                .param("ids", members)
                .query(RoleMarkRows::row)
                .list();
        ListedRoles.Place place = place(course);
        return found.stream().map(row -> marked(row, place)).toList();
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

    /**
     * A locked row.
     *
     * @param role beneath what a trainer gave, as it was when it was given: the last launch may have told another one
     */
    private record Row(
            long id,
            @Nullable String explicit,
            @Nullable String role,
            @Nullable String reason,
            String lmsRoles,
            @Nullable String custom) {}

    private static Row row(ResultSet row, int index) throws SQLException {
        String explicit = row.getString("explicit_role");
        return new Row(
                row.getLong("id"),
                explicit,
                row.getString(explicit == null ? "role" : "told_role"),
                row.getString(explicit == null ? "role_reason" : "told_reason"),
                row.getString("lms_roles"),
                row.getString("lms_custom"));
    }

    private Marked marked(Row row, ListedRoles.Place place) {
        MemberRole role = row.role() == null ? MemberRole.OBSERVER : MemberRole.valueOf(row.role());
        String reason = row.reason() == null ? "" : row.reason();
        ListedRoles.Decided told =
                row.explicit() == null ? new ListedRoles.Decided(role, reason) : decided(row, role, reason, place);
        return new Marked(row.id(), GivenRole.ofStored(row.explicit()), told);
    }

    /** Launches and changed rules pass by a role that was given, so the rules are asked what they say now. */
    private ListedRoles.Decided decided(Row row, MemberRole former, String reason, ListedRoles.Place place) {
        List<String> roles = Arrays.stream(row.lmsRoles().split("\n"))
                .filter(role -> !role.isBlank())
                .toList();
        return rules.decide(roles, KeptCustom.read(row.custom(), former, reason), place);
    }

    private ListedRoles.Place place(CourseId course) {
        return jdbc.sql(PLACE)
                .param(course.value())
                .query((row, index) -> {
                    String purpose = row.getString("purpose");
                    return new ListedRoles.Place(
                            course.value(),
                            row.getLong("deployment_id"),
                            row.getString("family"),
                            purpose == null ? null : Purpose.valueOf(purpose));
                })
                .single();
    }

    private static @Nullable Object[] values(@Nullable Object... values) {
        return Arrays.copyOf(values, values.length);
    }
}
