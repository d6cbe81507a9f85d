package org.peercoach.training.certificate;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.springframework.stereotype.Component;

/**
 * Signs credentials as Open Badges 3.0, section 8.2 asks (VC-JWT): the credential is the payload, with the claims iss,
 * jti, nbf and sub that repeat it; the header holds alg, kid and typ and nothing else.
 */
@Component
class BadgeSigner {

    private final BadgeKeys keys;
    private final BadgeDocuments documents;

    BadgeSigner(BadgeKeys keys, BadgeDocuments documents) {
        this.keys = keys;
        this.documents = documents;
    }

    /** A compact JWS. */
    String sign(Certificate certificate) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder();
        documents.credential(certificate).forEach(claims::claim);
        claims.issuer(documents.issuerId())
                .jwtID(documents.id(certificate))
                .subject(BadgeDocuments.subjectId(certificate))
                .notBeforeTime(Date.from(certificate.issue().at().truncatedTo(ChronoUnit.SECONDS)));
        RSAKey key = keys.signer();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        try {
            SignedJWT jwt = new SignedJWT(header, claims.build());
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign a badge", e);
        }
    }
}
