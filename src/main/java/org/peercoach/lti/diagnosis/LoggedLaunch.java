package org.peercoach.lti.diagnosis;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A login or launch out of the log.
 *
 * @param note how it ended, as it was kept; an id that was too long is cut
 * @param lms the registration it belongs to, or null for strangers and for registrations that are gone
 */
public record LoggedLaunch(
        long id, Instant at, LaunchNote note, @Nullable Lms lms) {

    /** @param name as the console shows it */
    public record Lms(long id, String name, String issuer, String clientId) {}

    /** Whether it ended on one of our pages. */
    public boolean opened() {
        return note.result().equals(LaunchNote.OPENED);
    }

    /** The first broken requirement, such as {@code LTI-T11}, or blank. */
    public String rule() {
        List<String> rules = note.rules();
        return rules.isEmpty() ? "" : rules.getFirst();
    }
}
