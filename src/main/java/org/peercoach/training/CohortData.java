package org.peercoach.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Member;
import org.peercoach.course.data.KeptData;
import org.peercoach.course.data.KeptDataProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a cohort's life leaves about a member: messages, decisions, attendance, the address of a calendar. */
@Component
class CohortData implements KeptDataProvider {

    private static final String MESSAGES =
            "select message, sent_at as noted_at, dismissed_at as ended_at from training_nudge where ";
    private static final String DECISIONS = "select activity_id, decided_complete, decided_reason,"
            + " decided_at as noted_at from training_activity_state where decided_at is not null and ";
    private static final String PRESENT = "select m.session_number, m.starts_at as began_at, a.by_code, a.noted_at"
            + " from training_attendance a join training_meeting m on m.id = a.meeting_id where a.member_id = ?";
    private static final String FEED = "select made_at as noted_at from training_calendar_feed where member_id = ?";

    private final JdbcClient jdbc;

    CohortData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<KeptData> of(Member member) {
        return List.of(
                kept(member, "messages", "training.data.messages", MESSAGES + "member_id = ?"),
                kept(member, "messagesSent", "training.data.messages-sent", MESSAGES + "sender_id = ?"),
                kept(member, "decisions", "training.data.decisions", DECISIONS + "member_id = ?"),
                kept(member, "decisionsMade", "training.data.decisions-made", DECISIONS + "decided_by = ?"),
                kept(member, "attendance", "training.data.attendance", PRESENT),
                kept(member, "calendarAddress", "training.data.calendar", FEED));
    }

    private KeptData kept(Member member, String key, String title, String sql) {
        return new KeptData(
                key,
                title,
                jdbc.sql(sql)
                        .param(member.id().value())
                        .query((row, index) -> row(row))
                        .list());
    }

    private static Map<String, @Nullable Object> row(ResultSet row) throws SQLException {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            String name = row.getMetaData().getColumnLabel(column).toLowerCase(java.util.Locale.ROOT);
            values.put(
                    name,
                    name.endsWith("_at") ? at(row, column) : row.getString(column));
        }
        return values;
    }

    private static @Nullable Object at(ResultSet row, int column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
}
