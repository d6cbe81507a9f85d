package org.peercoach.lti.launch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What we promised ourselves when a login began. Travels sealed as {@code state} through the platform, so no node has
 * to remember it (LTI-L7).
 *
 * @param nonce what the id_token must repeat
 * @param secretHash SHA-256 of the secret that this browser holds
 * @param registrationId who was asked
 * @param targetLinkUri as in the login, unsigned; the token must name the same
 * @param deploymentId as in the login, or null
 * @param storageTarget name of the platform's frame for storage, or null when it offers none (LTI-C2)
 * @param again whether this is the second try, in a tab of its own
 * @param at when the login began
 * @param hints what a second try needs, or null when they are too long to carry
 */
record PendingLaunch(
        String nonce,
        String secretHash,
        long registrationId,
        String targetLinkUri,
        @Nullable String deploymentId,
        @Nullable String storageTarget,
        boolean again,
        Instant at,
        @Nullable Hints hints) {

    /** The platform's own hints, to be given back byte for byte (LTI-L4). */
    record Hints(String login, @Nullable String message) {
        private static final int MOST_CARRIED = 1500;

        /** Whether they are short enough to travel inside a state. */
        boolean portable() {
            return login.length() + (message == null ? 0 : message.length()) <= MOST_CARRIED;
        }
    }

    /** One line that {@link #parse} reads; every part is preceded by its length, so it may hold anything. */
    String format() {
        StringBuilder text = new StringBuilder(256);
        part(text, nonce);
        part(text, secretHash);
        part(text, Long.toString(registrationId));
        part(text, targetLinkUri);
        part(text, deploymentId);
        part(text, storageTarget);
        part(text, again ? "1" : null);
        part(text, Long.toString(at.getEpochSecond()));
        part(text, hints == null ? null : hints.login());
        part(text, hints == null ? null : hints.message());
        return text.toString();
    }

    /** Reads what {@link #format} wrote; the seal vouches for its form. */
    static PendingLaunch parse(String text) {
        Parts parts = new Parts(text);
        return new PendingLaunch(
                parts.needed(),
                parts.needed(),
                Long.parseLong(parts.needed()),
                parts.needed(),
                parts.next(),
                parts.next(),
                parts.next() != null,
                Instant.ofEpochSecond(Long.parseLong(parts.needed())),
                hints(parts.next(), parts.next()));
    }

    private static @Nullable Hints hints(@Nullable String login, @Nullable String message) {
        return login == null ? null : new Hints(login, message);
    }

    private static void part(StringBuilder text, @Nullable String value) {
        if (value == null) {
            text.append('-');
        } else {
            text.append(value.length()).append(':').append(value);
        }
    }

    /** Walks over the parts of a formatted text. */
    private static final class Parts {
        private final String text;
        private int at;

        Parts(String text) {
            this.text = text;
        }

        @Nullable
        String next() {
            if (text.charAt(at) == '-') {
                at++;
                return null;
            }
            int colon = text.indexOf(':', at);
            int end = colon + 1 + Integer.parseInt(text, at, colon, 10);
            at = end;
            return text.substring(colon + 1, end);
        }

        String needed() {
            String value = next();
            if (value == null) {
                throw new IllegalArgumentException("a part of the state is missing");
            }
            return value;
        }
    }
}
