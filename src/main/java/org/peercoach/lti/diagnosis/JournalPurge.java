package org.peercoach.lti.diagnosis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the last launches of each registration, and as many of strangers; older ones go. */
@Component
class JournalPurge {

    /** What is kept of each registration. */
    static final int KEPT = 500;

    /** How many more may gather before this node looks again. */
    private static final int SLACK = 100;

    private static final int PURGED_AT_ONCE = 1000;

    private final JdbcClient jdbc;
    private final Map<Long, Integer> written = new ConcurrentHashMap<>();

    JournalPurge(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes that a launch of this registration (0: of a stranger) was written. */
    void count(long registration) {
        written.merge(registration, 1, Integer::sum);
    }

    /** Looks at those of which this node has written much. */
    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT5M")
    void purgeBusy() {
        written.forEach((registration, count) -> {
            if (count >= SLACK) {
                written.remove(registration);
                purge(registration);
            }
        });
    }

    /** Looks at all: what other nodes, or this one before its last start, have left. */
    @Scheduled(fixedDelayString = "PT24H", initialDelayString = "PT15M")
    void purgeAll() {
        List<Long> full = jdbc.sql(
                        "select registration_id from lti_launch_log group by registration_id having count(*) > ?")
                .param(KEPT)
                .query((row, index) -> row.getLong(1))
                .list();
        full.forEach(this::purge);
    }

    void purge(long registration) {
        Optional<Long> oldest = jdbc.sql("select id from lti_launch_log where registration_id = ? order by id desc"
                        + " limit 1 offset " + (KEPT - 1))
                .param(registration)
                .query(Long.class)
                .optional();
        oldest.ifPresent(kept -> deleteBefore(registration, kept));
    }

    /** In bites that hold no locks for long. */
    private void deleteBefore(long registration, long kept) {
        int gone;
        do {
            gone = jdbc.sql("delete from lti_launch_log where registration_id = ? and id < ? limit " + PURGED_AT_ONCE)
                    .params(registration, kept)
                    .update();
        } while (gone == PURGED_AT_ONCE);
    }
}
