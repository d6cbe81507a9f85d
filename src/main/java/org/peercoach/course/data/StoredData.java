package org.peercoach.course.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Member;
import org.peercoach.course.session.KnownMember;
import org.peercoach.course.session.MemberRows;
import org.peercoach.course.session.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gathers what is stored about one person of one district (LTI-O6). */
@Component
class StoredData {

    private static final String PERSON = "select p.id, p.sub, p.name, p.given_name, p.family_name, p.email, p.locale,"
            + " p.zone, p.chosen_zone, p.browser_zone, p.administrator, p.test_user, p.created_at, d.name as district from course_person p"
            + " join course_district d on d.id = p.district_id where p.id = ? and p.district_id = ?";
    private static final String MEMBERSHIP = "select m.lms_roles, m.lms_custom, m.roster_roles,"
            + " m.roster_differs, m.came_by, m.role_reason, m.told_role, m.told_reason, m.explicit_role, m.explicit_by,"
            + " m.explicit_at, m.active, m.left_at, m.last_seen, m.created_at, c.context_id from course_member m join course_course c on c.id = m.course_id"
            + " where m.id = ? and c.district_id = ?";

    private final JdbcClient jdbc;
    private final MemberRows rows;
    private final List<KeptDataProvider> providers;

    StoredData(JdbcClient jdbc, MemberRows rows, List<KeptDataProvider> providers) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.providers = providers;
    }

    /**
     * @param name what to call the person
     * @param facts what the LMS told, by name
     */
    record Stored(String name, String district, Map<String, @Nullable Object> facts, List<InCourse> courses) {}

    /** One membership and what each room keeps of it. */
    record InCourse(Member member, Map<String, @Nullable Object> membership, List<KeptData> kept) {}

    /** Empty if this district has no such person. */
    Optional<Stored> about(long district, long person) {
        return jdbc.sql(PERSON)
                .params(person, district)
                .query((row, index) -> new Stored(
                        rows.personName(
                                person,
                                row.getString("name"),
                                row.getString("given_name"),
                                row.getString("family_name")),
                        row.getString("district"),
                        facts(row),
                        List.of()))
                .optional()
                .map(stored -> new Stored(stored.name(), stored.district(), stored.facts(), courses(district, person)));
    }

    private List<InCourse> courses(long district, long person) {
        List<Member> members = jdbc
                .sql(MemberRows.MEMBER + " where m.person_id = ? and c.district_id = ? order by m.id")
                .params(person, district)
                .query(rows.members())
                .list()
                .stream()
                .map(KnownMember::member)
                .toList();
        return members.stream()
                .map(member -> new InCourse(member, membership(district, member), kept(member)))
                .toList();
    }

    private List<KeptData> kept(Member member) {
        return providers.stream()
                .flatMap(provider -> provider.of(member).stream())
                .toList();
    }

    /** The row of the membership. Others appear by our number of them alone. */
    private Map<String, @Nullable Object> membership(long district, Member member) {
        return jdbc.sql(MEMBERSHIP)
                .params(member.id().value(), district)
                .query((row, index) -> {
                    Map<String, @Nullable Object> told = new LinkedHashMap<>();
                    told.put("course", member.courseTitle());
                    told.put("lmsCourseId", row.getString("context_id"));
                    told.put("role", member.role().name());
                    told.put("roleReason", row.getString("role_reason"));
                    told.put("roleAssigned", row.getString("explicit_role"));
                    told.put("roleAssignedBy", row.getObject("explicit_by", Long.class));
                    told.put("roleAssignedAt", time(row, "explicit_at"));
                    told.put("roleBeneath", row.getString("told_role"));
                    told.put("roleBeneathReason", row.getString("told_reason"));
                    told.put("lmsRoles", row.getString("lms_roles"));
                    told.put("lmsParameters", row.getString("lms_custom"));
                    told.put("listRoles", row.getString("roster_roles"));
                    told.put("listDiffers", row.getBoolean("roster_differs"));
                    told.put("cameBy", row.getString("came_by"));
                    told.put("active", row.getBoolean("active"));
                    told.put("leftAt", time(row, "left_at"));
                    told.put("lastSeen", time(row, "last_seen"));
                    told.put("since", time(row, "created_at"));
                    return told;
                })
                .single();
    }

    private static Map<String, @Nullable Object> facts(ResultSet row) throws SQLException {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("sub", row.getString("sub"));
        facts.put("name", row.getString("name"));
        facts.put("given", row.getString("given_name"));
        facts.put("family", row.getString("family_name"));
        facts.put("email", row.getString("email"));
        facts.put("locale", row.getString("locale"));
        facts.put("zone", row.getString("zone"));
        facts.put("zoneChosen", row.getString("chosen_zone"));
        facts.put("zoneOfBrowser", row.getString("browser_zone"));
        facts.put("administrator", row.getBoolean("administrator"));
        facts.put("testUser", row.getBoolean("test_user"));
        facts.put("since", time(row, "created_at"));
        return facts;
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        return Utc.readIfAny(row, column);
    }
}
