package org.peercoach.course.roles;

import org.jspecify.annotations.Nullable;
import org.peercoach.course.launch.RoleDecision;

/**
 * Whose rules are meant: all courses of an LMS connection, or one course.
 *
 * @param district our id
 * @param deployment our id
 * @param course our id, or null for the whole connection
 * @param title the connection's or the course's name
 * @param family the LMS's product family, or null
 */
public record RuleScope(
        long district,
        long deployment,
        @Nullable Long course,
        String title,
        @Nullable String family) {

    /** The key of its row. */
    String place() {
        return course == null ? RoleDecision.placeOfLms(deployment) : RoleDecision.placeOfCourse(course);
    }

    /** The address of its page. */
    public String path() {
        return "/d/" + district + "/roles/" + (course == null ? "lms/" + deployment : "courses/" + course);
    }

    public boolean ofCourse() {
        return course != null;
    }
}
