package org.peercoach.notifications;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Member;
import org.peercoach.course.data.KeptData;
import org.peercoach.course.data.KeptDataProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A person's wishes and addresses, what was mailed to them, and what they were reminded of in this course. */
@Component
class NotificationsData implements KeptDataProvider {

    private final JdbcClient jdbc;

    NotificationsData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<KeptData> of(Member member) {
        return List.of(
                new KeptData(
                        "mailSettings",
                        "notifications.data.settings",
                        rows(
                                "select source as uses, own_address as \"ownAddress\", pending_address as \"addressToConfirm\","
                                        + " switched_off as off, reminders, messages, at_once as \"atOnce\","
                                        + " refused_address as \"refusedAddress\", changed_at as \"changedAt\""
                                        + " from notifications_person where person_id = ?",
                                member.person())),
                new KeptData(
                        "mails",
                        "notifications.data.mails",
                        rows(
                                "select kind, address, subject, body_text as text, state, reason, tries,"
                                        + " created_at as \"createdAt\", sent_at as \"sentAt\", message_id as \"messageId\""
                                        + " from notifications_mail where person_id = ? order by id",
                                member.person())),
                new KeptData(
                        "mailMessages",
                        "notifications.data.items",
                        rows(
                                "select sender_id as \"fromMember\", message, said_at as \"saidAt\" from notifications_item"
                                        + " where member_id = ? order by id",
                                member.id().value())),
                new KeptData(
                        "reminders",
                        "notifications.data.reminders",
                        rows(
                                "select session_number as session, due_on as due, stage from notifications_reminder"
                                        + " where member_id = ? order by due_on, session_number, stage",
                                member.id().value())));
    }

    private List<Map<String, @Nullable Object>> rows(String sql, long id) {
        return jdbc.sql(sql).param(id).query().listOfRows().stream()
                .map(row -> {
                    Map<String, @Nullable Object> one = new LinkedHashMap<>();
                    row.forEach((name, value) -> one.put(name, plain(value)));
                    return one;
                })
                .toList();
    }

    /** Times are UTC, as everywhere in the file. */
    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof java.sql.Timestamp time) {
            return time.toLocalDateTime().toInstant(java.time.ZoneOffset.UTC);
        }
        if (value instanceof java.time.LocalDateTime time) {
            return time.toInstant(java.time.ZoneOffset.UTC);
        }
        return value instanceof java.sql.Date day ? day.toLocalDate().toString() : value;
    }
}
