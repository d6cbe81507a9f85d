package org.peercoach.notifications;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.peercoach.shared.Seals;
import org.springframework.stereotype.Component;

/** Signed links in mails. They let nobody in: one stops mails, the other says that a mail has arrived. */
@Component
class MailLinks {

    static final String OFF = "/public/mail/off/";
    static final String CONFIRM = "/public/mail/confirm/";

    private static final String USE_OFF = "mail off";
    private static final String USE_CONFIRM = "mail confirm";
    /** Anybody may call these addresses: twelve digits of this base always fit into a number. */
    private static final Pattern TOKEN = Pattern.compile("([0-9a-z]{1,12})\\.([A-Za-z0-9_-]{43})");

    private final Seals seals;

    MailLinks(Seals seals) {
        this.seals = seals;
    }

    /** Stops all mails to this person; never expires, for old mails are found again. */
    String off(long person) {
        return OFF + number(person) + "." + seals.mac(USE_OFF, number(person));
    }

    /** Whose mails this token stops. */
    Optional<Long> offOf(String token) {
        Matcher parts = TOKEN.matcher(token);
        return parts.matches() && seals.macMatches(USE_OFF, parts.group(1), parts.group(2))
                ? Optional.of(person(parts))
                : Optional.empty();
    }

    /** Confirms this address, as it was proposed at this moment. */
    String confirm(long person, String address, Instant proposed) {
        return CONFIRM + number(person) + "." + seals.mac(USE_CONFIRM, proposal(person, address, proposed));
    }

    /** Who confirms, if the token is for the address that they have proposed. */
    boolean confirms(String token, Addressee addressee) {
        Matcher parts = TOKEN.matcher(token);
        String pending = addressee.pending();
        Instant at = addressee.pendingAt();
        return parts.matches()
                && pending != null
                && at != null
                && person(parts) == addressee.person()
                && seals.macMatches(USE_CONFIRM, proposal(addressee.person(), pending, at), parts.group(2));
    }

    /** Who a token for confirming speaks of, unproved. */
    static Optional<Long> whose(String token) {
        Matcher parts = TOKEN.matcher(token);
        return parts.matches() ? Optional.of(person(parts)) : Optional.empty();
    }

    private static String proposal(long person, String address, Instant at) {
        return number(person) + " " + at.toEpochMilli() + " " + address;
    }

    private static long person(Matcher parts) {
        return Long.parseLong(parts.group(1), Character.MAX_RADIX);
    }

    private static String number(long person) {
        return Long.toString(person, Character.MAX_RADIX);
    }
}
