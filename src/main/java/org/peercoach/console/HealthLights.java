package org.peercoach.console;

import java.sql.DatabaseMetaData;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.gradebook.QueueFigures;
import org.peercoach.lti.administration.DeploymentDesk;
import org.peercoach.lti.administration.KeyDesk;
import org.peercoach.shared.Settings;
import org.peercoach.shared.time.Times;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How the tool is, in words; each fault says what to do and who must do it (UX-A3). */
@Component
class HealthLights {

    private static final Duration QUIET = Duration.ofDays(14);
    private static final Duration SLOW = Duration.ofHours(1);
    private static final Duration CLOCKS_APART = Duration.ofSeconds(5);
    private static final Duration OLD_KEY = KeyDesk.AGE.plusDays(7);
    private static final String PREFIX = "console.health.";

    /**
     * One light.
     *
     * @param titleKey what it is about
     * @param textKey how it is, taking {@code args}
     * @param todoKey what to do and who must, or null when all is well
     */
    public record Light(
            String kind,
            String icon,
            String stateKey,
            String titleKey,
            String textKey,
            Object[] args,
            @Nullable String todoKey) {}

    private final DeploymentDesk deployments;
    private final QueueFigures queue;
    private final KeyDesk keys;
    private final Settings settings;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    HealthLights(
            DeploymentDesk deployments,
            QueueFigures queue,
            KeyDesk keys,
            Settings settings,
            JdbcTemplate jdbc,
            Clock clock) {
        this.deployments = deployments;
        this.queue = queue;
        this.keys = keys;
        this.settings = settings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Light> of(Caller caller, Times times) {
        QueueFigures.Figures figures = queue.of(caller.district());
        return List.of(
                database(),
                clocks(),
                launches(caller, times),
                scores(figures, times),
                delivery(figures, times),
                keys(times),
                secret(),
                version());
    }

    private Light database() {
        long start = System.nanoTime();
        jdbc.queryForObject("select 1", Integer.class);
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        String product = jdbc.execute((java.sql.Connection connection) -> {
            DatabaseMetaData data = connection.getMetaData();
            return data.getDatabaseProductName();
        });
        return "H2".equals(product) ? warn("database", "database.trial", millis) : ok("database", millis);
    }

    private Light clocks() {
        Long seconds = jdbc.queryForObject("select unix_timestamp()", Long.class);
        Duration apart = Duration.between(Instant.ofEpochSecond(seconds == null ? 0 : seconds), clock.instant())
                .abs();
        return apart.compareTo(CLOCKS_APART) > 0 ? bad("clock", apart.toSeconds()) : ok("clock");
    }

    private Light launches(Caller caller, Times times) {
        Optional<Instant> last = deployments.lastLaunch(caller.districtName());
        if (last.isEmpty()) {
            return plain("launch", "launch.never");
        }
        return isLongAgo(last.get())
                ? warn("launch", "launch.quiet", times.moment(last.get()))
                : ok("launch", times.moment(last.get()));
    }

    private Light scores(QueueFigures.Figures figures, Times times) {
        Instant last = figures.lastSent();
        return last == null ? plain("score", "score.never") : ok("score", times.moment(last));
    }

    private Light delivery(QueueFigures.Figures figures, Times times) {
        if (figures.failed() > 0) {
            return bad("queue", figures.waiting(), figures.failed());
        }
        Instant oldest = figures.oldestWaiting();
        return oldest != null && oldest.isBefore(clock.instant().minus(SLOW))
                ? warn("queue", "queue.slow", figures.waiting(), times.moment(oldest))
                : ok("queue", figures.waiting());
    }

    private Light keys(Times times) {
        KeyDesk.Key newest = keys.list().getFirst();
        return newest.createdAt().isBefore(clock.instant().minus(OLD_KEY))
                ? bad("keys", times.moment(newest.createdAt()))
                : ok(
                        "keys",
                        times.moment(newest.createdAt()),
                        times.moment(newest.createdAt().plus(KeyDesk.AGE)));
    }

    private Light secret() {
        long secrets = Arrays.stream(settings.secret().split(","))
                .filter(one -> !one.isBlank())
                .count();
        return secrets > 1 ? warn("secret", "secret.several", secrets) : ok("secret");
    }

    private static Light version() {
        String version = HealthLights.class.getPackage().getImplementationVersion();
        return version == null ? plain("version", "version.unreleased") : plain("version", "version.is", version);
    }

    private boolean isLongAgo(Instant at) {
        return at.isBefore(clock.instant().minus(QUIET));
    }

    private static Light ok(String what, Object... args) {
        return new Light("ok", "done", "console.health.ok", PREFIX + what, PREFIX + what + ".ok", args, null);
    }

    private static Light plain(String what, String text, Object... args) {
        return new Light("plain", "info", "console.health.plain", PREFIX + what, PREFIX + text, args, null);
    }

    private static Light warn(String what, String text, Object... args) {
        return new Light(
                "warn", "warning", "console.health.warn", PREFIX + what, PREFIX + text, args, PREFIX + text + ".todo");
    }

    private static Light bad(String what, Object... args) {
        return new Light(
                "bad",
                "refused",
                "console.health.bad",
                PREFIX + what,
                PREFIX + what + ".bad",
                args,
                PREFIX + what + ".bad.todo");
    }
}
