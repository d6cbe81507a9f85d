package org.peercoach.audit;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the log of acts, the newest first. */
@Component
public class AuditLog {

    private static final int PORTION = 1000;
    private static final RowMapper<Noted> NOTED = (row, index) -> {
        long district = row.getLong("district_id");
        Long ofDistrict = row.wasNull() ? null : district;
        long course = row.getLong("course_id");
        Long inCourse = row.wasNull() ? null : course;
        return new Noted(
                row.getLong("id"),
                row.getObject("happened_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                new AuditEntry(
                        ofDistrict,
                        inCourse,
                        row.getString("actor"),
                        row.getString("act"),
                        row.getString("subject"),
                        row.getString("details")));
    };

    /** An act and when it was done. */
    public record Noted(long id, Instant at, AuditEntry entry) {}

    /**
     * Which acts.
     *
     * @param district only of this district, or null for all
     * @param act how the act's name begins; may be blank
     * @param actor who did it, exactly; may be blank
     * @param from not before this time, or null
     * @param to before this time, or null
     */
    public record Query(
            @Nullable Long district,
            String act,
            String actor,
            @Nullable Instant from,
            @Nullable Instant to) {}

    private final JdbcClient jdbc;

    AuditLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** At most so many, of those before this id or the newest for null. */
    public List<Noted> list(Query query, @Nullable Long before, int most) {
        List<Object> values = new ArrayList<>();
        StringBuilder sql = new StringBuilder(
                "select id, happened_at, district_id, course_id, actor, act, subject, details from audit_entry where 1 = 1");
        add(sql, values, " and district_id = ?", query.district());
        add(sql, values, " and act like ? escape '!'", query.act().isBlank() ? null : begins(query.act()));
        add(sql, values, " and actor = ?", query.actor().isBlank() ? null : query.actor());
        add(sql, values, " and happened_at >= ?", utc(query.from()));
        add(sql, values, " and happened_at < ?", utc(query.to()));
        add(sql, values, " and id < ?", before);
        sql.append(" order by id desc limit ").append(most);
        return jdbc.sql(sql.toString()).params(values).query(NOTED).list();
    }

    /** All of them, in portions: a long log is never held in memory. */
    public void each(Query query, Consumer<List<Noted>> reader) {
        Long before = null;
        List<Noted> portion;
        do {
            portion = list(query, before, PORTION);
            reader.accept(portion);
            before = portion.isEmpty() ? null : portion.getLast().id();
        } while (portion.size() == PORTION);
    }

    private static void add(StringBuilder sql, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
    }

    private static @Nullable LocalDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static String begins(String text) {
        return text.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
