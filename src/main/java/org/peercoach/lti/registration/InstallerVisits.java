package org.peercoach.lti.registration;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.shared.Seals;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the installer's page remembers between showing and sending, sealed into the form: it works in a frame that
 * refuses cookies, and nobody can send a form that we did not show. Each can be used once, within 30 minutes.
 */
@Component
class InstallerVisits {

    private static final String USE = "lti registration form";
    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * What the platform sent along.
     *
     * @param id of this showing of the form
     * @param configuration address of its OpenID configuration
     * @param token its registration token, or null
     */
    record Visit(String id, String configuration, @Nullable String token) {}

    private final Seals seals;
    private final JdbcClient jdbc;
    private final Clock clock;

    InstallerVisits(Seals seals, JdbcClient jdbc, Clock clock) {
        this.seals = seals;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A sealed form value for one sending. Neither part holds a space. */
    String seal(String configuration, @Nullable String token) {
        byte[] id = new byte[16];
        RANDOM.nextBytes(id);
        String text = "r-" + HexFormat.of().formatHex(id) + " " + configuration + " " + (token == null ? "" : token);
        return seals.seal(USE, text, LIFE);
    }

    /** The visit, unless the form is not ours or too old. */
    Optional<Visit> open(String sealed) {
        return seals.open(USE, sealed).map(text -> {
            String[] parts = text.split(" ", 3);
            return new Visit(parts[0], parts[1], parts[2].isEmpty() ? null : parts[2]);
        });
    }

    /** Uses the visit up; false if it was used before, on whichever node. */
    boolean use(Visit visit) {
        LocalDateTime expires = LocalDateTime.ofInstant(clock.instant().plus(LIFE), ZoneOffset.UTC);
        try {
            jdbc.sql("insert into lti_used_nonce (nonce, expires_at) values (?, ?)")
                    .params(visit.id(), expires)
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }
}
