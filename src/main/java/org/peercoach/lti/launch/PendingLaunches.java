package org.peercoach.lti.launch;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.shared.Seals;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;

/**
 * Logins that are under way. Nothing is stored here: the state carries all, sealed, and the browser holds a secret of
 * which the state knows the hash (LTI-L7; ruling 14).
 */
@Component
class PendingLaunches implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    /** How long a person may take to sign in at the LMS. */
    static final Duration LIFE = Duration.ofMinutes(10);

    private static final String USE = "lti state";
    /** Longer than a launch may last, so that a late one is told from a forged one. */
    private static final Duration READABLE = Duration.ofDays(1);

    private static final String LOGIN = "login";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Seals seals;
    private final Clock clock;

    PendingLaunches(Seals seals, Clock clock) {
        this.seals = seals;
        this.clock = clock;
    }

    /** A login that was just begun, and what the browser is to keep. */
    record Begun(PendingLaunch pending, String state, String secret) {}

    /** Begins: draws nonce and browser secret (192 and 256 bits of chance) and seals the state. */
    Begun begin(LoginInitiation login, long registrationId) {
        Instant now = clock.instant();
        byte[] random = new byte[24 + 32];
        RANDOM.nextBytes(random);
        String nonce = UsedNonces.begun(now) + base64(Arrays.copyOfRange(random, 0, 24));
        String secret = base64(Arrays.copyOfRange(random, 24, random.length));
        PendingLaunch pending = new PendingLaunch(
                nonce,
                BrowserSecrets.sha256(secret),
                registrationId,
                login.targetLinkUri(),
                login.deploymentId(),
                login.storageTarget(),
                login.again(),
                Instant.ofEpochSecond(now.getEpochSecond()),
                login.hints().portable() ? login.hints() : null);
        return new Begun(pending, seals.seal(USE, pending.format(), READABLE), secret);
    }

    /** What the state promises; empty when it is not ours. It may be late: see {@link #isLate}. */
    Optional<PendingLaunch> open(String state) {
        return seals.open(USE, state).map(PendingLaunch::parse);
    }

    /** Whether more time has passed than a launch may take. */
    boolean isLate(PendingLaunch pending) {
        return clock.instant().isAfter(pending.at().plus(LIFE));
    }

    /** Attributes of an authorization request that carry the login to {@link #begunBy}. */
    static Map<String, Object> attributes(Begun begun) {
        return Map.of(LOGIN, begun);
    }

    private static Begun begunBy(OAuth2AuthorizationRequest authorization) {
        if (authorization.getAttribute(LOGIN) instanceof Begun begun) {
            return begun;
        }
        throw new IllegalArgumentException("not an authorization request of a launch");
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest authorization,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (authorization != null) {
            Begun begun = begunBy(authorization);
            BrowserSecrets.keep(begun.state(), begun.secret(), request, response);
            StoragePage.remember(begun, request);
        }
    }

    /** The launch is read by {@link LtiLaunchAuthenticationConverter}, not by the filters of the code grant. */
    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return null;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
