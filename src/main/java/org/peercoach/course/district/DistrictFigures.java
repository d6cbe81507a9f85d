package org.peercoach.course.district;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.MemberRole;
import org.peercoach.course.session.MemberRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What those who look after districts may know of them: counts, and the names of the district's own people. */
@Component
public class DistrictFigures {

    /** Districts on a page. */
    public static final int PAGE = 50;

    /** @param role a role's name */
    public record RoleCount(String role, long people) {}

    /** A district with what is in it. */
    public record KnownDistrict(long id, String name, long courses, long people) {}

    private final JdbcClient jdbc;
    private final MemberRows rows;

    DistrictFigures(JdbcClient jdbc, MemberRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    public long courses(long district) {
        return jdbc.sql("select count(*) from course_course where district_id = ?")
                .param(district)
                .query(Long.class)
                .single();
    }

    /** Courses of which nobody has said what they are for. */
    public long coursesWithoutPurpose(long district) {
        return jdbc.sql("select count(*) from course_course where district_id = ? and purpose is null")
                .param(district)
                .query(Long.class)
                .single();
    }

    /** Members by role, roles without anybody included. */
    public List<RoleCount> people(long district) {
        Map<String, Long> found = jdbc
                .sql("select r.role, count(*) as people from (select " + MemberRows.ROLE
                        + " as role from course_course c"
                        + " join course_member m on m.course_id = c.id join course_person p on p.id = m.person_id"
                        + " where c.district_id = ? and m.active = true and p.test_user = false) r group by r.role")
                .param(district)
                .query(RoleCount.class)
                .list()
                .stream()
                .collect(Collectors.toMap(RoleCount::role, RoleCount::people));
        return Arrays.stream(MemberRole.values())
                .map(role -> new RoleCount(role.name(), found.getOrDefault(role.name(), 0L)))
                .toList();
    }

    /** Districts by name, at most 50 and one more; {@code after} is the last name of the page before, or blank. */
    public List<KnownDistrict> list(String text, String after) {
        return jdbc.sql(
                        "select d.id, d.name, (select count(*) from course_course c where c.district_id = d.id) as courses,"
                                + " (select count(*) from course_person p where p.district_id = d.id) as people"
                                + " from course_district d where d.name > ? and lower(d.name) like ? escape '!'"
                                + " order by d.name limit " + (PAGE + 1))
                .params(after, pattern(text))
                .query((row, index) -> new KnownDistrict(
                        row.getLong("id"), row.getString("name"), row.getLong("courses"), row.getLong("people")))
                .list();
    }

    /** Our id of the district of this name, if anybody has come from there yet. */
    public Optional<Long> idOf(String name) {
        return jdbc.sql("select id from course_district where name = ?")
                .param(name)
                .query(Long.class)
                .optional();
    }

    /** Whether people work in courses that came by this deployment; then it stays where it is (ruling 5). */
    public boolean inUse(long deployment) {
        return jdbc.sql("select 1 from course_course where deployment_id = ? limit 1")
                .param(deployment)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Names of those of these people who belong to the district, by our id. */
    public Map<Long, String> names(long district, Collection<Long> people) {
        Map<Long, String> names = new HashMap<>();
        if (people.isEmpty()) {
            return names;
        }
        jdbc.sql("select id, name, given_name, family_name from course_person where district_id = :district and id in"
                        + " (:people)")
                .param("district", district)
                .param("people", people)
                .query((row, index) -> {
                    long id = row.getLong("id");
                    @Nullable String name = row.getString("name");
                    return Map.entry(
                            id, rows.personName(id, name, row.getString("given_name"), row.getString("family_name")));
                })
                .list()
                .forEach(entry -> names.put(entry.getKey(), entry.getValue()));
        return names;
    }

    /** Names of those of these members of courses who belong to the district, by our id of the member. */
    public Map<Long, String> memberNames(long district, Collection<Long> members) {
        Map<Long, String> names = new HashMap<>();
        if (members.isEmpty()) {
            return names;
        }
        jdbc.sql("select m.id, p.id as person, p.name, p.given_name, p.family_name from course_member m"
                        + " join course_person p on p.id = m.person_id"
                        + " where p.district_id = :district and m.id in (:members)")
                .param("district", district)
                .param("members", members)
                .query((row, index) -> Map.entry(
                        row.getLong("id"),
                        rows.personName(
                                row.getLong("person"),
                                row.getString("name"),
                                row.getString("given_name"),
                                row.getString("family_name"))))
                .list()
                .forEach(entry -> names.put(entry.getKey(), entry.getValue()));
        return names;
    }

    private static String pattern(String text) {
        return "%"
                + text.strip()
                        .toLowerCase(java.util.Locale.ROOT)
                        .replace("!", "!!")
                        .replace("%", "!%")
                        .replace("_", "!_")
                + "%";
    }
}
