package org.peercoach.training;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
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
import org.springframework.transaction.annotation.Transactional;

/** What trainers write to coaches; kept for the coach to put away. */
@Component
class Nudges {

    static final int LONGEST = 1000;
    private static final int SHOWN = 10;

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

    /** Sends one message to each of these members of the trainer's course. */
    @Transactional
    public void send(Member trainer, List<Member> to, String message) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
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
    }

    /** What this member has not put away, the latest first. */
    List<Nudge> open(Member member) {
        return waiting.get(member.course()).contains(member.id().value())
                ? read(member, " and dismissed_at is null")
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
        return read(member, "");
    }

    private List<Nudge> read(Member member, String which) {
        return jdbc.sql("select id, sender_id, message, sent_at, dismissed_at from training_nudge where course_id = ?"
                        + " and member_id = ?" + which + " order by id desc limit " + SHOWN)
                .params(member.course().value(), member.id().value())
                .query((row, index) -> new Nudge(
                        row.getLong("id"),
                        new MemberId(row.getLong("sender_id")),
                        row.getString("message"),
                        row.getObject("sent_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        row.getObject("dismissed_at") != null))
                .list();
    }

    /** Puts one away. Somebody else's stays as it is. */
    public void dismiss(Member member, long nudge) {
        jdbc.sql("update training_nudge set dismissed_at = ? where id = ? and course_id = ? and member_id = ?"
                        + " and dismissed_at is null")
                .params(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), nudge)
                .params(member.course().value(), member.id().value())
                .update();
    }
}
