package org.peercoach.gradebook;

import java.util.Map;
import java.util.Optional;
import org.peercoach.course.CourseId;
import org.peercoach.course.Member;
import org.peercoach.course.MemberId;

/** Points on their way to the LMS. Recording is part of the caller's transaction; delivery comes after it. */
public interface Gradebook {

    /**
     * Notes a member's points of an activity, to be sent. A later call replaces what was not sent yet.
     *
     * @param activityKey an activity with a {@code scoreMaximum}, such as {@code session-1}
     * @param points so far, 0 included; may also go back
     * @param completed whether the activity is complete
     */
    default void record(Member member, String activityKey, int points, boolean completed) {
        record(member, activityKey, Points.computed(points, completed));
    }

    /** The same with all that can be told about points. */
    void record(Member member, String activityKey, Points points);

    /** Where this member's points of this activity are; empty when nothing was recorded. */
    Optional<DeliveryStatus> status(CourseId course, MemberId member, String activityKey);

    /** The same for all members of a course that have points in an activity, in one question. */
    Map<MemberId, DeliveryStatus> statuses(CourseId course, String activityKey);
}
