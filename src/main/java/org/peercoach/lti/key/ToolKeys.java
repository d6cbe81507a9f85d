package org.peercoach.lti.key;

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
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Our own RSA keys: encrypted at rest, rotated with overlap, the same on every node. The first is made when it is first
 * needed. A new one is published 15 minutes before it signs, an old one until 24 hours after (LTI 1.3 platforms cache
 * key sets: Canvas 5 minutes, others until a signature fails). Each node looks into the database twice a minute.
 */
@Component
public class ToolKeys {

    /** A new key is published this long before it signs. */
    public static final Duration LEAD = Duration.ofMinutes(15);
    /** An old key stays published this long after the next began to sign. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    static final Duration MEMORY = Duration.ofSeconds(30);
    /** A key is replaced when it is this old. */
    public static final Duration AGE = Duration.ofDays(90);

    private static final int BITS = 2048;
    private static final Logger LOG = LoggerFactory.getLogger(ToolKeys.class);

    private record Known(Instant at, List<ToolKey> keys) {}

    private final ToolKeyRows rows;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Known known;

    ToolKeys(ToolKeyRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** The key that signs now. Platforms cache our key set, so it was published well before. */
    public RSAKey signer() {
        return signer(keys()).orElseThrow(() -> new IllegalStateException("no key of ours can sign"));
    }

    /** The public parts of all keys that may have signed something still in use, or will sign soon. */
    public JWKSet published() {
        return new JWKSet(keys().stream().<JWK>map(ToolKey::publicKey).toList());
    }

    /** Makes the next key. It signs after 15 minutes; when two nodes ask at once, one key is made. */
    public void rotate() {
        Instant now = clock.instant();
        int newest =
                rows.published(now).stream().mapToInt(ToolKey::generation).max().orElse(0);
        add(newest + 1, newest == 0 ? now : now.plus(LEAD));
        known = null;
    }

    /** Makes the next key if the newest is older than 90 days, and forgets those that are not published any more. */
    void keepFresh() {
        Instant oldest = clock.instant().minus(AGE);
        if (keys().stream().noneMatch(key -> key.createdAt().isAfter(oldest))) {
            rotate();
        }
        rows.removeRetired(clock.instant());
    }

    private List<ToolKey> keys() {
        Known fresh = fresh();
        if (fresh != null) {
            return fresh.keys();
        }
        reading.lock();
        try {
            fresh = fresh();
            if (fresh == null) {
                fresh = new Known(clock.instant(), read());
                known = fresh;
            }
            return fresh.keys();
        } finally {
            reading.unlock();
        }
    }

    private @Nullable Known fresh() {
        Known last = known;
        return last != null && clock.instant().isBefore(last.at().plus(MEMORY)) ? last : null;
    }

    /** All published keys, of which at least one can sign. */
    private List<ToolKey> read() {
        List<ToolKey> keys = rows.published(clock.instant());
        if (signer(keys).isPresent()) {
            return keys;
        }
        if (!keys.isEmpty()) {
            LOG.warn("no stored key opens with PEERCOACH_SECRET; a new one signs from now on");
        }
        add(keys.isEmpty() ? 1 : keys.getLast().generation() + 1, clock.instant());
        return rows.published(clock.instant());
    }

    private java.util.Optional<RSAKey> signer(List<ToolKey> keys) {
        Instant now = clock.instant();
        return keys.reversed().stream()
                .filter(key -> key.maySign(now))
                .map(ToolKey::pair)
                .findFirst();
    }

    private void add(int generation, Instant signsFrom) {
        RSAKey pair = generate();
        ToolKey key = new ToolKey(generation, pair.toPublicJWK(), pair, clock.instant(), signsFrom);
        if (rows.add(key, signsFrom.plus(OVERLAP))) {
            LOG.info("key {} of this installation made; it signs from {}", generation, signsFrom);
        }
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("RSA is missing", e);
        }
    }
}
