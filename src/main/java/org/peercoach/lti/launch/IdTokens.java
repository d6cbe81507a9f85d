package org.peercoach.lti.launch;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.peercoach.lti.key.KeySetFault;
import org.peercoach.lti.key.PlatformKeys;
import org.peercoach.lti.registration.Registration;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Verifies the signature of id_tokens: RS256 only, by a key of the registration's own key set (1EdTech Security
 * Framework 1.0, sections 5.1.3, 5.4 and 6). The token is taken apart once; of its header nothing but {@code alg},
 * {@code kid} and {@code crit} is looked at, so a key or an address in it cannot mislead (LTI-T6).
 */
@Component
class IdTokens {

    private final PlatformKeys keys;
    /** Making a Java key out of a JWK is dear; the key source hands out the same object until it refreshes. */
    private final LoadingCache<RSAKey, RSASSAVerifier> verifiers =
            Caffeine.newBuilder().weakKeys().build(RSASSAVerifier::new);

    IdTokens(PlatformKeys keys) {
        this.keys = keys;
    }

    /** @throws LaunchRefused if the token cannot be read, or is not signed by this platform */
    Claims verify(String idToken, Registration registration) {
        Parts parts = Parts.of(idToken);
        JsonNode header = json(parts.header());
        String algorithm = Claims.textOf(header.path("alg"));
        if (!"RS256".equals(algorithm)) {
            throw LaunchRefused.of(new Fault("LTI-T6", Refusal.LAUNCH_ALGORITHM).comparing("RS256", algorithm));
        }
        if (header.has("crit")) { // RFC 7515, 4.1.11: what must be understood and is not
            throw LaunchRefused.of(Refusal.LAUNCH_UNREADABLE, "LTI-T6");
        }
        String kid = Claims.textOf(header.path("kid"));
        if (kid == null || kid.isBlank()) {
            throw LaunchRefused.of(new Fault("LTI-T3", Refusal.LAUNCH_KEY).comparing("kid", null));
        }
        JWSHeader pinned = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(kid).build();
        verifySignature(parts, pinned, keysFor(pinned, registration));
        return new Claims(json(parts.payload()));
    }

    /** LTI-T4, T5: from the cache, refetched at a limited rate. */
    private List<JWK> keysFor(JWSHeader header, Registration registration) {
        try {
            List<JWK> found = keys.of(registration).get(new JWKSelector(JWKMatcher.forJWSHeader(header)), null);
            if (found.isEmpty()) {
                throw LaunchRefused.of(new Fault("LTI-T4", Refusal.LAUNCH_KEY).comparing(null, header.getKeyID()));
            }
            return found;
        } catch (KeySourceException e) {
            throw LaunchRefused.of(new Fault("LTI-T5", Refusal.LMS_KEYS).comparing(null, KeySetFault.classOf(e)));
        }
    }

    /** LTI-T7. */
    private void verifySignature(Parts parts, JWSHeader header, List<JWK> candidates) {
        byte[] signed = parts.signed().getBytes(StandardCharsets.US_ASCII);
        Base64URL signature = new Base64URL(parts.signature());
        for (JWK key : candidates) {
            if (key instanceof RSAKey rsa && verifies(rsa, header, signed, signature)) {
                return;
            }
        }
        throw LaunchRefused.of(new Fault("LTI-T7", Refusal.LAUNCH_SIGNATURE).comparing(null, header.getKeyID()));
    }

    private boolean verifies(RSAKey key, JWSHeader header, byte[] signed, Base64URL signature) {
        try {
            return verifiers.get(key).verify(header, signed, signature);
        } catch (JOSEException | IllegalArgumentException | java.util.concurrent.CompletionException e) {
            return false;
        }
    }

    private static JsonNode json(String part) {
        JsonNode node = StrictJson.object(decode(part));
        if (node == null) {
            throw unreadable();
        }
        return node;
    }

    private static byte[] decode(String part) {
        try {
            return Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private static LaunchRefused unreadable() {
        return LaunchRefused.of(Refusal.LAUNCH_UNREADABLE, "LTI-T32");
    }

    /** The three parts of a compact JWS (RFC 7515, 7.1); the signature of an unsigned one is empty. */
    private record Parts(String signed, String header, String payload, String signature) {
        static Parts of(String token) {
            int first = token.indexOf('.');
            int second = token.indexOf('.', first + 1);
            if (first < 1 || second < 0 || token.indexOf('.', second + 1) >= 0) {
                throw unreadable();
            }
            return new Parts(
                    token.substring(0, second),
                    token.substring(0, first),
                    token.substring(first + 1, second),
                    token.substring(second + 1));
        }
    }
}
