package org.peercoach.gradebook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.PlatformFault;

/**
 * What became of one delivery, as far as the queue cares.
 *
 * @param asked how long the platform asked everybody to wait, or null
 */
record Outcome(Kind kind, @Nullable Duration asked) {

    enum Kind {
        /** The platform answered, whatever it said. */
        ANSWERED,
        /** Nothing was asked of the platform. */
        NOT_ASKED,
        /** The platform did not answer, or answered with a fault of its own. */
        NO_ANSWER,
        /** The platform asks to be left alone for a while. */
        BUSY
    }

    /** What a refusal means for the queue. */
    static Outcome of(PlatformFault fault) {
        Duration asked = fault.retryAfter();
        return switch (fault.kind()) {
            case TRY_LATER -> new Outcome(asked == null ? Kind.NO_ANSWER : Kind.BUSY, asked);
            case THROTTLED -> new Outcome(Kind.BUSY, asked);
            case NOT_ALLOWED, GONE, CONFLICT, NOT_GRADABLE, REFUSED -> ANSWERED;
        };
    }

    static final Outcome ANSWERED = new Outcome(Kind.ANSWERED, null);
    static final Outcome NOT_ASKED = new Outcome(Kind.NOT_ASKED, null);
}
