package org.peercoach.lti.service;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.function.Supplier;
import org.peercoach.lti.registration.Registration;

/** Signed proofs of who we are, for the platform's token endpoint ({@code private_key_jwt}, LTI-A3). */
class ClientAssertions {

    /** Moodle refuses an assertion from the slightest future, so ours are a little old (MOODLE-3.2). */
    private static final Duration AGE = Duration.ofSeconds(10);

    private static final Duration LIFE = Duration.ofMinutes(4);

    private final Supplier<RSAKey> signer;
    private final Clock clock;

    ClientAssertions(Supplier<RSAKey> signer, Clock clock) {
        this.signer = signer;
        this.clock = clock;
    }

    String next(Registration registration) {
        RSAKey key = signer.get();
        Instant issued = clock.instant().minus(AGE);
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(registration.clientId())
                .subject(registration.clientId())
                .audience(registration.audience())
                .issueTime(Date.from(issued))
                .expirationTime(Date.from(issued.plus(LIFE)))
                .jwtID(UUID.randomUUID().toString())
                .build();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        SignedJWT assertion = new SignedJWT(header, claims);
        try {
            assertion.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign a client assertion", e);
        }
        return assertion.serialize();
    }
}
