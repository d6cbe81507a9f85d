package org.peercoach.demo.platform;

import java.time.Instant;

/** A line of the list of what happened. */
public record Event(Instant at, Kind kind, String text) {

    public enum Kind {
        LAUNCH,
        SCORE,
        REFUSED,
        SET_UP
    }
}
