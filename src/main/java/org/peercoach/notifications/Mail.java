package org.peercoach.notifications;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One mail to one person.
 *
 * @param id of its row
 * @param messageId the same at every try, so that a repeat can be told from another mail
 * @param unsubscribe an address that takes a one-click post (RFC 8058), or null for a mail that was asked for just now
 */
record Mail(
        long id,
        long person,
        Kind kind,
        String messageId,
        String address,
        String subject,
        String text,
        String html,
        @Nullable String unsubscribe,
        int tries,
        Instant createdAt) {

    /** What it is. */
    enum Kind {
        /** All of one day. */
        DIGEST,
        /** A trainer's message, for people who want these at once. */
        MESSAGE,
        /** Asks whether an address is right. */
        CONFIRM
    }
}
