package org.peercoach.course.review;

import java.util.Optional;
import org.peercoach.course.MemberRole;

/**
 * A room's page that shows one person's work in one activity (LTI-O1). The room itself decides who may see it: graders of
 * that course, and the person whose work it is.
 */
public interface ReviewProvider {

    /** What follows the path in place of a member's number when the LMS names somebody who has never been here. */
    String UNKNOWN = "unknown";

    /**
     * Path of that page below {@code /c/{course}}, such as {@code /training/review/1}; the number of the member follows it
     * after a slash. Empty if the activity is not this room's.
     */
    Optional<String> reviewPath(String activityKey);

    /** The same for whatever this room shows first of people of this role; empty if it shows nothing of them. */
    default Optional<String> firstReview(MemberRole role) {
        return Optional.empty();
    }
}
