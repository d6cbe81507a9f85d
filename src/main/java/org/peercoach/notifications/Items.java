package org.peercoach.notifications;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.peercoach.course.CourseId;
import org.peercoach.course.Member;
import org.peercoach.course.MemberId;
import org.peercoach.course.Roster;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What trainers wrote to people who get mail, until it stands in one. */
@Component
class Items {

    private static final int MOST = 5_000;
    /** So long a message is tried again; one that no server takes must not spoil every digest after it. */
    private static final Duration NEWS = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Roster roster;
    private final Clock clock;
    /** A trainer writes to many: their name is asked for once. */
    private final LoadingCache<Sender, String> names = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofSeconds(10))
            .build(this::nameOf);

    Items(JdbcClient jdbc, Roster roster, Clock clock) {
        this.jdbc = jdbc;
        this.roster = roster;
        this.clock = clock;
    }

    /** @param course where it was said */
    record Item(long id, long person, CourseId course, MemberId member, MemberId sender, String text) {

        Sender sentBy() {
            return new Sender(course, sender);
        }
    }

    private record Sender(CourseId course, MemberId member) {}

    /** Keeps a message for the next digest. */
    void add(Member to, MemberId sender, String message) {
        jdbc.sql("insert into notifications_item (person_id, course_id, member_id, sender_id, message, said_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(to.person(), to.course().value(), to.id().value(), sender.value())
                .params(message, Utc.of(clock.instant()))
                .update();
    }

    /** Messages in no mail yet that may go out now, the oldest first. */
    List<Item> waiting() {
        return read(" and (look_at is null or look_at <= ?)", Utc.of(clock.instant()));
    }

    /** All of one person in no mail yet. */
    List<Item> waitingOf(long person) {
        return read(" and person_id = ?", person);
    }

    /** What waits for this person needs no look before then. */
    void rest(long person, Instant until) {
        jdbc.sql("update notifications_item set look_at = ? where person_id = ? and mail_id is null")
                .params(Utc.of(until), person)
                .update();
    }

    private List<Item> read(String which, Object value) {
        return jdbc.sql("select id, person_id, course_id, member_id, sender_id, message from notifications_item"
                        + " where mail_id is null" + which + " order by id limit " + MOST)
                .param(value)
                .query((row, index) -> new Item(
                        row.getLong("id"),
                        row.getLong("person_id"),
                        new CourseId(row.getLong("course_id")),
                        new MemberId(row.getLong("member_id")),
                        new MemberId(row.getLong("sender_id")),
                        row.getString("message")))
                .list();
    }

    /** As parts of a person's letter, by course; what names nobody of that course any more is left out. */
    List<Letters.Part> parts(List<Item> ofOnePerson) {
        Map<MemberId, List<Item>> byMember = ofOnePerson.stream()
                .collect(Collectors.groupingBy(Item::member, LinkedHashMap::new, Collectors.toList()));
        List<Letters.Part> parts = new ArrayList<>();
        byMember.forEach((id, items) -> roster.member(items.getFirst().course(), id)
                .ifPresent(member -> parts.add(new Letters.Part(member, List.of(), said(items)))));
        return parts;
    }

    private List<Letters.Said> said(List<Item> items) {
        return items.stream()
                .map(item -> new Letters.Said(item.id(), names.get(item.sentBy()), item.text()))
                .toList();
    }

    private String nameOf(Sender sender) {
        return roster.member(sender.course(), sender.member()).map(Member::name).orElse("");
    }

    /** These without what another mail has taken up meanwhile; the rest is the caller's until its transaction ends. */
    List<Letters.Part> hold(List<Letters.Part> parts) {
        return parts.stream()
                .map(part -> new Letters.Part(
                        part.member(),
                        part.due(),
                        part.said().stream().filter(this::hold).toList()))
                .filter(part -> !part.due().isEmpty() || !part.said().isEmpty())
                .toList();
    }

    private boolean hold(Letters.Said said) {
        return jdbc.sql("select 1 from notifications_item where id = ? and mail_id is null for update")
                .param(said.item())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Says in which mail they stand; only after {@link #hold}. */
    void mailed(List<Letters.Said> said, long mail) {
        said.forEach(one -> jdbc.sql("update notifications_item set mail_id = ? where id = ? and mail_id is null")
                .params(mail, one.item())
                .update());
    }

    /** What stood in a mail that does not go out waits again, unless it is old: it stands in the tool anyway. */
    void release(long mail) {
        jdbc.sql("update notifications_item set mail_id = null where mail_id = ? and said_at > ?")
                .params(mail, Utc.of(clock.instant().minus(NEWS)))
                .update();
    }

    /** Forgets what nobody wants to get by mail; it stands in the tool. */
    void forget(long person) {
        jdbc.sql("delete from notifications_item where person_id = ? and mail_id is null")
                .param(person)
                .update();
    }
}
