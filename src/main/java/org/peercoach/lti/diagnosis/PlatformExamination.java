package org.peercoach.lti.diagnosis;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peercoach.lti.diagnosis.ConnectionCheck.Light;
import org.peercoach.lti.diagnosis.ConnectionCheck.What;
import org.peercoach.lti.key.PlatformKeys;
import org.peercoach.lti.registration.Registration;
import org.peercoach.shared.GuardedHttp;
import org.peercoach.shared.Settings;
import org.springframework.stereotype.Component;

/** What can be seen of a platform without a token: its addresses, its keys and its clock. */
@Component
class PlatformExamination {

    private static final int MOST_KEYS_NAMED = 5;

    private final GuardedHttp http;
    private final PlatformKeys keys;
    private final Clock clock;
    private final ClockAllowance allowance;

    PlatformExamination(GuardedHttp http, PlatformKeys keys, Clock clock, Settings settings) {
        this.allowance = new ClockAllowance(settings.lti().clockSkewSeconds());
        this.http = http;
        this.keys = keys;
        this.clock = clock;
    }

    List<ConnectionCheck> examine(Registration registration) {
        List<ConnectionCheck> checks = new ArrayList<>();
        checks.add(loginAddress(registration));
        Optional<GuardedHttp.Answer> answer = keySet(registration, checks);
        answer.ifPresentOrElse(
                found -> checks.add(clock(found)), () -> checks.add(ConnectionCheck.unknown(What.CLOCK, "NO_ANSWER")));
        return checks;
    }

    /** Any answer will do: without a login there is nothing to see. Browsers go there, so a private address may be right. */
    private ConnectionCheck loginAddress(Registration registration) {
        try {
            http.send(GuardedHttp.Request.get(registration.authorizationEndpoint(), Map.of()));
            return ConnectionCheck.good(What.LOGIN_ADDRESS);
        } catch (GuardedHttp.Failed failed) {
            return switch (failed.kind()) {
                case TOO_LARGE -> ConnectionCheck.good(What.LOGIN_ADDRESS);
                case BLOCKED_ADDRESS ->
                    ConnectionCheck.of(
                            What.LOGIN_ADDRESS, Light.DOUBTFUL, failed.kind().name());
                default -> ConnectionCheck.bad(What.LOGIN_ADDRESS, failed.kind().name());
            };
        }
    }

    private Optional<GuardedHttp.Answer> keySet(Registration registration, List<ConnectionCheck> checks) {
        try {
            GuardedHttp.Answer answer =
                    http.send(GuardedHttp.Request.get(registration.jwksUri(), Map.of("Accept", "application/json")));
            if (answer.status() == 200) {
                published(answer, registration, checks);
            } else {
                checks.add(ConnectionCheck.bad(What.KEY_SET, "STATUS", answer.status()));
                checks.add(ConnectionCheck.unknown(What.KEYS, "NO_KEY_SET"));
            }
            return Optional.of(answer);
        } catch (GuardedHttp.Failed failed) {
            checks.add(ConnectionCheck.bad(What.KEY_SET, failed.kind().name()));
            checks.add(ConnectionCheck.unknown(What.KEYS, "NO_KEY_SET"));
            return Optional.empty();
        }
    }

    private void published(GuardedHttp.Answer answer, Registration registration, List<ConnectionCheck> checks) {
        try {
            List<String> ids = JWKSet.parse(answer.body()).getKeys().stream()
                    .filter(RSAKey.class::isInstance)
                    .map(JWK::getKeyID)
                    .filter(id -> id != null && !id.isBlank())
                    .toList();
            checks.add(
                    ids.isEmpty()
                            ? ConnectionCheck.bad(What.KEY_SET, "NO_KEYS")
                            : ConnectionCheck.good(What.KEY_SET, ids.size(), named(ids)));
            checks.add(copy(ids, registration));
        } catch (ParseException e) {
            checks.add(ConnectionCheck.bad(What.KEY_SET, "WRONG_TYPE"));
            checks.add(ConnectionCheck.unknown(What.KEYS, "NO_KEY_SET"));
        }
    }

    /** Our own copy beside what is published now. */
    private ConnectionCheck copy(List<String> published, Registration registration) {
        Optional<PlatformKeys.Copy> copy = keys.copy(registration);
        if (copy.isEmpty()) {
            return ConnectionCheck.unknown(What.KEYS, "NOT_READ_YET");
        }
        long minutes = Math.max(
                0, Duration.between(copy.get().readAt(), clock.instant()).toMinutes());
        return Collections.disjoint(copy.get().keyIds(), published)
                ? ConnectionCheck.of(What.KEYS, Light.DOUBTFUL, "ROTATED", minutes, named(published))
                : ConnectionCheck.good(What.KEYS, minutes, named(copy.get().keyIds()));
    }

    private static String named(List<String> ids) {
        String named = String.join(", ", ids.subList(0, Math.min(ids.size(), MOST_KEYS_NAMED)));
        String shown = Masked.text(named);
        return shown == null ? "" : shown;
    }

    /** The Date of an answer is to the second, and one out of a store is as old as its Age says (RFC 9110, 6.6.1). */
    private ConnectionCheck clock(GuardedHttp.Answer answer) {
        Optional<Instant> theirs = answer.header("date").flatMap(PlatformExamination::date);
        if (theirs.isEmpty()) {
            return ConnectionCheck.unknown(What.CLOCK, "NO_DATE");
        }
        long age = answer.header("age").map(PlatformExamination::seconds).orElse(0L);
        long ahead =
                Duration.between(clock.instant(), theirs.get().plusSeconds(age)).toSeconds();
        long apart = Math.abs(ahead);
        Light light = allowance.light(apart);
        return light == Light.GOOD
                ? ConnectionCheck.good(What.CLOCK, apart)
                : ConnectionCheck.of(What.CLOCK, light, ahead > 0 ? "AHEAD" : "BEHIND", apart, allowance.seconds());
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static long seconds(String text) {
        return text.matches("\\d{1,9}") ? Long.parseLong(text) : 0;
    }
}
