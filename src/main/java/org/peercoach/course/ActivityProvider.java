package org.peercoach.course;

import java.util.List;

/** A room's offer to the menu, to the picker and to the gradebook. Rooms above implement it; Spring collects them. */
public interface ActivityProvider {

    /** What this room offers to people of this role, in order. */
    List<Activity> activities(MemberRole role);

    /** What trainers may place in the LMS by the picker; a room whose pages open from the menu only offers none. */
    default List<Shelf> shelves() {
        return List.of();
    }

    /**
     * Activities that stand together in the picker.
     *
     * @param title the heading above them
     * @param training whether a course where one of them is placed is a training course (ruling 8)
     * @param items in order
     */
    record Shelf(String title, boolean training, List<Item> items) {}

    /**
     * Something to place.
     *
     * @param activity also offered by {@link #activities} to whoever may open the placed link
     * @param about one sentence for trainers, and for whoever sees the link in the LMS
     */
    record Item(Activity activity, String about) {}

    /** Whether anybody has begun something of this room in the course, so that its settings are in use. */
    default boolean begun(CourseId course) {
        return false;
    }
}
