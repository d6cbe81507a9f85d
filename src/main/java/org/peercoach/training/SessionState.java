package org.peercoach.training;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The points of one member in one session. Its row is the lock under which they are counted. */
@Entity
@Table(name = "training_session_state")
class SessionState {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long courseId;
    private long memberId;
    private int sessionNumber;
    private int points;

    @JdbcTypeCode(SqlTypes.TIMESTAMP)
    private Instant changedAt = Instant.EPOCH;

    protected SessionState() {}

    void count(int counted, Instant now) {
        points = counted;
        changedAt = now;
    }
}
