package org.peercoach.training;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * The versions of a worksheet that were handed in.
 *
 * @param count how many there are
 * @param lastAt when the last one was handed in, or null
 * @param verdict what a trainer said of the last one, or null
 * @param marking whether the last one waits for a trainer or was marked; null for a worksheet that trainers do not see
 */
@Embeddable
record Versions(
        @Column(name = "versions") int count,
        @Column(name = "handed_in_at") @Nullable Instant lastAt,

        @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR) @Nullable
        Verdict verdict,

        @Nullable Integer marking) {

    /** In the column "marking": it waits for a trainer. */
    static final int WAITS = 1;

    /** It was marked. */
    static final int MARKED = 2;

    static final Versions NONE = new Versions(0, null, null, null);

    static Versions of(ResultSet row) throws SQLException {
        String verdict = row.getString("verdict");
        return new Versions(
                row.getInt("versions"),
                Utc.read(row, "handed_in_at"),
                verdict == null ? null : Verdict.valueOf(verdict),
                row.getObject("marking", Integer.class));
    }

    /** One more; if trainers see it, it waits for them from now on. */
    Versions next(Instant at, boolean marked) {
        return new Versions(count + 1, at, null, marked ? WAITS : null);
    }

    /** With a trainer's word on the last one; null takes the word back. */
    Versions judged(@Nullable Verdict given) {
        return new Versions(count, lastAt, given, given == null ? WAITS : MARKED);
    }

    /** Whether none was handed in yet. */
    boolean none() {
        return count == 0;
    }

    /** Whether a trainer said "not yet" to the last one. */
    boolean notYet() {
        return verdict == Verdict.NOT_YET;
    }

    /** Whether the last one waits for a trainer's word. */
    boolean waiting() {
        return marking != null && marking == WAITS;
    }
}
