package org.peercoach.course.courses;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.MemberRole;
import org.peercoach.course.district.Administrator;
import org.peercoach.course.session.MemberRows;
import org.peercoach.lti.ApprovedDeployments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a page of a district's courses in four statements, however many people they have. */
@Component
class CourseList {

    static final int PAGE = 25;

    private static final String SORTED = "lower(coalesce(nullif(c.title, ''), nullif(c.label, ''), ''))";
    private static final String COURSES = "select c.id, c.title, c.label, c.purpose, c.deployment_id, " + SORTED
            + " as sorted from course_course c where c.district_id = ?";
    private static final String PEOPLE = "select m.course_id, " + MemberRows.ROLE + " as role, count(*) as people,"
            + " max(m.last_seen) as seen from course_member m join course_course c on c.id = m.course_id"
            + " join course_person p on p.id = m.person_id where m.course_id in (:ids) and m.active = true"
            + " and p.test_user = false group by m.course_id, " + MemberRows.ROLE;
    private static final String PLACED =
            "select course_id, activity_key from course_placement where course_id in (:ids)"
                    + " and activity_key is not null group by course_id, activity_key order by activity_key";

    private final JdbcClient jdbc;
    private final MemberRows rows;
    private final ApprovedDeployments deployments;

    CourseList(JdbcClient jdbc, MemberRows rows, ApprovedDeployments deployments) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.deployments = deployments;
    }

    /** Where the list goes on: behind this course. */
    record Key(String sorted, long id) {}

    /** What is asked for. */
    record Question(String search, @Nullable Key after) {}

    /** So many people are this. */
    public record CountRow(MemberRole role, long people) {}

    /**
     * One course.
     *
     * @param purpose its name, or {@code NONE}
     * @param lms what the LMS connection is called, or empty
     * @param seen the last launch, to the hour, or null
     * @param placed keys of activities that have a link there
     */
    public record CourseRow(
            long id,
            String title,
            String purpose,
            String lms,
            List<CountRow> people,
            @Nullable Instant seen,
            List<String> placed,
            String sorted) {}

    /** At most a page; one more is read to know whether there are more. */
    List<CourseRow> page(Administrator who, Question question) {
        List<CourseRow> bare = courses(who, question);
        if (bare.isEmpty()) {
            return bare;
        }
        List<Long> ids = bare.stream().map(CourseRow::id).toList();
        Map<Long, Map<MemberRole, Long>> people = new HashMap<>();
        Map<Long, Instant> seen = new HashMap<>();
        jdbc.sql(PEOPLE).param("ids", ids).query(row -> {
            people.computeIfAbsent(row.getLong("course_id"), key -> new EnumMap<>(MemberRole.class))
                    .put(MemberRole.valueOf(row.getString("role")), row.getLong("people"));
            Instant last = time(row);
            if (last != null) {
                seen.merge(row.getLong("course_id"), last, (one, other) -> one.isAfter(other) ? one : other);
            }
        });
        Map<Long, List<String>> placed = new HashMap<>();
        jdbc.sql(PLACED).param("ids", ids).query(row -> {
            placed.computeIfAbsent(row.getLong(1), key -> new ArrayList<>()).add(row.getString(2));
        });
        return bare.stream()
                .map(course -> new CourseRow(
                        course.id(),
                        course.title(),
                        course.purpose(),
                        course.lms(),
                        counts(people.getOrDefault(course.id(), Map.of())),
                        seen.get(course.id()),
                        placed.getOrDefault(course.id(), List.of()),
                        course.sorted()))
                .toList();
    }

    /** Whether this is a course of the district. */
    boolean has(Administrator who, long course) {
        return jdbc.sql("select 1 from course_course where id = ? and district_id = ?")
                .params(course, who.district())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private List<CourseRow> courses(Administrator who, Question question) {
        Map<Long, String> lms = new LinkedHashMap<>();
        deployments.ofDistrict(who.districtName()).forEach(one -> lms.put(one.id(), one.name()));
        StringBuilder sql = new StringBuilder(COURSES);
        List<Object> params = new ArrayList<>(List.of(who.district()));
        if (!question.search().isBlank()) {
            sql.append(" and ").append(SORTED).append(" like ? escape '!'");
            params.add("%" + escaped(question.search().strip().toLowerCase(Locale.ROOT)) + "%");
        }
        Key after = question.after();
        if (after != null) {
            sql.append(" and (")
                    .append(SORTED)
                    .append(" > ? or (")
                    .append(SORTED)
                    .append(" = ? and c.id > ?))");
            params.addAll(List.of(after.sorted(), after.sorted(), after.id()));
        }
        sql.append(" order by sorted, c.id limit ").append(PAGE + 1);
        return jdbc.sql(sql.toString())
                .params(params)
                .query((row, index) -> bare(row, lms))
                .list();
    }

    private CourseRow bare(ResultSet row, Map<Long, String> lms) throws SQLException {
        String purpose = row.getString("purpose");
        return new CourseRow(
                row.getLong("id"),
                rows.courseTitle(row.getString("title"), row.getString("label")),
                purpose == null ? "NONE" : purpose,
                lms.getOrDefault(row.getLong("deployment_id"), ""),
                List.of(),
                null,
                List.of(),
                row.getString("sorted"));
    }

    private static List<CountRow> counts(Map<MemberRole, Long> people) {
        return people.entrySet().stream()
                .map(entry -> new CountRow(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String escaped(String search) {
        return search.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private static @Nullable Instant time(ResultSet row) throws SQLException {
        LocalDateTime time = row.getObject("seen", LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
}
