package org.peercoach.training.certificate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Member;

/** How many sessions of the training a member has completed, as the member's cohort runs it. */
public interface CompletedSessions {

    /** Counted now; one question to the database at most. */
    Tally of(Member member);

    /**
     * @param done completed sessions
     * @param of sessions of the training in which the member's cohort asks for anything
     * @param share of the training's minutes that these sessions take, from 0 to 1, without what is left out for the member
     * @param begun when the first activity was begun, or null
     * @param finished when the last activity was completed, or null
     */
    record Tally(
            int done,
            int of,
            double share,
            @Nullable Instant begun,
            @Nullable Instant finished) {

        /** Whether no session is missing. */
        public boolean all() {
            return of > 0 && done == of;
        }
    }
}
