package org.peercoach.lti.key;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
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

    private record Entry(String jwksUri, JWKSource<SecurityContext> keys) {}

    private final JwksRetriever retriever;
    private final Timing timing;
    private final Cache<Long, Entry> entries = Caffeine.newBuilder()
            .maximumSize(MOST_REGISTRATIONS)
            .expireAfterAccess(FORGOTTEN)
            .build();

    @Autowired
    PlatformKeys(GuardedHttp http) {
        this(http, Timing.USUAL);
    }

    PlatformKeys(GuardedHttp http, Timing timing) {
        this.retriever = new JwksRetriever(http);
        this.timing = timing;
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
                                    : new Entry(registration.jwksUri(), source(registration.jwksUri())));
        }
        return known.keys();
    }

    /** No refreshing ahead: that would keep a thread for every platform. */
    private JWKSource<SecurityContext> source(String jwksUri) {
        try {
            JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                            URI.create(jwksUri).toURL(), retriever)
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
