package org.peercoach.training;

import java.time.Instant;

/**
 * A trainer's word on one person's activity, which counts instead of the work.
 *
 * @param complete whether it counts as complete or as not complete
 * @param reason why; the person reads it, too
 * @param by the trainer, as a member of the course
 */
record Decision(boolean complete, String reason, long by, Instant at) {

    static final int LONGEST_REASON = 500;
}
