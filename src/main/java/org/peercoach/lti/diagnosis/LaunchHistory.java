package org.peercoach.lti.diagnosis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.diagnosis.LaunchNote.Browser;
import org.peercoach.lti.diagnosis.LaunchNote.Finding;
import org.peercoach.lti.diagnosis.LaunchNote.Origin;
import org.peercoach.lti.diagnosis.LaunchNote.Storage;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the log of launches. A district sees launches from its own deployments, and those that named no deployment of a
 * registration which is nobody else's; the operator sees all.
 */
@Component
public class LaunchHistory {

    private static final String SELECT = "select l.id, l.happened_at, l.result, l.reference, l.rules,"
            + " l.registration_id, l.deployment_name, l.message_type, l.expected, l.received, l.clock_seconds,"
            + " l.remark, l.cookie_came, l.storage, r.name, r.issuer, r.client_id from lti_launch_log l"
            + " left join lti_registration r on r.id = l.registration_id where 1 = 1";
    private static final String OF_DISTRICT = " and l.registration_id in (:registrations) and (l.deployment_id in"
            + " (select d.id from lti_deployment d where d.district_name = :district)"
            + " or (l.deployment_id is null and l.registration_id in (:own)))";
    private static final RowMapper<LoggedLaunch> ROW = (row, index) -> new LoggedLaunch(
            row.getLong("id"),
            row.getObject("happened_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
            note(row),
            lms(row));

    private final JdbcClient jdbc;

    LaunchHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Who reads.
     *
     * @param district name of the district whose launches may be seen, or null for the operator, who may see all
     */
    public record Reader(@Nullable String district) {

        /** The operator. */
        public static final Reader OPERATOR = new Reader(null);
    }

    /**
     * What is looked for.
     *
     * @param refusedOnly whether launches that opened are left out
     * @param reference the support code of a page, or null for any
     * @param result a result such as {@code LAUNCH-EXPIRED}, or null for any
     * @param from not before, or null
     * @param until before, or null
     * @param before only entries older than the one with this id; 0 for the newest
     * @param most how many at most
     */
    public record Query(
            boolean refusedOnly,
            @Nullable String reference,
            @Nullable String result,
            @Nullable Instant from,
            @Nullable Instant until,
            long before,
            int most) {}

    /** Newest first. */
    public List<LoggedLaunch> find(Reader reader, Query query) {
        StringBuilder sql = new StringBuilder(SELECT);
        Map<String, Object> values = new HashMap<>();
        bound(reader, sql, values);
        if (query.refusedOnly()) {
            sql.append(" and (l.result <> 'OPENED' or l.remark is not null)");
        }
        add(" and l.reference = :reference", "reference", query.reference(), sql, values);
        add(" and l.result = :result", "result", query.result(), sql, values);
        add(" and l.happened_at >= :from", "from", utc(query.from()), sql, values);
        add(" and l.happened_at < :until", "until", utc(query.until()), sql, values);
        add(" and l.id < :before", "before", query.before() == 0 ? null : query.before(), sql, values);
        sql.append(" order by l.id desc limit ").append(query.most());
        return jdbc.sql(sql.toString()).params(values).query(ROW).list();
    }

    /** One entry, if this reader may see it. */
    public Optional<LoggedLaunch> one(Reader reader, long id) {
        StringBuilder sql = new StringBuilder(SELECT).append(" and l.id = :id");
        Map<String, Object> values = new HashMap<>(Map.of("id", id));
        bound(reader, sql, values);
        return jdbc.sql(sql.toString()).params(values).query(ROW).optional();
    }

    private void bound(Reader reader, StringBuilder sql, Map<String, Object> values) {
        String district = reader.district();
        if (district == null) {
            return;
        }
        List<Long> registrations = registrations("district_name = :district", Map.of("district", district));
        List<Long> shared = registrations(
                "district_name <> :district and status = 'APPROVED' and registration_id in (:those)",
                Map.of("district", district, "those", orNone(registrations)));
        List<Long> own =
                registrations.stream().filter(one -> !shared.contains(one)).toList();
        sql.append(OF_DISTRICT);
        values.put("district", district);
        values.put("registrations", orNone(registrations));
        values.put("own", orNone(own));
    }

    private List<Long> registrations(String condition, Map<String, ?> values) {
        return jdbc.sql("select distinct registration_id from lti_deployment where " + condition)
                .params(values)
                .query((row, index) -> row.getLong(1))
                .list();
    }

    /** An empty list is no SQL; no row has this id. */
    private static List<Long> orNone(List<Long> ids) {
        return ids.isEmpty() ? List.of(-1L) : ids;
    }

    private static void add(
            String condition, String name, @Nullable Object value, StringBuilder sql, Map<String, Object> values) {
        if (value != null) {
            sql.append(condition);
            values.put(name, value);
        }
    }

    private static LaunchNote note(ResultSet row) throws SQLException {
        String rules = row.getString("rules");
        String storage = row.getString("storage");
        return new LaunchNote(
                row.getString("result"),
                row.getString("reference"),
                rules == null ? List.of() : Arrays.asList(rules.split(" ")),
                new Origin(
                        row.getLong("registration_id"),
                        null,
                        row.getString("deployment_name"),
                        row.getString("message_type")),
                new Finding(
                        row.getString("expected"),
                        row.getString("received"),
                        row.getObject("clock_seconds", Long.class),
                        row.getString("remark")),
                new Browser(
                        row.getObject("cookie_came", Boolean.class),
                        storage == null ? null : Storage.valueOf(storage)));
    }

    private static LoggedLaunch.@Nullable Lms lms(ResultSet row) throws SQLException {
        String name = row.getString("name");
        return name == null
                ? null
                : new LoggedLaunch.Lms(
                        row.getLong("registration_id"),
                        name,
                        Objects.requireNonNull(row.getString("issuer")),
                        Objects.requireNonNull(row.getString("client_id")));
    }

    private static @Nullable LocalDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
