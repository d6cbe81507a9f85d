package org.peercoach.course;

/**
 * Announced, in the launch's transaction, when the place of an activity's points in the LMS appeared or changed: a link
 * was placed, or the platform named another column or other rights (LTI-A1).
 */
public record GradingPlaceChanged(CourseId course, String activityKey) {}
