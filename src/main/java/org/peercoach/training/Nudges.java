package org.peercoach.training;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.peercoach.audit.AuditEntry;
import org.peercoach.audit.AuditTrail;
import org.peercoach.course.CourseChanges;
import org.peercoach.course.CourseId;
import org.peercoach.course.Member;
import org.peercoach.course.MemberId;
import org.peercoach.training.cohort.NudgeSent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What trainers write to coaches; kept for the coach to put away. */
@Component
class Nudges {

    static final int LONGEST = 1000;
    /** How many messages anybody gets within 24 hours in one course. */
    static final int A_DAY = 10;

    private static final int SHOWN = 10;
    /** On pages that are about something else; the next one comes when one of these is put away. */
    private static final int SHOWN_OPEN = 3;

    /** A button that was pressed twice. */
    private static final Duration TWICE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final CourseChanges changes;
    /** Whom a message waits for, by course: asked on every first page, so it is remembered. */
    private final LoadingCache<CourseId, Set<Long>> waiting = Caffeine.newBuilder()
            .expireAfterWrite(CourseChanges.MEMORY)
            .maximumSize(20_000)
            .build(this::readWaiting);

    Nudges(JdbcClient jdbc, AuditTrail audit, ApplicationEventPublisher events, CourseChanges changes, Clock clock) {
        this.changes = changes;
        changes.listen(waiting::invalidate);
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** @param sender the trainer, as a member of the course */
    record Nudge(long id, MemberId sender, String message, Instant sentAt, boolean dismissed) {}

    /**
     * Sends one message to each of these members of the trainer's course; those who have just got the same from this
     * trainer do not get it again.
     *
     * @return those who have had too many within a day; then nobody gets it
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public List<Member> send(Member trainer, List<Member> everybody, String message) {
        // Of one trainer's two presses the second one sees what the first one has sent.
        jdbc.sql("select id from course_member where id = ? for update")
                .param(trainer.id().value())
                .query(Long.class)
                .optional();
        LocalDateTime now = Utc.of(clock.instant());
        Set<Long> already = just(trainer, message, now.minus(TWICE));
        List<Member> to = everybody.stream()
                .filter(coach -> !already.contains(coach.id().value()))
                .toList();
        if (to.isEmpty()) {
            return List.of();
        }
        Set<Long> flooded = flooded(trainer.course(), now.minusDays(1));
        List<Member> tooMany = to.stream()
                .filter(coach -> flooded.contains(coach.id().value()))
                .toList();
        if (!tooMany.isEmpty()) {
            return tooMany;
        }
        to.forEach(coach -> jdbc.sql("insert into training_nudge (course_id, member_id, sender_id, message, sent_at)"
                        + " values (?, ?, ?, ?, ?)")
                .params(
                        trainer.course().value(),
                        coach.id().value(),
                        trainer.id().value(),
                        message,
                        now)
                .update());
        changes.tell(trainer.course());
        audit.note(AuditEntry.ofPerson(
                        trainer.district(), trainer.person(), "training.nudged", null, to.size() + " people")
                .inCourse(trainer.course().value()));
        events.publishEvent(new NudgeSent(
                trainer.course(), trainer.id(), to.stream().map(Member::id).toList(), message));
        return List.of();
    }

    /** Who has got this very message since. */
    private Set<Long> just(Member trainer, String message, LocalDateTime since) {
        return jdbc.sql(
                        "select member_id, message from training_nudge where course_id = ? and sender_id = ? and sent_at > ?")
                .params(trainer.course().value(), trainer.id().value(), since)
                .query((row, index) -> message.equals(row.getString("message")) ? row.getLong("member_id") : 0)
                .set();
    }

    /** Who has got as many messages since as anybody gets. */
    private Set<Long> flooded(CourseId course, LocalDateTime since) {
        return jdbc.sql("select member_id from training_nudge where course_id = ? and sent_at > ?"
                        + " group by member_id having count(*) >= " + A_DAY)
                .params(course.value(), since)
                .query((row, index) -> row.getLong("member_id"))
                .set();
    }

    /** The latest that this member has not put away, these first. */
    List<Nudge> open(Member member) {
        return waiting.get(member.course()).contains(member.id().value())
                ? read(member, " and dismissed_at is null", SHOWN_OPEN)
                : List.of();
    }

    private Set<Long> readWaiting(CourseId course) {
        return Set.copyOf(
                jdbc.sql("select distinct member_id from training_nudge where course_id = ? and dismissed_at is null")
                        .param(course.value())
                        .query(Long.class)
                        .list());
    }

    /** The latest of all, put away or not. */
    List<Nudge> all(Member member) {
        return read(member, "", SHOWN);
    }

    private List<Nudge> read(Member member, String which, int most) {
        return jdbc.sql("select id, sender_id, message, sent_at, dismissed_at from training_nudge where course_id = ?"
                        + " and member_id = ?" + which + " order by id desc limit " + most)
                .params(member.course().value(), member.id().value())
                .query((row, index) -> new Nudge(
                        row.getLong("id"),
                        new MemberId(row.getLong("sender_id")),
                        row.getString("message"),
                        Utc.require(row, "sent_at"),
                        row.getObject("dismissed_at") != null))
                .list();
    }

    /** Puts one away. Somebody else's stays as it is. */
    public void dismiss(Member member, long nudge) {
        jdbc.sql("update training_nudge set dismissed_at = ? where id = ? and course_id = ? and member_id = ?"
                        + " and dismissed_at is null")
                .params(Utc.of(clock.instant()), nudge)
                .params(member.course().value(), member.id().value())
                .update();
    }
}
