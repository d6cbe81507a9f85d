package org.peercoach.audit;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The audit log of a test that puts its parts together by hand. */
public final class TestAudit {

    private TestAudit() {}

    public static AuditTrail trail(DataSource database, Clock clock) {
        return new AuditTrail(new JdbcTemplate(database), clock);
    }
}
