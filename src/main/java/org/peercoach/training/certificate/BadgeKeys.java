package org.peercoach.training.certificate;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.peercoach.shared.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Our keys for badges, never those of LTI (ruling 44): sealed at rest, replaced every year, published for ever, for a
 * badge of long ago must still be checked. The id of a key is the address where it stands alone (Open Badges 3.0,
 * section 8.2), as it was when the key was made.
 */
@Component
class BadgeKeys {

    static final String PATH = "/public/badges/keys";

    /** A key signs for so long. */
    static final Duration AGE = Duration.ofDays(365);

    private static final int BITS = 2048;
    private static final Logger LOG = LoggerFactory.getLogger(BadgeKeys.class);

    private final BadgeKeyRows rows;
    private final Settings settings;
    private final Clock clock;

    BadgeKeys(BadgeKeyRows rows, Settings settings, Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    /** The key that signs now; made when there is none, when it is a year old, or when no stored one opens. */
    RSAKey signer() {
        List<BadgeKey> all = rows.all();
        return signer(all).orElseGet(() -> {
            add(all.isEmpty() ? 1 : all.getLast().generation() + 1);
            return signer(rows.all()).orElseThrow(() -> new IllegalStateException("no key of ours can sign badges"));
        });
    }

    /** Lets another key sign from now on. The old one stays published. */
    void rotate() {
        List<BadgeKey> all = rows.all();
        add(all.isEmpty() ? 1 : all.getLast().generation() + 1);
    }

    /** All keys that ever signed a badge here. */
    JWKSet published() {
        return new JWKSet(rows.all().stream().<JWK>map(BadgeKey::publicKey).toList());
    }

    Optional<RSAKey> published(String thumbprint) {
        return rows.all().stream()
                .filter(key -> key.thumbprint().equals(thumbprint))
                .map(BadgeKey::publicKey)
                .findFirst();
    }

    private Optional<RSAKey> signer(List<BadgeKey> all) {
        Instant oldest = clock.instant().minus(AGE);
        return all.reversed().stream()
                .filter(key -> key.createdAt().isAfter(oldest))
                .map(BadgeKey::pair)
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    private void add(int generation) {
        try {
            RSAKey bare = new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
            String thumbprint = bare.computeThumbprint().toString();
            RSAKey pair = new RSAKey.Builder(bare)
                    .keyID(settings.url(PATH + "/" + thumbprint))
                    .build();
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            rows.add(new BadgeKey(generation, thumbprint, pair.toPublicJWK(), pair, now));
            LOG.info("badge key {} of this installation made", generation);
        } catch (JOSEException e) {
            throw new IllegalStateException("RSA is missing", e);
        }
    }
}
