package org.peercoach.notifications;

import java.time.Clock;
import java.util.List;
import org.peercoach.course.Member;
import org.peercoach.shared.time.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The latest mails to a person, for that person. */
@Component
class SentMails {

    private static final int SHOWN = 10;

    private final JdbcClient jdbc;
    private final Clock clock;

    SentMails(JdbcClient jdbc, Clock clock) {
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** @param state WAITING, SENT or DROPPED; what is under way waits */
    record Sent(String subject, String when, String state) {}

    List<Sent> latest(Member member) {
        Times times = Times.of(member.zone(), clock.instant());
        return jdbc.sql("select m.subject, m.state, coalesce(m.sent_at, m.created_at) as at_time"
                        + " from notifications_mail m join course_person p on p.id = m.person_id"
                        + " where m.person_id = ? and p.district_id = ? order by m.id desc limit " + SHOWN)
                .params(member.person(), member.district())
                .query((row, index) -> new Sent(
                        row.getString("subject"),
                        times.moment(Utc.require(row, "at_time")),
                        row.getString("state").equals("SENDING") ? "WAITING" : row.getString("state")))
                .list();
    }
}
