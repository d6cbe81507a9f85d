package org.peercoach.notifications;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.peercoach.course.Member;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The latest mails to a person, for that person. */
@Component
class SentMails {

    private static final int SHOWN = 10;

    private final JdbcClient jdbc;

    SentMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param state WAITING, SENT or DROPPED; what is under way waits */
    record Sent(String subject, String when, String state) {}

    List<Sent> latest(Member member) {
        return jdbc.sql("select m.subject, m.state, coalesce(m.sent_at, m.created_at) as at_time"
                        + " from notifications_mail m join course_person p on p.id = m.person_id"
                        + " where m.person_id = ? and p.district_id = ? order by m.id desc limit " + SHOWN)
                .params(member.person(), member.district())
                .query((row, index) -> new Sent(
                        row.getString("subject"),
                        when(Utc.require(row, "at_time"), member),
                        row.getString("state").equals("SENDING") ? "WAITING" : row.getString("state")))
                .list();
    }

    private static String when(Instant at, Member member) {
        Locale locale = LocaleContextHolder.getLocale();
        return DateTimeFormatter.ofPattern("d MMMM, H:mm", locale)
                .withZone(member.zone())
                .format(at);
    }
}
