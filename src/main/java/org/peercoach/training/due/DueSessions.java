package org.peercoach.training.due;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.peercoach.course.CourseId;
import org.peercoach.course.Member;

/** Tells what is due, and for whom it is still to do. */
public interface DueSessions {

    /** Courses in which something is due from the first to the last of these days. */
    List<CourseId> courses(LocalDate first, LocalDate last);

    /** The sessions of a course that have a due date, in order. */
    List<DueSession> of(CourseId course);

    /** Numbers of the sessions in which this coach has something left that can be done now. */
    Set<Integer> open(Member coach);
}
