package org.peercoach.lti.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.peercoach.lti.registration.Registration;

/** Names of queues: platforms limit calls by host and client id (ruling 38). */
final class QueueNames {

    private static final int LONGEST = 255;

    private QueueNames() {}

    static String of(Registration registration) {
        String origin = ServiceUrls.origin(registration.tokenEndpoint()).orElse("//");
        String name = origin.substring(origin.indexOf("//") + 2) + " " + registration.clientId();
        return name.length() <= LONGEST ? name : digest(name);
    }

    private static String digest(String name) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(name.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
