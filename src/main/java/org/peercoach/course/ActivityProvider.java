package org.peercoach.course;

import java.util.List;

/** A room's offer to the menu, to the picker and to the gradebook. Rooms above implement it; Spring collects them. */
public interface ActivityProvider {

    /** What this room offers to people of this role, in order. */
    List<Activity> activities(MemberRole role);

    /** The same in the words of the course's district; it may not offer others. */
    default List<Activity> activities(MemberRole role, CourseId course) {
        return activities(role);
    }

    /**
     * What trainers may place in the LMS by the picker; a room whose pages open from the menu only offers none.
     *
     * @param member who picks, for the course as it is run and in the words of its district
     */
    default List<Shelf> shelves(Member member) {
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
