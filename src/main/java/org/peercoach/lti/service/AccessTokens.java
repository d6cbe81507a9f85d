package org.peercoach.lti.service;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.PlatformFault;
import org.peercoach.lti.registration.Registration;

/**
 * Access tokens, kept until shortly before they expire: one for all calls of a registration with the same scopes,
 * asked for once however many callers wait (LTI-A2). A refusal is kept as well, for a short time: see
 * {@link TokenRefusal}.
 */
class AccessTokens {

    /** A replacement that is refused as well, within this time, tells that the token is not what is wrong. */
    private static final Duration NO_NEW_REPLACEMENT = Duration.ofMinutes(5);

    /** All that a request says, so that a corrected registration asks anew. */
    private record Key(
            long registrationId, String tokenEndpoint, String clientId, String audience, Set<String> scopes) {

        static Key of(Registration registration, Set<String> scopes) {
            return new Key(
                    registration.id(),
                    registration.tokenEndpoint(),
                    registration.clientId(),
                    registration.audience(),
                    Set.copyOf(scopes));
        }
    }

    private final TokenRequests requests;
    private final Clock clock;
    private final Cache<Key, Slot> slots = Caffeine.newBuilder()
            .expireAfterAccess(Duration.ofHours(2))
            .maximumSize(100_000)
            .build();

    AccessTokens(TokenRequests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    /** @throws PlatformFault if the platform gives none */
    AccessToken get(Registration registration, Set<String> scopes) {
        return slot(registration, scopes).get(registration, scopes);
    }

    /** A fresh token in place of one that was refused; null when that one was such a replacement itself. */
    @Nullable
    AccessToken replace(AccessToken refused, Registration registration, Set<String> scopes) {
        return slot(registration, scopes).replace(refused, registration, scopes);
    }

    /** Somebody says that it may work now: what was refused to this queue's registrations is asked for again. */
    void forgetRefusals(String queue) {
        slots.asMap().values().stream().filter(slot -> slot.queue.equals(queue)).forEach(slot -> slot.refusal = null);
    }

    private Slot slot(Registration registration, Set<String> scopes) {
        return slots.get(Key.of(registration, scopes), key -> new Slot(QueueNames.of(registration)));
    }

    /** One cached token; callers who waited for the same request share its outcome, also its failure. */
    private final class Slot {

        private final String queue;
        private final ReentrantLock lock = new ReentrantLock();
        private volatile @Nullable AccessToken token;
        private volatile @Nullable PlatformFault fault;
        private volatile @Nullable TokenRefusal refusal;
        private volatile int requested;

        Slot(String queue) {
            this.queue = queue;
        }

        AccessToken get(Registration registration, Set<String> scopes) {
            AccessToken kept = usable();
            if (kept != null) {
                return kept;
            }
            int seen = requested;
            lock.lock();
            try {
                kept = usable();
                return kept != null ? kept : request(seen, registration, scopes);
            } finally {
                lock.unlock();
            }
        }

        @Nullable
        AccessToken replace(AccessToken refused, Registration registration, Set<String> scopes) {
            int seen = requested;
            lock.lock();
            try {
                AccessToken kept = usable();
                if (kept != null && !kept.value().equals(refused.value())) {
                    return kept;
                }
                Instant now = clock.instant();
                if (refused.replacement() && now.isBefore(refused.obtainedAt().plus(NO_NEW_REPLACEMENT))) {
                    return null;
                }
                token = null;
                AccessToken fresh = request(seen, registration, scopes).asReplacement();
                token = fresh;
                return fresh;
            } finally {
                lock.unlock();
            }
        }

        private @Nullable AccessToken usable() {
            AccessToken kept = token;
            return kept != null && kept.usableAt(clock.instant()) ? kept : null;
        }

        private AccessToken request(int seen, Registration registration, Set<String> scopes) {
            PlatformFault shared = fault;
            if (requested != seen && shared != null) {
                throw shared;
            }
            TokenRefusal known = refusal;
            if (known != null && known.holdsAt(clock.instant())) {
                throw known.again(clock.instant());
            }
            try {
                AccessToken fresh = requests.request(registration, scopes);
                token = fresh;
                fault = null;
                refusal = null;
                return fresh;
            } catch (PlatformFault failed) {
                fault = failed;
                refusal = TokenRefusal.of(failed, clock.instant());
                throw failed;
            } finally {
                requested++;
            }
        }
    }
}
