package org.peercoach.training.certificate;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of one issue: 100 random bits in letters and digits that nobody confuses, so that it cannot be guessed and
 * can be typed from paper.
 *
 * @param value as it is stored, 20 characters
 */
record CertificateNumber(String value) {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 20;
    private static final int GROUP = 4;
    private static final int LONGEST_TYPED = 60;
    private static final Pattern VALID = Pattern.compile("[" + LETTERS + "]{" + LENGTH + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    static CertificateNumber next() {
        StringBuilder number = new StringBuilder(LENGTH);
        RANDOM.ints(LENGTH, 0, LETTERS.length()).mapToObj(LETTERS::charAt).forEach(number::append);
        return new CertificateNumber(number.toString());
    }

    /** Reads what somebody typed: with or without hyphens, in small letters, O for zero and I or L for one. */
    static Optional<CertificateNumber> read(String typed) {
        if (typed.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        String plain = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return VALID.matcher(plain).matches() ? Optional.of(new CertificateNumber(plain)) : Optional.empty();
    }

    /** As people see it: five groups of four. */
    String shown() {
        return String.join("-", value.split("(?<=\\G.{" + GROUP + "})"));
    }

    /** The page where anybody can check it, a path of ours. */
    String path() {
        return "/public/certificate/" + shown();
    }
}
