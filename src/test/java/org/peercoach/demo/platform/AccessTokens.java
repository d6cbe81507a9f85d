package org.peercoach.demo.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Access tokens given out; forgotten at a restart, as a tool must bear. */
final class AccessTokens {

    static final Duration LIFE = Duration.ofHours(1);

    private record Granted(Set<String> scopes, Instant expires) {}

    private final Clock clock;
    private final Map<String, Granted> tokens = new ConcurrentHashMap<>();

    AccessTokens(Clock clock) {
        this.clock = clock;
    }

    String grant(List<String> scopes) {
        String token = Secrets.fresh();
        tokens.put(token, new Granted(Set.copyOf(scopes), clock.instant().plus(LIFE)));
        return token;
    }

    /** Whether the header carries a living token with one of the scopes. */
    boolean allow(@Nullable String authorization, List<String> anyOf) {
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            return false;
        }
        Granted granted = tokens.get(authorization.substring("Bearer ".length()));
        return granted != null
                && clock.instant().isBefore(granted.expires())
                && anyOf.stream().anyMatch(granted.scopes()::contains);
    }

    void forget() {
        tokens.clear();
    }
}
