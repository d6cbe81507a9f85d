package org.peercoach.gradebook;

import org.peercoach.course.Member;

/**
 * Announced in the transaction in which points of a member were noted.
 *
 * @param completed whether the activity is complete
 */
public record PointsRecorded(Member member, String activityKey, int points, boolean completed) {}
