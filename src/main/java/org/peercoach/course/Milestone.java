package org.peercoach.course;

import java.time.Instant;

/**
 * Announced when a member has done something that another room may count, such as a post that answers activity S3.5.
 *
 * @param activityKey the activity it may complete
 * @param kind what happened, such as {@code post}
 */
public record Milestone(Member member, String activityKey, String kind, Instant at) {}
