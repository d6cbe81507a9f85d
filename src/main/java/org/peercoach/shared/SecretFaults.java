package org.peercoach.shared;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** What is wrong with {@code PEERCOACH_SECRET}: each entry must be 32 random bytes in base64. */
final class SecretFaults {

    private static final String NAME = "PEERCOACH_SECRET";
    private static final String MAKE_ONE = "; make one with: openssl rand -base64 32";
    private static final int BYTES = 32;

    private SecretFaults() {}

    /** In the dev profile a secret may be missing here, since the one who starts the tool makes it, and be an example. */
    static List<String> of(String setting, boolean dev) {
        List<String> secrets = List.of(setting.split(",", -1)).stream()
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        if (secrets.isEmpty()) {
            return dev ? List.of() : List.of(NAME + " is missing" + MAKE_ONE);
        }
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < secrets.size(); i++) {
            String which = secrets.size() == 1 ? NAME : NAME + " entry " + (i + 1);
            faults.addAll(check(which, secrets.get(i), dev));
        }
        return faults;
    }

    private static List<String> check(String which, String secret, boolean dev) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(secret);
        } catch (IllegalArgumentException e) {
            return List.of(which + " is not base64" + MAKE_ONE);
        }
        if (bytes.length < BYTES) {
            return List.of(which + " is too short: " + bytes.length + " bytes, needs " + BYTES + MAKE_ONE);
        }
        return !dev && isTyped(bytes)
                ? List.of(which + " is an example or was typed, not random" + MAKE_ONE)
                : List.of();
    }

    /**
     * Examples and typed words are printable, or repeat a few bytes. Of 32 random bytes all are printable once in
     * 10^13, and fewer than 16 are different more seldom still.
     */
    private static boolean isTyped(byte[] bytes) {
        boolean printable = true;
        boolean[] seen = new boolean[256];
        int different = 0;
        for (byte value : bytes) {
            printable &= value >= ' ' && value <= '~';
            different += seen[value & 0xff] ? 0 : 1;
            seen[value & 0xff] = true;
        }
        return printable || different < BYTES / 2;
    }
}
