package org.peercoach.course.launch;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.launch.LmsCourse.Placement;
import org.peercoach.lti.LtiLaunch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which links of a course stand for which activity, and their gradebook columns (ruling 37). */
@Component
class Placements {

    private final JdbcClient jdbc;
    private final ActivityKeys activities;

    Placements(JdbcClient jdbc, ActivityKeys activities) {
        this.jdbc = jdbc;
        this.activities = activities;
    }

    /** All placements of a course, by the platform's id of the link. */
    Map<String, Placement> of(long course) {
        Map<String, Placement> found = new HashMap<>();
        jdbc.sql("select resource_link_id, activity_key, line_item_url from course_placement where course_id = ?")
                .param(course)
                .query(row -> {
                    found.put(row.getString(1), new Placement(row.getString(2), row.getString(3)));
                });
        return Map.copyOf(found);
    }

    /** The same map if the launch tells nothing new of its link, else a new one, stored. */
    Map<String, Placement> refresh(LmsCourse course, LtiLaunch launch) {
        LtiLaunch.ResourceLink link = launch.resourceLink();
        if (link == null) {
            return course.placements();
        }
        Placement before = course.placements().get(link.id());
        Placement now = told(launch, before);
        if (now.equals(before) || (before == null && now.activityKey() == null && now.lineItemUrl() == null)) {
            return course.placements();
        }
        store(course.id(), link.id(), now);
        Map<String, Placement> changed = new HashMap<>(course.placements());
        changed.put(link.id(), now);
        return Map.copyOf(changed);
    }

    private Placement told(LtiLaunch launch, @Nullable Placement before) {
        LtiLaunch.GradebookClaim gradebook = launch.gradebook();
        String lineItem = gradebook == null ? null : gradebook.lineItemUrl();
        return new Placement(
                activity(launch.custom().get("pc_activity"), before == null ? null : before.activityKey()),
                lineItem == null && before != null ? before.lineItemUrl() : lineItem);
    }

    /** What the link names, if some room has it; otherwise what it stood for before. */
    private @Nullable String activity(@Nullable String named, @Nullable String before) {
        return named == null || named.equals(before) || !activities.has(named) ? before : named;
    }

    private void store(long course, String link, Placement placement) {
        jdbc.sql("insert into course_placement (course_id, resource_link_id, activity_key, line_item_url)"
                        + " values (?, ?, ?, ?) on duplicate key update activity_key = values(activity_key),"
                        + " line_item_url = values(line_item_url)")
                .params(Arrays.asList(course, link, placement.activityKey(), placement.lineItemUrl()))
                .update();
    }
}
