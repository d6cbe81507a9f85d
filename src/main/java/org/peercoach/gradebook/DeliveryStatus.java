package org.peercoach.gradebook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where recorded points are.
 *
 * @param points last recorded
 * @param at when the state was reached
 * @param reasonKey message key that says why it waits or failed, or null
 * @param nextTry when the next try is due, or null
 */
public record DeliveryStatus(
        State state,
        int points,
        Instant at,
        @Nullable String reasonKey,
        @Nullable Instant nextTry) {

    /** From recorded to confirmed. */
    public enum State {
        /** The activity is not placed in the LMS, or the LMS has no gradebook for us: points stay in the tool. */
        KEPT_HERE,
        WAITING,
        SENT,
        /** Final: somebody must change something, then send again. */
        FAILED
    }
}
