package org.peercoach.course;

import java.time.ZoneId;
import java.util.Locale;

/**
 * A person in a course, as every page of that course sees them. At most 10 seconds old (ruling 21).
 *
 * @param name what the LMS tells, or a neutral name; never a key
 * @param zone the time zone for this person's dates; {@link java.time.ZoneOffset#UTC} where none is known, and only there
 * @param language to write to this person in: what the LMS shows them, if there are words in it
 */
public record Member(
        MemberId id,
        CourseId course,
        long district,
        long person,
        MemberRole role,
        boolean administrator,
        String name,
        String courseTitle,
        ZoneId zone,
        Locale language) {

    /** Path of a page of this member's course; {@code rest} starts with a slash or is empty. */
    public String path(String rest) {
        return "/c/" + course + rest;
    }
}
