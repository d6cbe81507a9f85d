package org.peercoach.training;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A trainer's word on one person's activity, which counts instead of the work.
 *
 * @param complete whether it counts as complete or as not complete
 * @param reason why; the person reads it, too
 * @param by the trainer, as a member of the course
 */
@Embeddable
record Decision(
        @Column(name = "decided_complete") boolean complete,
        @Column(name = "decided_reason") String reason,
        @Column(name = "decided_by") long by,

        @Column(name = "decided_at") @JdbcTypeCode(SqlTypes.TIMESTAMP)
        Instant at) {

    static final int LONGEST_REASON = 500;

    /** Null where nothing was decided. */
    static @Nullable Decision of(ResultSet row) throws SQLException {
        Boolean complete = row.getObject("decided_complete", Boolean.class);
        return complete == null
                ? null
                : new Decision(
                        complete,
                        row.getString("decided_reason"),
                        row.getLong("decided_by"),
                        Utc.require(row, "decided_at"));
    }
}
