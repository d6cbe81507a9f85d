package org.peercoach.notifications;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.CourseId;
import org.peercoach.course.Member;
import org.peercoach.notifications.Addressee.Source;
import org.peercoach.notifications.Addressee.Wishes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Addresses and wishes, as people keep them. One row a person, in whatever course they are. */
@Component
class Addressees {

    private static final String FIND = "select p.id, p.email, n.source, n.own_address, n.pending_address, n.pending_at,"
            + " n.switched_off, n.reminders, n.messages, n.at_once, n.refused_address, n.refused_seen"
            + " from course_person p left join notifications_person n on n.person_id = p.id";

    private final JdbcClient jdbc;
    private final Clock clock;
    /** Who has to be told of a refused address: few; asked on every first page, so remembered for 10 seconds. */
    private final LoadingCache<Boolean, Set<Long>> refused = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(10))
            .build(always -> readRefused());

    Addressees(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A member's own. */
    Addressee of(Member member) {
        return jdbc.sql(FIND + " where p.id = ? and p.district_id = ?")
                .params(member.person(), member.district())
                .query((row, index) -> read(row))
                .single();
    }

    /** The address that a mail server refused and that this member has not read about yet. */
    Optional<String> refused(Member member) {
        if (!refused.get(true).contains(member.person())) {
            return Optional.empty();
        }
        Addressee addressee = of(member);
        return addressee.refusedSeen() ? Optional.empty() : Optional.ofNullable(addressee.refused());
    }

    private Set<Long> readRefused() {
        return jdbc.sql("select person_id from notifications_person where refused_address is not null"
                        + " and refused_seen = false")
                .query((row, index) -> row.getLong("person_id"))
                .set();
    }

    /** Somebody whom a mail of ours, or a link in one, names. */
    Optional<Addressee> find(long person) {
        return jdbc.sql(FIND + " where p.id = ?")
                .param(person)
                .query((row, index) -> read(row))
                .optional();
    }

    /** All active members of a course, by person; one statement. */
    Map<Long, Addressee> of(CourseId course) {
        return jdbc
                .sql(FIND + " join course_member m on m.person_id = p.id where m.course_id = ? and m.active = true")
                .param(course.value())
                .query((row, index) -> read(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Addressee::person, one -> one, (one, other) -> one));
    }

    void wish(long person, Wishes wishes) {
        jdbc.sql("insert into notifications_person (person_id, source, switched_off, reminders, messages, at_once,"
                        + " changed_at) values (?, ?, ?, ?, ?, ?, ?) on duplicate key update source = values(source),"
                        + " switched_off = values(switched_off), reminders = values(reminders),"
                        + " messages = values(messages), at_once = values(at_once), changed_at = values(changed_at)")
                .params(person, wishes.source().name(), wishes.off(), wishes.reminders())
                .params(wishes.messages(), wishes.atOnce(), Utc.of(clock.instant()))
                .update();
    }

    /** Keeps an address until it is confirmed; the one before is used meanwhile. */
    void propose(long person, String address, Instant at) {
        row(person);
        jdbc.sql("update notifications_person set pending_address = ?, pending_at = ?, changed_at = ?"
                        + " where person_id = ?")
                .params(address, Utc.of(at), Utc.of(clock.instant()), person)
                .update();
    }

    /** The proposed address is theirs; false when it is not the one proposed any more. */
    boolean confirm(long person, String address) {
        return jdbc.sql("update notifications_person set own_address = pending_address, pending_address = null,"
                                + " pending_at = null, source = 'OWN', switched_off = false, refused_address = null,"
                                + " refused_seen = false, changed_at = ? where person_id = ? and pending_address = ?")
                        .params(Utc.of(clock.instant()), person, address)
                        .update()
                == 1;
    }

    /** Forgets what a person had entered. */
    void remove(long person) {
        jdbc.sql("update notifications_person set own_address = null, pending_address = null, pending_at = null,"
                        + " source = 'LMS', changed_at = ? where person_id = ?")
                .params(Utc.of(clock.instant()), person)
                .update();
    }

    /** A mail server says that there is no such address: it is used no more, and the person is told here. */
    void refuse(long person, String address) {
        row(person);
        jdbc.sql("update notifications_person set refused_address = ?, refused_seen = false, changed_at = ?"
                        + " where person_id = ?")
                .params(address, Utc.of(clock.instant()), person)
                .update();
        refused.invalidateAll();
    }

    /** The person has read about it. */
    void seen(long person) {
        jdbc.sql("update notifications_person set refused_seen = true where person_id = ?")
                .param(person)
                .update();
    }

    /** The person wants the refused address to be tried once more. */
    void tryAgain(long person) {
        jdbc.sql("update notifications_person set refused_address = null, refused_seen = false where person_id = ?")
                .param(person)
                .update();
    }

    private void row(long person) {
        jdbc.sql("insert into notifications_person (person_id, source, changed_at) values (?, 'LMS', ?)"
                        + " on duplicate key update person_id = person_id")
                .params(person, Utc.of(clock.instant()))
                .update();
    }

    private static Addressee read(ResultSet row) throws SQLException {
        return new Addressee(
                row.getLong("id"),
                row.getString("email"),
                row.getString("own_address"),
                row.getString("pending_address"),
                Utc.read(row, "pending_at"),
                row.getString("refused_address"),
                row.getBoolean("refused_seen"),
                wishes(row, row.getString("source")));
    }

    private static Wishes wishes(ResultSet row, @Nullable String source) throws SQLException {
        return source == null
                ? Wishes.USUAL
                : new Wishes(
                        Source.valueOf(source),
                        row.getBoolean("switched_off"),
                        row.getBoolean("reminders"),
                        row.getBoolean("messages"),
                        row.getBoolean("at_once"));
    }
}
