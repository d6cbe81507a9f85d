package org.peercoach.training;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.peercoach.fixture.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changes rows of a cohort as time or much work would have done. */
record Cohort(JdbcClient jdbc) {

    /** As if the member had last worked, and had come here, so many days ago. */
    void quietFor(SignedIn who, int days) {
        LocalDateTime then = LocalDateTime.ofInstant(Instant.now(), ZoneOffset.UTC).minusDays(days);
        jdbc.sql("update training_activity_state set changed_at = ? where member_id = ?")
                .params(then, who.member().id().value())
                .update();
        jdbc.sql("update course_member set created_at = ? where id = ?")
                .params(then, who.member().id().value())
                .update();
    }

    /** As if the member had completed these. */
    void done(SignedIn who, List<String> activities) {
        LocalDateTime now = LocalDateTime.ofInstant(Instant.now(), ZoneOffset.UTC);
        activities.forEach(id -> jdbc.sql(
                        "insert into training_activity_state (course_id, member_id, activity_id, content_version, answer,"
                                + " version, started_at, changed_at, completed_at) values (?, ?, ?, 1, '{\"read\":\"yes\"}', 1, ?, ?, ?)"
                                + " on duplicate key update completed_at = values(completed_at)")
                .params(who.member().course().value(), who.member().id().value(), id, now, now, now)
                .update());
    }
}
