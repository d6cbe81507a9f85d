package org.peercoach.course.roster;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.CourseId;
import org.peercoach.course.launch.ListedRoles;
import org.peercoach.course.launch.Purpose;
import org.peercoach.lti.ServiceTarget;

/**
 * One reading of one course's list.
 *
 * @param district persons are known by registration, district and the LMS's id (ruling 4)
 * @param url the list's address
 * @param differencesUrl tells what has changed since the last reading, or null for a reading of everybody
 * @param number of this reading; a later one makes it void
 * @param started when it began: whoever launches after that is in the course, whatever the list says
 */
record ReadingPlace(
        CourseId course,
        ServiceTarget target,
        long district,
        @Nullable String family,
        @Nullable Purpose purpose,
        String url,
        @Nullable String differencesUrl,
        long number,
        Instant started) {

    ReadingPlace ofEverybody() {
        return new ReadingPlace(course, target, district, family, purpose, url, null, number, started);
    }

    ListedRoles.Place rules() {
        return new ListedRoles.Place(course.value(), target.deploymentId(), family, purpose);
    }
}
