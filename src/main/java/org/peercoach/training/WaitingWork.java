package org.peercoach.training;

import java.util.Map;
import java.util.Set;
import org.peercoach.course.CourseId;
import org.peercoach.course.Member;
import org.peercoach.course.MemberId;

/** Work that somebody handed in and that no trainer has looked at yet. Each kind of work that trainers mark offers its own. */
interface WaitingWork {

    /** Ids of the activities that wait, by their authors; one statement for a whole course. */
    Map<MemberId, Set<String>> waiting(CourseId course);

    /** The same of one person. */
    Set<String> waiting(Member author);

    /** Where a trainer looks at it, below the course. */
    String path(MemberId author, String activityId);
}
