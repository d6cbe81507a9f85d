package org.peercoach.survey;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** When in the program a questionnaire is asked. */
public enum Wave {
    /** Before, to compare with later. */
    PRE,
    /** After, compared with before. */
    POST,
    /** At any other time. */
    EXTRA;

    /** As it stands in addresses. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The wave of a word in an address. */
    static Optional<Wave> of(String word) {
        return Arrays.stream(values()).filter(wave -> wave.word().equals(word)).findFirst();
    }
}
