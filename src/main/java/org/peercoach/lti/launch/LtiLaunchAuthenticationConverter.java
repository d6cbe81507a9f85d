package org.peercoach.lti.launch;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.registration.Registration;
import org.peercoach.lti.registration.RegistrationCatalog;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.stereotype.Component;

/**
 * Reads the platform's answer as far as nobody else need be asked: size, state, proof of the browser, and only then an
 * error of the platform. Everything dearer comes after it (LTI-T1, T2, T32, C6).
 */
@Component
class LtiLaunchAuthenticationConverter implements AuthenticationConverter {

    /** Form field in which the storage page brings the browser's secret. */
    static final String STORAGE_SECRET = "storage_secret";

    private static final int LONGEST_TOKEN = 64 * 1024;
    private static final int LONGEST_BODY = 4 * LONGEST_TOKEN;
    private static final int LONGEST_ERROR = 300;

    private final PendingLaunches launches;
    private final RegistrationCatalog catalog;
    private final UsedNonces nonces;
    private final Clock clock;

    LtiLaunchAuthenticationConverter(
            PendingLaunches launches, RegistrationCatalog catalog, UsedNonces nonces, Clock clock) {
        this.launches = launches;
        this.catalog = catalog;
        this.nonces = nonces;
        this.clock = clock;
    }

    @Override
    public Authentication convert(HttpServletRequest request) {
        if (!request.getMethod().equals("POST")) {
            throw LaunchRefused.of(Refusal.LAUNCH_DIRECT, "LTI-L4");
        }
        String idToken = sized(request);
        String state = request.getParameter("state");
        PendingLaunch pending = pending(state);
        boolean byStorage = proveBrowser(request, new Answered(pending, String.valueOf(state), idToken));
        if (request.getParameter("error") != null) {
            throw error(request, pending);
        }
        if (idToken == null) {
            throw known(LaunchRefused.of(Refusal.LAUNCH_UNREADABLE, "LTI-T1"), pending);
        }
        return new LaunchAnswer(pending, String.valueOf(state), idToken, byStorage);
    }

    /** What was answered, before the browser is proved. */
    record Answered(
            PendingLaunch pending, String state, @Nullable String idToken) {}

    /** LTI-T32. The length of the body is looked at first, since reading a parameter reads all of it. */
    private static @Nullable String sized(HttpServletRequest request) {
        if (request.getContentLengthLong() > LONGEST_BODY) {
            throw LaunchRefused.of(Refusal.LAUNCH_TOO_LARGE, "LTI-T32");
        }
        String idToken = firstParameter(request);
        if (idToken != null && idToken.length() > LONGEST_TOKEN) {
            throw LaunchRefused.of(Refusal.LAUNCH_TOO_LARGE, "LTI-T32");
        }
        return idToken;
    }

    private static @Nullable String firstParameter(HttpServletRequest request) {
        try {
            return request.getParameter("id_token");
        } catch (IllegalStateException e) { // the container stopped reading: too much, or no form at all
            throw LaunchRefused.of(Refusal.LAUNCH_TOO_LARGE, "LTI-T32");
        }
    }

    /** LTI-T1, L7. */
    private PendingLaunch pending(@Nullable String state) {
        PendingLaunch pending = state == null || state.length() > LONGEST_TOKEN
                ? null
                : launches.open(state).orElse(null);
        if (pending == null) {
            throw LaunchRefused.of(Refusal.LAUNCH_STATE, "LTI-T1");
        }
        if (launches.isLate(pending)) {
            Duration age = Duration.between(pending.at(), clock.instant());
            Fault fault = new Fault("LTI-T1", Refusal.LAUNCH_EXPIRED)
                    .comparing(PendingLaunches.LIFE.toSeconds() + " s", age.toSeconds() + " s");
            throw known(LaunchRefused.of(fault, age.toMinutes()), pending);
        }
        return pending;
    }

    /** LTI-C6: our cookie, or the secret that the platform's storage kept. True when it was the latter. */
    private boolean proveBrowser(HttpServletRequest request, Answered answer) {
        PendingLaunch pending = answer.pending();
        String kept = BrowserSecrets.of(answer.state(), request);
        if (kept != null && BrowserSecrets.matches(kept, pending)) {
            return false;
        }
        String stored = request.getParameter(STORAGE_SECRET);
        if (stored != null && pending.storageTarget() != null && BrowserSecrets.matches(stored, pending)) {
            return true;
        }
        if (nonces.isUsed(pending.nonce())) { // a page shown again after its cookie was taken away
            throw known(LaunchRefused.of(Refusal.LAUNCH_USED, "LTI-T1"), pending);
        }
        throw new BrowserNotProved(answer, registrationOf(pending), stored == null && kept == null);
    }

    /** LTI-T2. The platform's own words; the page escapes them. */
    private LaunchRefused error(HttpServletRequest request, PendingLaunch pending) {
        Fault fault = new Fault("LTI-T2", Refusal.LMS_ERROR).comparing("id_token", word(request.getParameter("error")));
        return known(
                LaunchRefused.of(
                        fault,
                        shortened(request.getParameter("error")),
                        shortened(request.getParameter("error_description"))),
                pending);
    }

    private LaunchRefused known(LaunchRefused refused, PendingLaunch pending) {
        return refused.from(registrationOf(pending));
    }

    private Registration registrationOf(PendingLaunch pending) {
        return catalog.byId(pending.registrationId())
                .orElseThrow(() -> LaunchRefused.of(Refusal.LMS_UNKNOWN, "LTI-L8", "–", "–"));
    }

    /** The error's name (OpenID Connect Core 1.0, 3.1.2.6); its description may speak of the person and is not kept. */
    private static @Nullable String word(@Nullable String error) {
        return error != null && error.matches("[a-z_]{1,60}") ? error : null;
    }

    private static String shortened(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return "–";
        }
        return text.length() > LONGEST_ERROR ? text.substring(0, LONGEST_ERROR) + "…" : text;
    }
}
