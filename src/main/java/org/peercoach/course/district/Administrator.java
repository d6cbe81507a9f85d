package org.peercoach.course.district;

import java.time.ZoneId;

/**
 * Who looks after a district: an administrator of its LMS who came by a launch.
 *
 * @param district our id of the district
 * @param districtName as people know it
 * @param person our id of the person
 * @param name what the LMS tells, or a neutral name
 * @param zone the district's time zone, else UTC
 */
public record Administrator(long district, String districtName, long person, String name, ZoneId zone) {

    /** Path of a page of this district; {@code rest} starts with a slash or is empty. */
    public String path(String rest) {
        return "/d/" + district + rest;
    }
}
