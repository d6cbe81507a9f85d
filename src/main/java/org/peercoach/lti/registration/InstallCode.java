package org.peercoach.lti.registration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.peercoach.shared.Settings;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Keeps strangers from making tenants: what an installer must type before any call leaves (ruling 26). */
@Component
class InstallCode {

    private final String code;
    private final boolean tryingOut;

    InstallCode(Settings settings, Environment environment) {
        this.code = settings.installCode().strip();
        this.tryingOut = environment.acceptsProfiles(Profiles.of("dev"));
    }

    /** Whether anybody can register at all: without a code only when trying out. */
    boolean isOpen() {
        return tryingOut || !code.isEmpty();
    }

    /** Whether the installer is asked for it. */
    boolean isNeeded() {
        return !code.isEmpty();
    }

    /** Whether this is the code; takes the same time whatever was typed. */
    boolean accepts(String typed) {
        return isNeeded() ? MessageDigest.isEqual(hash(typed.strip()), hash(code)) : tryingOut;
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
