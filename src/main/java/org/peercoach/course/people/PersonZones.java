package org.peercoach.course.people;

import org.jspecify.annotations.Nullable;
import org.peercoach.course.Member;
import org.peercoach.course.session.KnownMembers;
import org.peercoach.course.zone.KnownZones;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Time zones that people chose and that their browsers told: one of each a person, in whatever course they are. */
@Component
class PersonZones {

    private final JdbcClient jdbc;
    private final KnownMembers known;

    PersonZones(JdbcClient jdbc, KnownMembers known) {
        this.jdbc = jdbc;
        this.known = known;
    }

    /** All that is known of a member, as it stands now. */
    KnownZones of(Member member) {
        return jdbc.sql("select " + KnownZones.COLUMNS + " from course_person p"
                        + " join course_district d on d.id = p.district_id where p.id = ? and p.district_id = ?")
                .params(member.person(), member.district())
                .query((row, index) -> KnownZones.of(row))
                .single();
    }

    /** @param zone null for no choice */
    void choose(Member member, @Nullable String zone) {
        jdbc.sql("update course_person set chosen_zone = ? where id = ? and district_id = ?")
                .param(zone)
                .params(member.person(), member.district())
                .update();
        known.forget(member.person());
    }

    /** A browser of this person has said where it is; the one that spoke last counts. */
    void heard(long person, String zone) {
        jdbc.sql("update course_person set browser_zone = ? where id = ?")
                .params(zone, person)
                .update();
        known.forget(person);
    }
}
