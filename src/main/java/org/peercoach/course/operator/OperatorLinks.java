package org.peercoach.course.operator;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.peercoach.audit.AuditEntry;
import org.peercoach.audit.AuditTrail;
import org.peercoach.course.session.Utc;
import org.peercoach.shared.Seals;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which links were used; each works once, on whichever node. */
@Component
class OperatorLinks {

    private final Seals seals;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    OperatorLinks(Seals seals, JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.seals = seals;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the link would open the tool. Changes nothing. */
    boolean opens(String sealed) {
        Optional<String> id = OperatorLink.open(seals, sealed);
        return id.isPresent()
                && jdbc.sql("select 1 from course_operator_link where id = ?")
                        .param(id.get())
                        .query(Integer.class)
                        .optional()
                        .isEmpty();
    }

    /** Uses the link up, and notes it; of two at once one succeeds. */
    @Transactional
    public boolean use(String sealed) {
        Optional<String> id = OperatorLink.open(seals, sealed);
        if (id.isEmpty()) {
            return false;
        }
        try {
            jdbc.sql("delete from course_operator_link where used_at < ?")
                    .param(Utc.of(clock.instant().minus(Duration.ofDays(1))))
                    .update();
            jdbc.sql("insert into course_operator_link (id, used_at) values (?, ?)")
                    .params(id.get(), Utc.of(clock.instant()))
                    .update();
        } catch (DuplicateKeyException e) {
            return false;
        }
        audit.note(new AuditEntry(null, null, "operator", "operator.entered", null, null));
        return true;
    }
}
