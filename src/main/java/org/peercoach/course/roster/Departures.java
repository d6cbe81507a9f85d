package org.peercoach.course.roster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.MemberRole;
import org.peercoach.course.session.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who has left, after everybody on the list was read (LTI-N6). Work is kept, and whoever is listed again or opens the
 * tool again is back.
 */
@Component
class Departures {

    private static final int PORTION = 1_000;
    private static final String FIND = "select m.id, m.person_id, m.active, m.role, m.last_seen, p.administrator,"
            + " case when m.roster_roles is null then false else true end as listed"
            + " from course_member m join course_person p on p.id = m.person_id"
            + " where m.course_id = ? and m.id > ? and p.test_user = false order by m.id limit " + PORTION;

    private final JdbcClient jdbc;
    private final ListedWriting writing;

    Departures(JdbcClient jdbc, ListedWriting writing) {
        this.jdbc = jdbc;
        this.writing = writing;
    }

    private record Candidate(
            long id,
            long person,
            boolean active,
            String role,
            @Nullable Instant lastSeen,
            boolean administrator,
            boolean listed) {

        /**
         * Some LMSs list only who is enrolled, though others, such as their administrators, may open the tool as
         * trainers: somebody whom the list never named is not missing from it when they run the course.
         */
        boolean hasLeft(Instant started) {
            boolean here = lastSeen != null && !lastSeen.isBefore(started);
            boolean neverListed = !listed && (administrator || role.equals(MemberRole.TRAINER.name()));
            return active && !here && !neverListed;
        }
    }

    /** Takes out who was not seen. */
    void settle(ReadingPlace place, Reading reading) {
        long after = 0;
        List<Candidate> portion;
        do {
            portion = find(place, after);
            List<Long> left = new ArrayList<>();
            List<Long> unlisted = new ArrayList<>();
            for (Candidate one : portion) {
                after = one.id();
                if (reading.hasSeen(one.person())) {
                    continue;
                }
                if (one.hasLeft(place.started())) {
                    left.add(one.id());
                } else if (one.listed()) {
                    unlisted.add(one.id());
                }
            }
            writing.unlisted(unlisted);
            if (writing.left(left, place.started())) {
                reading.changed();
            }
        } while (portion.size() == PORTION);
    }

    private List<Candidate> find(ReadingPlace place, long after) {
        return jdbc.sql(FIND)
                .params(place.course().value(), after)
                .query((row, index) -> new Candidate(
                        row.getLong("id"),
                        row.getLong("person_id"),
                        row.getBoolean("active"),
                        row.getString("role"),
                        row.getObject("last_seen") == null ? null : Utc.read(row, "last_seen"),
                        row.getBoolean("administrator"),
                        row.getBoolean("listed")))
                .list();
    }
}
