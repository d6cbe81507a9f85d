package org.peercoach.training;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Member;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What trainers have typed about worksheets and not said yet: each sees the own words only. */
@Component
class MarkDrafts {

    private static final RowMapper<Draft> DRAFT = (row, index) -> new Draft(
            row.getLong("handed_in_id"),
            row.getString("verdict"),
            row.getString("comment") == null ? "" : row.getString("comment"),
            row.getInt("version"),
            Utc.require(row, "changed_at"));

    private final JdbcClient jdbc;
    private final Clock clock;

    MarkDrafts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param version counts up with everything that is kept */
    record Draft(long handedIn, @Nullable String verdict, String comment, int version, Instant at) {
        boolean isEmpty() {
            return verdict == null && comment.isEmpty();
        }
    }

    Draft of(Member trainer, long handedIn) {
        return jdbc.sql("select handed_in_id, verdict, comment, version, changed_at from training_mark_draft"
                        + " where course_id = ? and member_id = ? and handed_in_id = ?")
                .params(trainer.course().value(), trainer.id().value(), handedIn)
                .query(DRAFT)
                .optional()
                .orElseGet(() -> new Draft(handedIn, null, "", 0, Instant.EPOCH));
    }

    /** All that a trainer has typed and not said. */
    List<Draft> of(Member trainer) {
        return jdbc
                .sql("select handed_in_id, verdict, comment, version, changed_at from training_mark_draft"
                        + " where course_id = ? and member_id = ? order by id")
                .params(trainer.course().value(), trainer.id().value())
                .query(DRAFT)
                .list()
                .stream()
                .filter(draft -> !draft.isEmpty())
                .toList();
    }

    /** Keeps what stands in the form; only called for a version of a worksheet of the trainer's own course. */
    Draft keep(Member trainer, long handedIn, @Nullable Verdict verdict, String comment) {
        LocalDateTime now = Utc.of(clock.instant());
        String said = verdict == null ? null : verdict.name();
        jdbc.sql("""
                        insert into training_mark_draft
                          (course_id, member_id, handed_in_id, verdict, comment, version, changed_at)
                        values (?, ?, ?, ?, ?, 1, ?)
                        on duplicate key update verdict = ?, comment = ?, version = version + 1, changed_at = ?""")
                .params(trainer.course().value(), trainer.id().value(), handedIn)
                .param(said)
                .params(comment, now)
                .param(said)
                .params(comment, now)
                .update();
        return of(trainer, handedIn);
    }

    /** The word was said: nothing is left to keep. */
    void empty(Member trainer, long handedIn) {
        jdbc.sql("update training_mark_draft set verdict = null, comment = null, version = version + 1"
                        + " where course_id = ? and member_id = ? and handed_in_id = ?")
                .params(trainer.course().value(), trainer.id().value(), handedIn)
                .update();
    }
}
