package org.peercoach.lti.key;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.peercoach.lti.registration.Registration;
import org.peercoach.shared.GuardedHttp;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The public keys of each platform: cached 10 minutes, kept 4 hours through an outage, fetched at most twice in 30
 * seconds however many unknown key ids arrive (LTI-T4, T5; ruling 28).
 */
@Component
public class PlatformKeys {

    private static final int MOST_REGISTRATIONS = 20_000;
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    /** How long keys are believed, how long through an outage, and within which time at most two fetches happen. */
    record Timing(Duration cached, Duration outage, Duration interval) {
        static final Timing USUAL = new Timing(Duration.ofMinutes(10), Duration.ofHours(4), Duration.ofSeconds(30));
    }

    /**
     * The copy of a platform's key set that this node holds.
     *
     * @param readAt when it was read from the platform
     * @param keyIds the ids in it
     */
    public record Copy(Instant readAt, List<String> keyIds) {}

    private record Entry(String jwksUri, JWKSource<SecurityContext> keys, AtomicReference<Copy> copy) {}

    private final JwksRetriever retriever;
    private final Timing timing;
    private final Clock clock;
    private final Cache<Long, Entry> entries = Caffeine.newBuilder()
            .maximumSize(MOST_REGISTRATIONS)
            .expireAfterAccess(FORGOTTEN)
            .build();

    @Autowired
    PlatformKeys(GuardedHttp http, Clock clock) {
        this(http, Timing.USUAL, clock);
    }

    PlatformKeys(GuardedHttp http) {
        this(http, Timing.USUAL);
    }

    PlatformKeys(GuardedHttp http, Timing timing) {
        this(http, timing, Clock.systemUTC());
    }

    private PlatformKeys(GuardedHttp http, Timing timing, Clock clock) {
        this.retriever = new JwksRetriever(http);
        this.timing = timing;
        this.clock = clock;
    }

    /**
     * Keys that may verify id_tokens and notices of this registration (LTI-T4, T5). Asking them throws
     * {@link com.nimbusds.jose.KeySourceException} when the platform's key set cannot be had, and gives an empty list
     * for a key id that it does not hold.
     */
    public JWKSource<SecurityContext> of(Registration registration) {
        Entry known = entries.getIfPresent(registration.id());
        if (known == null || !known.jwksUri().equals(registration.jwksUri())) {
            known = entries.asMap()
                    .compute(
                            registration.id(),
                            (id, other) -> other != null && other.jwksUri().equals(registration.jwksUri())
                                    ? other
                                    : entry(registration.jwksUri()));
        }
        return known.keys();
    }

    /** What this node holds of this registration's keys; empty before its first launch here. */
    public Optional<Copy> copy(Registration registration) {
        return Optional.ofNullable(entries.getIfPresent(registration.id()))
                .filter(entry -> entry.jwksUri().equals(registration.jwksUri()))
                .map(entry -> entry.copy().get());
    }

    private Entry entry(String jwksUri) {
        AtomicReference<Copy> copy = new AtomicReference<>();
        return new Entry(jwksUri, source(jwksUri, copy), copy);
    }

    /** Fetches, and notes what came for {@link #copy}. */
    private Resource fetch(URL url, AtomicReference<Copy> copy) throws IOException {
        Resource resource = retriever.retrieveResource(url);
        try {
            List<String> ids = JWKSet.parse(resource.getContent()).getKeys().stream()
                    .map(key -> String.valueOf(key.getKeyID()))
                    .toList();
            copy.set(new Copy(clock.instant(), ids));
        } catch (ParseException noKeySet) {
            return resource; // whoever asked finds out; what we hold stays what it was
        }
        return resource;
    }

    /** No refreshing ahead: that would keep a thread for every platform. */
    private JWKSource<SecurityContext> source(String jwksUri, AtomicReference<Copy> copy) {
        try {
            JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                            URI.create(jwksUri).toURL(), url -> fetch(url, copy))
                    .cache(timing.cached().toMillis(), Duration.ofSeconds(15).toMillis())
                    .refreshAheadCache(false)
                    .rateLimited(timing.interval().toMillis())
                    .outageTolerant(timing.outage().toMillis())
                    .retrying(true)
                    .build();
            return new LimitedKeySource(keys);
        } catch (MalformedURLException e) {
            throw new IllegalStateException("registration with an unusable key set address", e);
        }
    }
}
