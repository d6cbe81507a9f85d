package org.peercoach.gradebook;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Queues that wait because their platform asked for it or does not answer; known to all nodes. */
@Repository
class PausedQueues {

    private final JdbcClient jdbc;

    PausedQueues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param pauses how many there were since the platform last answered */
    record Pause(Instant until, int pauses) {}

    Optional<Pause> find(String queue) {
        return jdbc.sql("select paused_until, pauses from gradebook_queue where name = ?")
                .param(queue)
                .query((row, index) -> new Pause(Utc.require(row, "paused_until"), row.getInt("pauses")))
                .optional();
    }

    void pause(String queue, Pause pause) {
        jdbc.sql("insert into gradebook_queue (name, paused_until, pauses) values (:name, :until, :pauses)"
                        + " on duplicate key update paused_until = values(paused_until), pauses = values(pauses)")
                .param("name", queue)
                .param("until", Utc.of(pause.until()))
                .param("pauses", pause.pauses())
                .update();
    }

    void resume(String queue) {
        jdbc.sql("delete from gradebook_queue where name = ?").param(queue).update();
    }
}
