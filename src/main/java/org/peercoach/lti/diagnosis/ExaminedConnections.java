package org.peercoach.lti.diagnosis;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.registration.RegistrationCatalog;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The connections of a district and their examinations. Another district's are not there. */
@Component
public class ExaminedConnections {

    /** Ruling 29. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private static final String SELECT = "select d.id, d.registration_id, d.deployment_id, r.name,"
            + " r.authorization_endpoint, c.finished_at, c.findings from lti_deployment d"
            + " join lti_registration r on r.id = d.registration_id"
            + " left join lti_connection_check c on c.deployment_id = d.id where d.district_name = :district"
            + " and d.status in ('APPROVED', 'DISABLED')";
    private static final RowMapper<Connection> ROW = (row, index) -> new Connection(
            row.getLong("id"),
            row.getLong("registration_id"),
            row.getString("name"),
            row.getString("deployment_id"),
            origin(row.getString("authorization_endpoint")),
            instant(row),
            checks(row.getString("findings")));

    private final JdbcClient jdbc;
    private final RegistrationCatalog catalog;
    private final ConnectionDoctor doctor;
    private final Clock clock;

    ExaminedConnections(JdbcClient jdbc, RegistrationCatalog catalog, ConnectionDoctor doctor, Clock clock) {
        this.jdbc = jdbc;
        this.catalog = catalog;
        this.doctor = doctor;
        this.clock = clock;
    }

    /** The first {@code most} connections of a district, by id. */
    public List<Connection> of(String district, int most) {
        return jdbc.sql(SELECT + " order by d.id limit " + most)
                .param("district", district)
                .query(ROW)
                .list();
    }

    /** One connection, if it is this district's. */
    public Optional<Connection> one(String district, long deployment) {
        return jdbc.sql(SELECT + " and d.id = :id")
                .param("district", district)
                .param("id", deployment)
                .query(ROW)
                .optional();
    }

    /**
     * Examines a connection and keeps what was found.
     *
     * @param course where services can be tried
     * @return false if it is closed, or was examined less than 10 seconds ago, by whomever (ruling 29)
     */
    public boolean examine(Connection connection, Connection.Course course) {
        if (!isOpen(connection.deployment()) || !mayBegin(connection.deployment())) {
            return false;
        }
        List<ConnectionCheck> found = catalog.byId(connection.registration())
                .map(registration -> doctor.examine(registration, course))
                .orElse(List.of());
        jdbc.sql("update lti_connection_check set finished_at = ?, findings = ? where deployment_id = ?")
                .params(
                        utc(clock.instant()),
                        found.stream().map(ConnectionCheck::format).collect(Collectors.joining("\n")),
                        connection.deployment())
                .update();
        return true;
    }

    /** Proofs of who we are go to open connections only: of any other nobody has said that it is what it says. */
    private boolean isOpen(long deployment) {
        return jdbc.sql("select 1 from lti_deployment where id = ? and status = 'APPROVED'")
                .param(deployment)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private boolean mayBegin(long deployment) {
        Instant now = clock.instant();
        int begun = jdbc.sql(
                        "update lti_connection_check set started_at = ? where deployment_id = ? and started_at <= ?")
                .params(utc(now), deployment, utc(now.minus(PAUSE)))
                .update();
        return begun == 1 || isFirst(deployment, now);
    }

    private boolean isFirst(long deployment, Instant now) {
        try {
            return jdbc.sql("insert into lti_connection_check (deployment_id, started_at) values (?, ?)")
                            .params(deployment, utc(now))
                            .update()
                    == 1;
        } catch (DuplicateKeyException justExamined) {
            return false;
        }
    }

    private static List<ConnectionCheck> checks(@Nullable String findings) {
        return findings == null
                ? List.of()
                : findings.lines()
                        .map(ConnectionCheck::parse)
                        .filter(Objects::nonNull)
                        .toList();
    }

    private static @Nullable Instant instant(ResultSet row) throws SQLException {
        LocalDateTime at = row.getObject("finished_at", LocalDateTime.class);
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }

    /** As a browser writes it; null for an address that we would not lead anybody to. */
    static @Nullable String origin(String url) {
        try {
            URI uri = URI.create(url);
            if (uri.getHost() == null || uri.getScheme() == null || uri.getUserInfo() != null) {
                return null;
            }
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            int port = uri.getPort() == (scheme.equals("https") ? 443 : 80) ? -1 : uri.getPort();
            String origin = scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT);
            return port < 0 ? origin : origin + ":" + port;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
