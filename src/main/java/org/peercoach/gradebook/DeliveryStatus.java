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
 * @param difference what the LMS shows instead, or null when it was not seen to differ (LTI-A22)
 */
public record DeliveryStatus(
        State state,
        int points,
        Instant at,
        @Nullable String reasonKey,
        @Nullable Instant nextTry,
        @Nullable Difference difference) {

    DeliveryStatus(State state, int points, Instant at, @Nullable String reasonKey, @Nullable Instant nextTry) {
        this(state, points, at, reasonKey, nextTry, null);
    }

    /**
     * The LMS shows something else than what was sent.
     *
     * @param shown points there, on our scale; null when it shows none
     */
    public record Difference(Kind kind, @Nullable Double shown) {

        /** What has been done about it. */
        public enum Kind {
            /** A trainer is asked whether it may stay. */
            OPEN,
            /** Ours were sent once more, and the LMS kept its own. */
            KEEPS,
            /** A trainer has said that the LMS's may stay. */
            LEFT
        }

        /** Whether a trainer has yet to decide. */
        boolean open() {
            return kind != Kind.LEFT;
        }
    }

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
