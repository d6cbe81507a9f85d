package org.peercoach.lti.registration;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.registration.DynamicRegistration.Change;
import org.peercoach.lti.registration.DynamicRegistration.Outcome;
import org.peercoach.shared.Seals;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Carries the outcome from the sent form to the last page inside its address, sealed: no session, and a reload is safe. */
@Component
class InstalledOutcomes {

    private static final String USE = "lti registration outcome";
    private static final Duration LIFE = Duration.ofMinutes(30);

    /**
     * What the last page tells.
     *
     * @param configuration address of the platform's configuration, for the frame
     */
    record Told(
            Change change,
            String issuer,
            String clientId,
            String district,
            @Nullable String productFamily,
            @Nullable String deploymentId,
            boolean missingScopes,
            String configuration) {}

    private final Seals seals;

    InstalledOutcomes(Seals seals) {
        this.seals = seals;
    }

    /** Path of the last page for this outcome. */
    String path(Outcome outcome, String configuration) {
        RegistrationRow row = outcome.registration();
        Told told = new Told(
                outcome.change(),
                row.issuer(),
                row.clientId(),
                row.districtName(),
                row.productFamily(),
                outcome.deploymentId(),
                outcome.missingScopes(),
                configuration);
        return "/lti/installed?outcome=" + seals.seal(USE, JsonMapper.shared().writeValueAsString(told), LIFE);
    }

    Optional<Told> read(String sealed) {
        return seals.open(USE, sealed).map(text -> JsonMapper.shared().readValue(text, Told.class));
    }
}
