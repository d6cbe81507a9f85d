package org.peercoach.course;

import java.util.List;

/** A room's offer to the menu, to the picker and to the gradebook. Rooms above implement it; Spring collects them. */
public interface ActivityProvider {

    /** What this room offers to people of this role, in order. */
    List<Activity> activities(MemberRole role);
}
