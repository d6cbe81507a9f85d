package org.peercoach.training;

import java.time.Instant;
import org.peercoach.course.Member;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes rows unless they are there, in the caller's transaction: of two tabs at once one inserts and neither fails. Times
 * go in as UTC without a zone, so that no driver converts anything.
 */
@Component
class FreshRows {

    private final JdbcClient jdbc;

    FreshRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void ensure(Member member, SessionContent session, Instant now) {
        jdbc.sql("""
                        insert into training_session_state (course_id, member_id, session_number, points, changed_at)
                        values (?, ?, ?, 0, ?)
                        on duplicate key update member_id = member_id""")
                .params(member.course().value(), member.id().value(), session.number(), Utc.of(now))
                .update();
    }

    void ensure(Member member, ActivityContent activity, Instant now) {
        jdbc.sql("""
                        insert into training_activity_state
                          (course_id, member_id, activity_id, content_version, shared, version, started_at, changed_at)
                        values (?, ?, ?, ?, false, 0, ?, ?)
                        on duplicate key update member_id = member_id""")
                .params(member.course().value(), member.id().value(), activity.id(), activity.version())
                .params(Utc.of(now), Utc.of(now))
                .update();
    }
}
