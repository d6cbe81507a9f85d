package org.peercoach.training.certificate;

import com.nimbusds.jose.jwk.RSAKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One key that signs badges.
 *
 * @param generation 1 for the first of this installation, then upwards
 * @param publicKey what is published; its id is the address where it is published
 * @param pair with the private part, or null when it was sealed by a secret that is gone
 */
record BadgeKey(
        int generation,
        String thumbprint,
        RSAKey publicKey,
        @Nullable RSAKey pair,
        Instant createdAt) {}
