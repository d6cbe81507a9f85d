package org.peercoach.course;

import java.util.List;

/** A room's offer to the menu, to the picker and to the gradebook. Rooms above implement it; Spring collects them. */
public interface ActivityProvider {

    /** What this room offers to people of this role, in order. */
    List<Activity> activities(MemberRole role);

    /** Whether anybody has begun something of this room in the course, so that its settings are in use. */
    default boolean begun(CourseId course) {
        return false;
    }
}
