package org.peercoach.notifications;

import java.time.Clock;
import org.peercoach.audit.AuditEntry;
import org.peercoach.audit.AuditTrail;
import org.peercoach.course.CourseId;
import org.peercoach.course.Member;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cohorts without reminders, because their trainer says so. */
@Component
class Pauses {

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    Pauses(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    boolean paused(CourseId course) {
        return jdbc.sql("select 1 from notifications_course where course_id = ? and paused_at is not null")
                .param(course.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Pauses the reminders of the trainer's course, or lets them go on. */
    @Transactional
    public void set(Member trainer, boolean paused) {
        var now = Utc.of(clock.instant());
        jdbc.sql("insert into notifications_course (course_id, paused_at, changed_at) values (?, ?, ?)"
                        + " on duplicate key update paused_at = values(paused_at), changed_at = values(changed_at)")
                .param(trainer.course().value())
                .param(paused ? now : null)
                .param(now)
                .update();
        String act = paused ? "notifications.paused" : "notifications.resumed";
        audit.note(AuditEntry.ofPerson(trainer.district(), trainer.person(), act, null, null)
                .inCourse(trainer.course().value()));
    }
}
