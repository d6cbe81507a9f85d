package org.peercoach.course.launch;

import org.jspecify.annotations.Nullable;

/**
 * A customer: a school district whose people see nothing of any other.
 *
 * @param zone time zone of people who told none, or null
 */
public record District(long id, String name, @Nullable String zone) {}
