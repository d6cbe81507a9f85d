package org.peercoach.course;

import java.util.Optional;

/** A room's idea of what a member should do next. */
public interface NextStepProvider {

    Optional<NextStep> nextStep(Member member);
}
