package org.peercoach.course.district;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.peercoach.course.CourseId;
import org.peercoach.course.session.MemberRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the titles that the LMS told, with a neutral name for a course without one, and what the district is called. */
@Repository
class CourseTitles implements DistrictCourses {

    private final JdbcClient jdbc;
    private final MemberRows rows;

    CourseTitles(JdbcClient jdbc, MemberRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @Override
    public Map<CourseId, String> titles(long district, Collection<CourseId> courses) {
        Map<CourseId, String> titles = new HashMap<>();
        if (courses.isEmpty()) {
            return titles;
        }
        jdbc.sql("select id, title, label from course_course" + " where district_id = :district and id in (:courses)")
                .param("district", district)
                .param("courses", courses.stream().map(CourseId::value).toList())
                .query(row -> {
                    titles.put(
                            new CourseId(row.getLong("id")),
                            rows.courseTitle(row.getString("title"), row.getString("label")));
                });
        return titles;
    }

    @Override
    public String name(long district) {
        return jdbc.sql("select name from course_district where id = ?")
                .param(district)
                .query(String.class)
                .single();
    }
}
