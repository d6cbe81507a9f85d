package org.peercoach.lti.launch;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.peercoach.fixture.TestLaunches;
import org.peercoach.fixture.TestRegistrations;
import org.peercoach.fixture.TestTokens;

/** What rules look at, without HTTP: a launch that keeps all rules, of which each test spoils one thing. */
final class TestChecks {

    static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    static final String TARGET = "https://coaching.example.org/lti/launch";
    static final String NONCE = "nonce-of-this-login";

    private TestChecks() {}

    static PendingLaunch pending() {
        return pending(TARGET, null);
    }

    static PendingLaunch pending(String target, @Nullable String deploymentId) {
        return new PendingLaunch(NONCE, "hash", 7, target, deploymentId, null, false, NOW.minusSeconds(5), null);
    }

    static LaunchCheck check(TestLaunches launch) {
        return check(launch, pending());
    }

    static LaunchCheck check(TestLaunches launch, PendingLaunch pending) {
        return new LaunchCheck(claims(launch), TestRegistrations.oneSite(), pending, NOW);
    }

    static Claims claims(TestLaunches launch) {
        Map<String, Object> platform = new LinkedHashMap<>(TestLaunches.times(NOW));
        platform.put("iss", TestRegistrations.ISSUER);
        platform.put("aud", TestRegistrations.CLIENT_ID);
        platform.put("nonce", NONCE);
        platform.put(TestLaunches.LTI + "deployment_id", "1");
        platform.put(TestLaunches.LTI + "target_link_uri", TARGET);
        return claims(TestTokens.json(launch.completedBy(platform)));
    }

    static Claims claims(String json) {
        return new Claims(Objects.requireNonNull(StrictJson.object(json.getBytes(StandardCharsets.UTF_8))));
    }

    /** The faults as {@code LTI-T11 LAUNCH-CLOCK}. */
    static List<String> faults(List<LaunchRule> rules, LaunchCheck check) {
        return rules.stream()
                .map(rule -> rule.check(check))
                .filter(Objects::nonNull)
                .map(fault -> fault.rule() + " " + fault.refusal().code())
                .toList();
    }
}
