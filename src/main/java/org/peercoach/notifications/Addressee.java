package org.peercoach.notifications;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A person, as far as mails are concerned.
 *
 * @param lms the address that the LMS told, or null; no address is the normal case (ruling 4)
 * @param own a confirmed address of their own, or null
 * @param pending one that waits to be confirmed, or null
 * @param refused an address that a mail server refused for good, or null
 */
record Addressee(
        long person,
        @Nullable String lms,
        @Nullable String own,
        @Nullable String pending,
        @Nullable Instant pendingAt,
        @Nullable String refused,
        boolean refusedSeen,
        Wishes wishes) {

    /** The longest that mail servers take (RFC 5321). */
    static final int LONGEST = 254;

    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s\\p{Cntrl}@<>()\\[\\],;:\"\\\\]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    /** Which address is used. */
    enum Source {
        LMS,
        OWN
    }

    /**
     * What somebody wants to get.
     *
     * @param off no mail at all
     * @param atOnce messages of trainers at once, not with the next digest
     */
    record Wishes(Source source, boolean off, boolean reminders, boolean messages, boolean atOnce) {

        static final Wishes USUAL = new Wishes(Source.LMS, false, true, true, false);

        Wishes switchedOff(boolean value) {
            return new Wishes(source, value, reminders, messages, atOnce);
        }
    }

    /** Where mails go now; empty when there is no address, or none is wanted. */
    Optional<String> address() {
        return wishes.off() ? Optional.empty() : chosen().filter(address -> !address.equals(refused));
    }

    /** The address that would be used. */
    Optional<String> chosen() {
        return wishes.source() == Source.OWN
                ? Optional.ofNullable(own)
                : Optional.ofNullable(lms).filter(Addressee::looksRight);
    }

    /** Whether this may be an address; only a mail that arrives proves it. */
    static boolean looksRight(String text) {
        return text.length() <= LONGEST && ADDRESS.matcher(text).matches();
    }
}
