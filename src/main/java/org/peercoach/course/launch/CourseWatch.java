package org.peercoach.course.launch;

import org.peercoach.course.CourseId;
import org.peercoach.lti.LtiLaunch;

/**
 * Told of every launch into a course, inside its transaction, before the person is taken in. Launches are many, so a
 * watch remembers what it has seen and asks the database only about news.
 */
public interface CourseWatch {

    /** @param district our id */
    void opened(LtiLaunch launch, CourseId course, long district);
}
