package org.peercoach.course.data;

import org.peercoach.audit.AuditEntry;
import org.peercoach.audit.AuditTrail;
import org.peercoach.course.session.Place;
import org.peercoach.course.session.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who asks for stored data outside a course. */
@Component
class DataReaders {

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    DataReaders(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** @param administrator whether the last launch called them one */
    record Reader(long person, long district, boolean administrator) {
        String path(String rest) {
            return Place.person(person).path() + rest;
        }
    }

    Reader of(Visitor visitor) {
        return jdbc.sql("select id, district_id, administrator from course_person where id = ?")
                .param(visitor.session().person())
                .query((row, index) -> new Reader(row.getLong(1), row.getLong(2), row.getBoolean(3)))
                .single();
    }

    /** That somebody has looked at what there is about another person; not what it was. */
    void noteLook(Reader reader, long other) {
        audit.noteSoon(AuditEntry.ofPerson(
                reader.district(), reader.person(), "privacy.counts-seen", "person:" + other, null));
    }
}
