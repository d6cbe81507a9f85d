package org.peercoach.lti.registration;

import java.net.URI;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Which addresses of a platform are good enough: https, or http to this machine itself when trying out (LTI-L9). */
@Component
public class PlatformAddresses {

    private static final int LONGEST = 2000;

    private final boolean tryingOut;

    PlatformAddresses(Environment environment) {
        this.tryingOut = environment.acceptsProfiles(Profiles.of("dev"));
    }

    /** Whether people and services may be sent to this address. */
    public boolean allows(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        try {
            URI address = URI.create(text);
            return address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawFragment() == null
                    && isSecure(address);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean isSecure(URI address) {
        if ("https".equalsIgnoreCase(address.getScheme())) {
            return true;
        }
        return tryingOut
                && "http".equalsIgnoreCase(address.getScheme())
                && (address.getHost().equals("localhost") || address.getHost().matches("127(\\.\\d+){3}"));
    }
}
