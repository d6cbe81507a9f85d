package org.peercoach.shared;

import java.security.SecureRandom;

/**
 * A short code that a person can read out to support and that stands in the log beside the cause.
 *
 * @param value eight letters and digits in two groups, such as {@code 7Q4M-2XKD}, without look-alikes
 */
public record SupportCode(String value) {

    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new random code (40 bits). */
    public static SupportCode next() {
        StringBuilder code = new StringBuilder(9);
        for (int i = 0; i < 8; i++) {
            if (i == 4) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new SupportCode(code.toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
