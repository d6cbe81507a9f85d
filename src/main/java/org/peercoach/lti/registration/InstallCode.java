package org.peercoach.lti.registration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.shared.Settings;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Keeps strangers from making tenants: what an installer must type before any call leaves (ruling 26). The operator's
 * standing code, or a one-time code that also names the district.
 */
@Component
class InstallCode {

    private final String code;
    private final boolean tryingOut;

    /**
     * Leave to install.
     *
     * @param oneTime the one-time code, or null
     */
    record Permit(OneTimeCodes.@Nullable Code oneTime) {

        /** The district that the code stands for, or null. */
        @Nullable
        String district() {
            return oneTime == null ? null : oneTime.districtName();
        }
    }

    private final OneTimeCodes oneTimeCodes;

    InstallCode(Settings settings, Environment environment, OneTimeCodes oneTimeCodes) {
        this.oneTimeCodes = oneTimeCodes;
        this.code = settings.installCode().strip();
        this.tryingOut = environment.acceptsProfiles(Profiles.of("dev"));
    }

    /** Whether anybody can register at all: without a code only when trying out. */
    boolean isOpen() {
        return tryingOut || !code.isEmpty() || oneTimeCodes.anyWaiting();
    }

    /** Whether the installer is asked for it. */
    boolean isNeeded() {
        return !tryingOut || !code.isEmpty();
    }

    /** Leave to install if this is a code of ours; takes the same time whatever was typed. */
    Optional<Permit> permit(String typed) {
        if (!isNeeded()) {
            return Optional.of(new Permit(null));
        }
        boolean standing = !code.isEmpty() & MessageDigest.isEqual(hash(typed.strip()), hash(code));
        Optional<OneTimeCodes.Code> oneTime = oneTimeCodes.find(typed);
        return standing ? Optional.of(new Permit(null)) : oneTime.map(Permit::new);
    }

    /** Uses a one-time code up, before anything leaves; false if somebody else was faster. */
    boolean use(Permit permit) {
        return permit.oneTime() == null || oneTimeCodes.use(permit.oneTime());
    }

    /** Nothing came of it: a one-time code may be tried again. */
    void giveBack(Permit permit) {
        if (permit.oneTime() != null) {
            oneTimeCodes.giveBack(permit.oneTime());
        }
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
