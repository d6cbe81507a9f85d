package org.peercoach.lti.service;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.PlatformFault;

/**
 * A platform's "no" to a token request, kept for a short time so that nobody asks meanwhile. An error of RFC 6749, 5.2
 * ({@code invalid_client} and its like) is true for every course of the registration until an administrator has changed
 * something; a platform that is busy or being serviced says how long to wait (Retry-After: RFC 6585, 4 for 429, RFC 9110,
 * 10.2.3 for 503). What is no clear answer, such as a time-out or a 500, is not kept: the next request may go well.
 *
 * @param at when the platform said it
 * @param until when it may be asked again
 */
record TokenRefusal(PlatformFault fault, Instant at, Instant until) {

    /** As long as a changed registration takes to reach all nodes, so an administrator hardly waits for it. */
    static final Duration CLEAR = Duration.ofSeconds(10);

    /** However long a platform wishes; longer, and one wrong header would keep the services shut after all is well. */
    static final Duration LONGEST = Duration.ofMinutes(5);

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /** Null when the platform may be asked again at once. */
    static @Nullable TokenRefusal of(PlatformFault fault, Instant now) {
        Duration asked = fault.retryAfter();
        if (asked != null) {
            return new TokenRefusal(fault, now, now.plus(bounded(asked)));
        }
        return isClear(fault.status()) ? new TokenRefusal(fault, now, now.plus(CLEAR)) : null;
    }

    boolean holdsAt(Instant now) {
        return now.isBefore(until);
    }

    /** The same answer as then; of a time to wait, only what is left. */
    PlatformFault again(Instant now) {
        Duration asked = fault.retryAfter();
        if (asked == null) {
            return fault;
        }
        Duration left = asked.minus(Duration.between(at, now));
        return new PlatformFault(fault.kind(), fault.status(), left.compareTo(SHORTEST) < 0 ? SHORTEST : left);
    }

    private static Duration bounded(Duration asked) {
        Duration atLeast = asked.compareTo(SHORTEST) < 0 ? SHORTEST : asked;
        return atLeast.compareTo(LONGEST) > 0 ? LONGEST : atLeast;
    }

    /** 408 and 425 speak of this one request (RFC 9110, 15.5.9; RFC 8470, 5.2). */
    private static boolean isClear(int status) {
        return status / 100 == 4 && status != 408 && status != 425;
    }
}
