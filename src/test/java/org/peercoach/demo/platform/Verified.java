package org.peercoach.demo.platform;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.util.Map;

/** Reads tokens as a tool does: by the published keys only. */
final class Verified {

    private Verified() {}

    /** The claims, or an {@link AssertionError} when no published key made the signature. */
    static Map<String, Object> claims(String token, Map<String, Object> jwks) {
        try {
            JWSObject parsed = JWSObject.parse(token);
            if (!good(parsed, JWKSet.parse(jwks))) {
                throw new AssertionError("not signed by a published key");
            }
            return Json.object(parsed.getPayload().toString());
        } catch (ParseException | JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean good(JWSObject token, JWKSet keys) throws JOSEException {
        var key = keys.getKeyByKeyId(token.getHeader().getKeyID());
        return key != null && token.verify(new RSASSAVerifier(key.toRSAKey()));
    }
}
