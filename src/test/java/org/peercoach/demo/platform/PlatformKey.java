package org.peercoach.demo.platform;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;
import java.util.Map;

/** The LMS's own RSA key: signs id_tokens and registration tokens. */
final class PlatformKey {

    private final RSAKey key;

    PlatformKey(String jwk) {
        try {
            this.key = RSAKey.parse(jwk);
        } catch (ParseException e) {
            throw new IllegalStateException("the kept signing key is not a JWK", e);
        }
    }

    static String fresh() {
        try {
            return new RSAKeyGenerator(2048)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .generate()
                    .toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    Map<String, Object> jwks() {
        return new JWKSet(key.toPublicJWK()).toJSONObject();
    }

    String sign(Map<String, Object> claims) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        JWSObject token = new JWSObject(header, new Payload(Json.write(claims)));
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    /** The claims of a token that this key signed; empty for any other text. */
    Map<String, Object> claimsOf(String token) {
        try {
            JWSObject parsed = JWSObject.parse(token);
            boolean ours = parsed.verify(new RSASSAVerifier(key.toRSAPublicKey()));
            return ours ? Json.object(parsed.getPayload().toString()) : Map.of();
        } catch (ParseException | JOSEException e) {
            return Map.of();
        }
    }
}
