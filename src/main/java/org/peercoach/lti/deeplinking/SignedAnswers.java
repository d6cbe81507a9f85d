package org.peercoach.lti.deeplinking;

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
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.DeepLinkingService;
import org.peercoach.lti.ServiceTarget;

/** Signs answers with our own key (1EdTech Security Framework 1.0, 5.2; Deep Linking 2.0, 4.5). */
class SignedAnswers implements DeepLinkingService {

    private static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";
    private static final String DEEP_LINKING = "https://purl.imsglobal.org/spec/lti-dl/claim/";

    /** Moodle refuses a token from the slightest future, so ours are a little old (MOODLE-3.2). */
    private static final Duration AGE = Duration.ofSeconds(10);

    private static final Duration LIFE = Duration.ofMinutes(5);

    /**
     * Both sides of the agreement.
     *
     * @param deploymentId the platform's own id
     */
    record Sides(String issuer, String clientId, String deploymentId) {}

    private final Function<ServiceTarget, Sides> sides;
    private final Supplier<RSAKey> signer;
    private final Clock clock;

    SignedAnswers(Function<ServiceTarget, Sides> sides, Supplier<RSAKey> signer, Clock clock) {
        this.sides = sides;
        this.signer = signer;
        this.clock = clock;
    }

    @Override
    public String sign(ServiceTarget target, Answer answer) {
        RSAKey key = signer.get();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        SignedJWT message = new SignedJWT(header, claims(sides.apply(target), answer));
        try {
            message.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign a deep linking answer", e);
        }
        return message.serialize();
    }

    private JWTClaimsSet claims(Sides sides, Answer answer) {
        Instant issued = clock.instant().minus(AGE);
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(sides.clientId())
                .audience(sides.issuer())
                .claim("azp", sides.clientId())
                .issueTime(Date.from(issued))
                .expirationTime(Date.from(issued.plus(LIFE)))
                .claim("nonce", UUID.randomUUID().toString())
                .claim(LTI + "message_type", "LtiDeepLinkingResponse")
                .claim(LTI + "version", "1.3.0")
                .claim(LTI + "deployment_id", sides.deploymentId())
                .claim(
                        DEEP_LINKING + "content_items",
                        answer.items().stream().map(ContentItemBody::of).toList());
        claimUnlessNull(claims, "data", answer.data());
        claimUnlessNull(claims, "msg", answer.words().message());
        claimUnlessNull(claims, "errormsg", answer.words().error());
        claimUnlessNull(claims, "errorlog", answer.words().errorLog());
        return claims.build();
    }

    private static void claimUnlessNull(JWTClaimsSet.Builder claims, String name, @Nullable String value) {
        if (value != null) {
            claims.claim(DEEP_LINKING + name, value);
        }
    }
}
