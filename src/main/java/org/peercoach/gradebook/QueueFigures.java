package org.peercoach.gradebook;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the delivery of points is, in figures; nobody's points. */
@Component
public class QueueFigures {

    private static final String OF_DISTRICT =
            " join course_course c on c.id = s.course_id and c.district_id = :district";

    /**
     * The figures.
     *
     * @param waiting scores on their way
     * @param failed scores that somebody must look at
     * @param oldestWaiting since when the oldest waits, or null
     * @param lastSent when the LMS last confirmed one, or null
     */
    public record Figures(
            long waiting,
            long failed,
            @Nullable Instant oldestWaiting,
            @Nullable Instant lastSent) {}

    private final JdbcClient jdbc;

    QueueFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of one district, or of all for null. */
    public Figures of(@Nullable Long district) {
        return new Figures(
                count("'WAITING', 'SENDING'", district),
                count("'FAILED'", district),
                time("min(s.state_at)", " and s.state in ('WAITING', 'SENDING')", district),
                time("max(s.confirmed_at)", "", district));
    }

    private long count(String states, @Nullable Long district) {
        return ask("select count(*) from gradebook_score s", " and s.state in (" + states + ")", district)
                .query(Long.class)
                .single();
    }

    private @Nullable Instant time(String what, String which, @Nullable Long district) {
        return ask("select " + what + " as at_time from gradebook_score s", which, district)
                .query((row, index) -> java.util.Optional.ofNullable(row.getObject("at_time", LocalDateTime.class)))
                .single()
                .map(stored -> stored.toInstant(ZoneOffset.UTC))
                .orElse(null);
    }

    private JdbcClient.StatementSpec ask(String select, String which, @Nullable Long district) {
        JdbcClient.StatementSpec statement =
                jdbc.sql(select + (district == null ? "" : OF_DISTRICT) + " where 1 = 1" + which);
        return district == null ? statement : statement.param("district", district);
    }
}
