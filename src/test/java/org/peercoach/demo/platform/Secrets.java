package org.peercoach.demo.platform;

import java.security.SecureRandom;
import java.util.HexFormat;

/** 32 hex digits that nobody guesses; the form of Moodle's access tokens. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    static String fresh() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
