package org.peercoach.lti.launch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a verified token says about its platform, for the launch doctor; nothing of a person.
 *
 * @param deploymentId as the token names it, or null
 * @param messageType as the token names it, or null
 * @param clockSeconds how far the platform's clock is ahead of ours (negative: behind), as far as this launch proves
 *     it: a token is made after its login began and before it arrives; null when it does not say when it was made
 */
record TokenFacts(
        @Nullable String deploymentId,
        @Nullable String messageType,
        @Nullable Long clockSeconds) {

    static TokenFacts of(Claims claims, PendingLaunch pending, Instant now) {
        return new TokenFacts(
                claims.text(Claims.DEPLOYMENT_ID),
                claims.text(Claims.MESSAGE_TYPE),
                clock(claims.get("iat"), pending.at(), now));
    }

    private static @Nullable Long clock(JsonNode iat, Instant begun, Instant now) {
        if (!iat.isNumber()) {
            return null;
        }
        double made = iat.asDouble();
        if (made > now.getEpochSecond() + 1.0) {
            return (long) made - now.getEpochSecond();
        }
        return made < begun.getEpochSecond() ? (long) made - begun.getEpochSecond() : 0;
    }
}
