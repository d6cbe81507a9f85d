package org.peercoach.training.certificate;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The hours that each district prints on certificates issued from now on. */
@Component
class DistrictHours {

    private final JdbcClient jdbc;
    private final Clock clock;

    DistrictHours(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Hours of(long district) {
        return jdbc.sql("select session_hours, task_hours from training_certificate_hours where district_id = ?")
                .param(district)
                .query((row, index) -> new Hours(row.getInt("session_hours"), row.getInt("task_hours")))
                .optional()
                .orElse(Hours.USUAL);
    }

    void keep(long district, Hours hours) {
        jdbc.sql("insert into training_certificate_hours (district_id, session_hours, task_hours, changed_at)"
                        + " values (?, ?, ?, ?) on duplicate key update session_hours = values(session_hours),"
                        + " task_hours = values(task_hours), changed_at = values(changed_at)")
                .params(
                        district,
                        hours.sessions(),
                        hours.tasks(),
                        LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }
}
