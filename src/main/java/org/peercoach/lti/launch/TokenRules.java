package org.peercoach.lti.launch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Rules on the id_token as such: whose it is, for whom, when, and for which login (1EdTech Security Framework 1.0,
 * section 5.1.3). A launch that breaks one of these is believed in nothing else.
 */
final class TokenRules {

    /** The oldest that a token may be, whatever its own end says. */
    private static final Duration OLDEST = Duration.ofMinutes(10);

    private final long skew;

    /** @param skew how far the platform's clock may be off */
    TokenRules(Duration skew) {
        this.skew = skew.toSeconds();
    }

    List<LaunchRule> all() {
        List<LaunchRule> rules = new ArrayList<>(withoutLogin());
        rules.add(TokenRules::nonce);
        return List.copyOf(rules);
    }

    /** Those that also hold for a token which answers no login: a platform's notice. */
    List<LaunchRule> withoutLogin() {
        return List.of(
                TokenRules::issuer,
                TokenRules::audience,
                TokenRules::authorizedParty,
                this::expiry,
                this::issueTime,
                this::notBefore);
    }

    /** LTI-T8: "The Issuer Identifier for the Platform MUST exactly match the value of the iss Claim." */
    private static @Nullable Fault issuer(LaunchCheck launch) {
        String wanted = launch.registration().issuer();
        String got = launch.claims().text("iss");
        return wanted.equals(got) ? null : new Fault("LTI-T8", Refusal.LAUNCH_ISSUER).comparing(wanted, got);
    }

    /** LTI-T9: our client id, alone; whoever else is named is nobody that we trust. */
    private static @Nullable Fault audience(LaunchCheck launch) {
        JsonNode aud = launch.claims().get("aud");
        String us = launch.registration().clientId();
        boolean ours = aud.isArray()
                ? !aud.isEmpty() && aud.valueStream().allMatch(one -> us.equals(Claims.textOf(one)))
                : us.equals(Claims.textOf(aud));
        return ours ? null : new Fault("LTI-T9", Refusal.LAUNCH_AUDIENCE).comparing(us, names(aud));
    }

    /** LTI-T10: needed with several audiences; if it is there, it is us. */
    private static @Nullable Fault authorizedParty(LaunchCheck launch) {
        JsonNode azp = launch.claims().get("azp");
        boolean needed = launch.claims().get("aud").size() > 1;
        boolean right =
                azp.isMissingNode() ? !needed : launch.registration().clientId().equals(Claims.textOf(azp));
        return right
                ? null
                : new Fault("LTI-T10", Refusal.LAUNCH_AUDIENCE)
                        .comparing(launch.registration().clientId(), Claims.textOf(azp));
    }

    /** LTI-T11: {@code exp} is a number and not past. */
    private @Nullable Fault expiry(LaunchCheck launch) {
        JsonNode exp = launch.claims().get("exp");
        if (!exp.isNumber()) {
            return new Fault("LTI-T11", Refusal.LAUNCH_CLOCK);
        }
        double late = seconds(launch) - exp.asDouble();
        return late > skew ? new Fault("LTI-T11", Refusal.LAUNCH_EXPIRED).comparing(skew + " s", rounded(late)) : null;
    }

    /** LTI-T11: {@code iat} is a number, not in the future, and not long ago. */
    private @Nullable Fault issueTime(LaunchCheck launch) {
        JsonNode iat = launch.claims().get("iat");
        if (!iat.isNumber()) {
            return new Fault("LTI-T11", Refusal.LAUNCH_CLOCK);
        }
        double age = seconds(launch) - iat.asDouble();
        if (age < -skew) {
            return new Fault("LTI-T11", Refusal.LAUNCH_CLOCK).comparing(skew + " s", rounded(-age));
        }
        return age > OLDEST.toSeconds()
                ? new Fault("LTI-T11", Refusal.LAUNCH_EXPIRED).comparing(OLDEST.toSeconds() + " s", rounded(age))
                : null;
    }

    /** LTI-T11: {@code nbf}, which D2L sends, is not in the future. */
    private @Nullable Fault notBefore(LaunchCheck launch) {
        JsonNode nbf = launch.claims().get("nbf");
        if (nbf.isMissingNode()) {
            return null;
        }
        double early = nbf.isNumber() ? nbf.asDouble() - seconds(launch) : Double.MAX_VALUE;
        return early <= skew
                ? null
                : new Fault("LTI-T11", Refusal.LAUNCH_CLOCK)
                        .comparing(skew + " s", nbf.isNumber() ? rounded(early) : null);
    }

    /** LTI-T12: the nonce of this very login. That it is used once is the database's to say. */
    private static @Nullable Fault nonce(LaunchCheck launch) {
        return launch.pending().nonce().equals(launch.claims().text("nonce"))
                ? null
                : new Fault("LTI-T12", Refusal.LAUNCH_NONCE);
    }

    private static @Nullable String names(JsonNode aud) {
        return aud.isArray() ? String.join(", ", Claims.texts(aud)) : Claims.textOf(aud);
    }

    private static String rounded(double seconds) {
        return Math.round(seconds) + " s";
    }

    private static double seconds(LaunchCheck launch) {
        return launch.now().toEpochMilli() / 1000.0;
    }
}
