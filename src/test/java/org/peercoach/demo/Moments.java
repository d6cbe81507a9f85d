package org.peercoach.demo;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times for people, in this machine's zone. */
final class Moments {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private Moments() {}

    static Markup time(Instant at) {
        return Markup.of("<time datetime=\"{iso}\">{clock}</time>", "iso", at, "clock", CLOCK.format(at));
    }
}
