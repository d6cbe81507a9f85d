package org.peercoach.course.launch;

/**
 * Where role rules hold: a course, and the deployment that its people come through.
 *
 * @param deployment our id
 * @param course our id, or 0 outside a course
 */
public record RolePlace(long deployment, long course) {}
