package org.peercoach.lti.launch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Nonces that have opened the tool: each does so once, on whichever node (LTI-T12). A nonce begins with the time of its
 * login, so that rows come and go at the ends of the one index that they have.
 */
@Component
class UsedNonces {

    /** Longer than any launch is open, so that no row goes while its state still counts. */
    private static final Duration KEPT = PendingLaunches.LIFE.plusMinutes(5);

    private static final int PURGED_AT_ONCE = 5000;

    private final JdbcClient jdbc;
    private final Clock clock;

    UsedNonces(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How a nonce begins whose login was at this time: eight hexadecimal digits, in the order of time until 2106. */
    static String begun(Instant at) {
        return "%08x".formatted(at.getEpochSecond());
    }

    /**
     * Uses it up, within the caller's transaction. A second node that tries meanwhile waits for the outcome.
     *
     * @throws LaunchRefused if it was used before
     */
    void consume(String nonce) {
        try {
            jdbc.sql("insert into lti_used_nonce (nonce, expires_at) values (?, ?)")
                    .params(nonce, utc(clock.instant().plus(KEPT)))
                    .update();
        } catch (DuplicateKeyException e) {
            throw LaunchRefused.of(Refusal.LAUNCH_USED, "LTI-T12");
        }
    }

    boolean isUsed(String nonce) {
        return jdbc.sql("select 1 from lti_used_nonce where nonce = ?")
                .param(nonce)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Drops what no state can bring back, in bites that hold no locks for long. */
    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT5M")
    void purge() {
        int gone;
        do {
            gone = jdbc.sql("delete from lti_used_nonce where nonce < ? limit " + PURGED_AT_ONCE)
                    .param(begun(clock.instant().minus(KEPT)))
                    .update();
        } while (gone == PURGED_AT_ONCE);
        jdbc.sql(
                        "delete from lti_used_nonce where nonce >= 'r-' and nonce < 's' and expires_at < ?") // installers' forms: few
                .param(utc(clock.instant()))
                .update();
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
