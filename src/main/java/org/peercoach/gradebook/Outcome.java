package org.peercoach.gradebook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

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

    static final Outcome ANSWERED = new Outcome(Kind.ANSWERED, null);
    static final Outcome NOT_ASKED = new Outcome(Kind.NOT_ASKED, null);
}
