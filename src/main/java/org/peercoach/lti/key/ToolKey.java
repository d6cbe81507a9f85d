package org.peercoach.lti.key;

import com.nimbusds.jose.jwk.RSAKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of our keys.
 *
 * @param generation 1 for the first key of this installation, then upwards
 * @param publicKey what {@code /lti/jwks} shows
 * @param pair with the private part, or null when it was sealed by a secret that is gone
 * @param createdAt when it was made, and so published
 * @param signsFrom from when on it signs; later than {@code createdAt}, so that platforms know it by then
 */
record ToolKey(int generation, RSAKey publicKey, @Nullable RSAKey pair, Instant createdAt, Instant signsFrom) {

    boolean maySign(Instant now) {
        return pair != null && !now.isBefore(signsFrom);
    }
}
