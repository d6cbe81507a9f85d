package org.peercoach.gradebook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How a platform answers during one run of its queue, and how long it is to be left alone. */
class QueueHealth {

    /** So many calls in a row without an answer, and the platform is taken to be down. */
    private static final int DOWN = CallWindow.WIDEST;

    private final Backoff backoff;
    private final Clock clock;
    private int pauses;
    private int unanswered;
    private int refusals;
    private boolean answered;
    private Instant restUntil = Instant.MIN;

    /** @param pauses how many there were before this run without an answer between */
    QueueHealth(Backoff backoff, Clock clock, int pauses) {
        this.backoff = backoff;
        this.clock = clock;
        this.pauses = pauses;
    }

    /** Takes note of an outcome; true when the platform has just become busy. */
    synchronized boolean note(Outcome outcome) {
        switch (outcome.kind()) {
            case ANSWERED -> {
                answered = true;
                unanswered = 0;
                refusals = 0;
                pauses = 0;
            }
            case NO_ANSWER -> {
                if (++unanswered % DOWN == 0) {
                    rest(backoff.pause(++pauses));
                }
            }
            case BUSY -> {
                boolean first = !rest().isPositive();
                Duration asked = outcome.asked();
                refusals += first ? 1 : 0;
                rest(asked != null ? asked : backoff.busy(refusals));
                return first;
            }
            case NOT_ASKED -> {}
        }
        return false;
    }

    /** How long no call may start from now; zero if calls may. */
    synchronized Duration rest() {
        Instant now = clock.instant();
        return restUntil.isAfter(now) ? Duration.between(now, restUntil) : Duration.ZERO;
    }

    synchronized boolean answered() {
        return answered;
    }

    /** A rest that is worth telling the other nodes. */
    synchronized Optional<PausedQueues.Pause> longPause(Duration atLeast) {
        return rest().compareTo(atLeast) > 0
                ? Optional.of(new PausedQueues.Pause(restUntil, pauses))
                : Optional.empty();
    }

    private void rest(Duration wait) {
        Instant until = clock.instant().plus(wait);
        if (until.isAfter(restUntil)) {
            restUntil = until;
        }
    }
}
