package org.peercoach.lti.service;

import java.time.Instant;
import java.util.Set;

/**
 * A bearer token of a platform.
 *
 * @param value the secret; never logged
 * @param scopes what the platform granted, which may be less than was asked for (LTI-A2)
 * @param usableUntil its expiry minus a margin
 * @param obtainedAt when we got it
 * @param replacement whether it replaced one that the platform had refused
 */
record AccessToken(String value, Set<String> scopes, Instant usableUntil, Instant obtainedAt, boolean replacement) {

    boolean usableAt(Instant now) {
        return now.isBefore(usableUntil);
    }

    AccessToken asReplacement() {
        return new AccessToken(value, scopes, usableUntil, obtainedAt, true);
    }

    @Override
    public String toString() {
        return "AccessToken[" + scopes + " until " + usableUntil + "]";
    }
}
