package org.peercoach.course.launch;

import org.peercoach.course.CourseId;

/** Announced, in the launch's transaction, when a trainer opens a course whose LMS offers the list of its members. */
public record TrainerArrived(CourseId course) {}
