package org.peercoach.course.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.launch.Texts;
import org.peercoach.course.session.Utc;
import org.peercoach.lti.Membership;

/**
 * Somebody of the list as we know them.
 *
 * @param seat the member in this course, or null
 */
record ListedPerson(
        long id,
        String sub,
        Names names,
        boolean testUser,
        @Nullable Seat seat) {

    static final String SELECT = "select p.id, p.sub, p.name, p.given_name, p.family_name, p.test_user,"
            + " m.id as member_id, m.lms_roles, m.role, m.role_reason, m.explicit_role, m.told_role, m.told_reason,"
            + " m.active, m.last_seen, m.roster_roles, m.roster_differs from course_person p"
            + " left join course_member m on m.person_id = p.id and m.course_id = :course"
            + " where p.registration_id = :registration and p.district_id = :district and p.sub in (:subs)";

    static ListedPerson read(ResultSet row, int index) throws SQLException {
        return new ListedPerson(
                row.getLong("id"),
                row.getString("sub"),
                new Names(row.getString("name"), row.getString("given_name"), row.getString("family_name")),
                row.getBoolean("test_user"),
                row.getObject("member_id") == null ? null : seat(row));
    }

    private static Seat seat(ResultSet row) throws SQLException {
        return new Seat(
                row.getLong("member_id"),
                row.getString("lms_roles"),
                row.getString("role"),
                row.getString("role_reason"),
                row.getString("explicit_role") != null,
                row.getString("told_role"),
                row.getString("told_reason"),
                row.getBoolean("active"),
                row.getObject("last_seen") == null ? null : Utc.read(row, "last_seen"),
                row.getString("roster_roles"),
                row.getBoolean("roster_differs"));
    }

    /** What the list tells, kept to what a column holds; nothing never replaces something (LTI-N7). */
    record Names(
            @Nullable String name,
            @Nullable String givenName,
            @Nullable String familyName) {

        static final Names NONE = new Names(null, null, null);

        Names told(Membership listed) {
            return new Names(
                    Texts.told(listed.name(), name),
                    Texts.told(listed.givenName(), givenName),
                    Texts.told(listed.familyName(), familyName));
        }
    }

    /**
     * A member's row.
     *
     * @param explicit whether a trainer gave the role; then {@code toldRole} is what the rules say beneath it
     * @param lastSeen null while only the list names them
     * @param listRoles what the list said last, or null while it does not name them
     */
    record Seat(
            long id,
            String lmsRoles,
            String role,
            String reason,
            boolean explicit,
            @Nullable String toldRole,
            @Nullable String toldReason,
            boolean active,
            @Nullable Instant lastSeen,
            @Nullable String listRoles,
            boolean differs) {}
}
