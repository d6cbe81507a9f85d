package org.peercoach.training.cohort;

import java.util.List;
import org.peercoach.course.CourseId;
import org.peercoach.course.MemberId;

/** Announced when a trainer has written to coaches, in the transaction in which it is kept. */
public record NudgeSent(CourseId course, MemberId sender, List<MemberId> to, String message) {}
