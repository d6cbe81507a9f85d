package org.peercoach.course.district;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which services of the LMS the courses of a deployment have, for those who look after the connection. */
@Component
public class CourseServices {

    private final JdbcClient jdbc;

    CourseServices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The addresses of one course's services, as its launches told.
     *
     * @param membershipsUrl of its roster, or null
     * @param lineItemsUrl of its gradebook columns, or null
     */
    public record Addresses(
            @Nullable String membershipsUrl, @Nullable String lineItemsUrl) {}

    /** The newest course of this district and deployment with the most services; empty when it has no course. */
    public Optional<Addresses> of(long district, long deployment) {
        return jdbc.sql("select memberships_url, line_items_url from course_course"
                        + " where deployment_id = ? and district_id = ? order by"
                        + " case when memberships_url is null then 1 else 0 end"
                        + " + case when line_items_url is null then 1 else 0 end, id desc limit 1")
                .params(deployment, district)
                .query(Addresses.class)
                .optional();
    }

    /** Our ids of the newest courses of this district and deployment. */
    public List<Long> courses(long district, long deployment, int most) {
        return jdbc.sql(
                        "select id from course_course where deployment_id = ? and district_id = ? order by id desc limit "
                                + most)
                .params(deployment, district)
                .query((row, index) -> row.getLong(1))
                .list();
    }
}
