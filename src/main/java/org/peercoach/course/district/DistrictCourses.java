package org.peercoach.course.district;

import java.util.Collection;
import java.util.Map;
import org.peercoach.course.CourseId;

/** The courses of a district, for pages that show figures course by course. */
public interface DistrictCourses {

    /** Titles of those of these courses that are of this district; others are left out. */
    Map<CourseId, String> titles(long district, Collection<CourseId> courses);

    /** What people call this district. */
    String name(long district);
}
