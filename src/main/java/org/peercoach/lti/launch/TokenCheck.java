package org.peercoach.lti.launch;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.peercoach.lti.registration.Registration;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Signature, then rules: what comes out may be believed. */
@Component
class TokenCheck {

    private final IdTokens tokens;
    private final LaunchRules rules;
    private final LaunchReader reader;
    private final Clock clock;

    TokenCheck(IdTokens tokens, LaunchRules rules, LaunchReader reader, Clock clock) {
        this.tokens = tokens;
        this.rules = rules;
        this.reader = reader;
        this.clock = clock;
    }

    /** @throws LaunchRefused with every rule that the token breaks, and the way back if its message may be believed */
    Claims check(LaunchAnswer answer, Registration registration) {
        Claims claims = tokens.verify(answer.idToken(), registration);
        LaunchCheck launch = new LaunchCheck(claims, registration, answer.pending(), clock.instant());
        LaunchRules.Verdict verdict = rules.check(launch);
        if (!verdict.faults().isEmpty()) {
            throw LaunchRefused.of(verdict.faults(), args(verdict.faults(), launch))
                    .backTo(verdict.ofThisLogin() ? reader.returnUrl(claims) : null)
                    .about(facts(claims, answer));
        }
        return claims;
    }

    /** What the token says of its platform. */
    TokenFacts facts(Claims claims, LaunchAnswer answer) {
        return TokenFacts.of(claims, answer.pending(), clock.instant());
    }

    private static Object[] args(List<Fault> faults, LaunchCheck launch) {
        return switch (faults.getFirst().refusal()) {
            case LAUNCH_EXPIRED -> new Object[] {minutesSince(launch)};
            case LAUNCH_NOT_OFFERED ->
                new Object[] {
                    new DefaultMessageSourceResolvable(
                            "lti.refused.asked." + launch.claims().text(Claims.MESSAGE_TYPE))
                };
            default -> new Object[0];
        };
    }

    private static long minutesSince(LaunchCheck launch) {
        JsonNode iat = launch.claims().get("iat");
        double age = iat.isNumber() ? launch.now().getEpochSecond() - iat.asDouble() : 0;
        return Duration.ofSeconds((long) age).toMinutes();
    }
}
