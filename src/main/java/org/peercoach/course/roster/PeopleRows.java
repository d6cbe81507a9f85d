package org.peercoach.course.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.CourseId;
import org.peercoach.course.MemberRole;
import org.peercoach.course.listing.PeopleByName;
import org.peercoach.course.roster.PeopleQuestion.Show;
import org.peercoach.course.session.MemberRows;
import org.peercoach.course.session.Utc;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The people of one course, by name, a page at a time: one statement, whatever the page holds. */
@Component
class PeopleRows {

    static final String ROLE = "(" + MemberRows.ROLE + ")";
    /** Somebody who came by a launch, and whom a list that was read later does not name. */
    static final String UNLISTED =
            "(m.last_seen is not null and m.roster_roles is null and m.created_at < r.complete_at)";

    private static final String JOINED = " from " + PeopleByName.PEOPLE
            + " left join course_roster r on r.course_id = m.course_id"
            + " left join course_person g on g.id = m.explicit_by";
    private static final String OF_COURSE = " where m.course_id = :course and p.test_user = false";
    private static final String SELECT = "select m.id, m.person_id, p.name, p.given_name, p.family_name, " + ROLE
            + " as role_now, m.role_reason, m.explicit_role, m.explicit_by, m.explicit_at, g.name as giver_name,"
            + " g.given_name as giver_given, g.family_name as giver_family, m.lms_roles, m.roster_roles,"
            + " m.roster_differs, case when " + UNLISTED + " then true else false end as unlisted, m.active,"
            + " m.last_seen, m.left_at, m.came_by" + JOINED
            + PeopleByName.FROM_MEMBER + OF_COURSE + " and " + PeopleByName.BEHIND;

    private final JdbcClient jdbc;
    private final MemberRows names;

    PeopleRows(JdbcClient jdbc, MemberRows names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    /**
     * @param giver who gave the role, by name, or null
     * @param unlisted whether the LMS's list does not name them though it was read since they came
     * @param lastSeen null for never
     */
    record Person(
            long member,
            long person,
            String name,
            MemberRole role,
            String reason,
            boolean explicit,
            @Nullable Long explicitBy,
            @Nullable String giver,
            @Nullable Instant explicitAt,
            LmsWords launch,
            @Nullable LmsWords list,
            boolean differs,
            boolean unlisted,
            boolean active,
            @Nullable Instant lastSeen,
            @Nullable Instant leftAt,
            boolean cameByList) {}

    /** At most {@code most} people after the one that the question names. */
    List<Person> page(CourseId course, PeopleQuestion question, int most) {
        Long after = question.after();
        JdbcClient.StatementSpec statement = jdbc.sql(
                        SELECT + " and " + question.show().condition() + named(question) + " order by "
                                + PeopleByName.FORWARDS + " limit " + most)
                .param("course", course.value())
                .param("from", after == null ? 0 : after);
        if (!question.named().isEmpty()) {
            statement = statement.param("named", pattern(question.named()));
        }
        return statement.query(row()).list();
    }

    /** How many people each chip stands for. */
    Map<Show, Integer> counts(CourseId course) {
        String sums = Arrays.stream(Show.values())
                .map(show -> "sum(case when " + show.condition() + " then 1 else 0 end) as " + show.key() + "_people")
                .collect(Collectors.joining(", "));
        return jdbc.sql("select " + sums + JOINED + OF_COURSE)
                .param("course", course.value())
                .query((row, index) -> {
                    Map<Show, Integer> counts = new EnumMap<>(Show.class);
                    for (Show show : Show.values()) {
                        counts.put(show, row.getInt(show.key() + "_people"));
                    }
                    return counts;
                })
                .single();
    }

    private static String named(PeopleQuestion question) {
        return question.named().isEmpty() ? "" : " and " + PeopleByName.KEY + " like :named escape '!'";
    }

    private static String pattern(String text) {
        String escaped = text.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return "%" + escaped + "%";
    }

    private RowMapper<Person> row() {
        return (row, index) -> new Person(
                row.getLong("id"),
                row.getLong("person_id"),
                names.personName(
                        row.getLong("person_id"),
                        row.getString("name"),
                        row.getString("given_name"),
                        row.getString("family_name")),
                MemberRole.valueOf(row.getString("role_now")),
                row.getString("role_reason"),
                row.getString("explicit_role") != null,
                row.getObject("explicit_by", Long.class),
                giver(row),
                instant(row, "explicit_at"),
                LmsWords.ofStored(row.getString("lms_roles")),
                row.getString("roster_roles") == null ? null : LmsWords.ofStored(row.getString("roster_roles")),
                row.getBoolean("roster_differs"),
                row.getBoolean("unlisted"),
                row.getBoolean("active"),
                instant(row, "last_seen"),
                instant(row, "left_at"),
                row.getString("came_by").equals("ROSTER"));
    }

    private @Nullable String giver(ResultSet row) throws SQLException {
        Long giver = row.getObject("explicit_by", Long.class);
        return giver == null
                ? null
                : names.personName(
                        giver,
                        row.getString("giver_name"),
                        row.getString("giver_given"),
                        row.getString("giver_family"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : Utc.read(row, column);
    }
}
