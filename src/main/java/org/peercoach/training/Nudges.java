package org.peercoach.training;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.peercoach.audit.AuditEntry;
import org.peercoach.audit.AuditTrail;
import org.peercoach.course.CourseId;
import org.peercoach.course.Member;
import org.peercoach.course.MemberId;
import org.peercoach.training.cohort.NudgeSent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What trainers write to coaches; kept for the coach to put away. */
@Component
class Nudges {

    static final int LONGEST = 1000;
    private static final int SHOWN = 10;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    /** Whom a message waits for, by course: asked on every first page, so remembered for 10 seconds. */
    private final LoadingCache<CourseId, Set<Long>> waiting = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(10))
            .maximumSize(20_000)
            .build(this::readWaiting);

    Nudges(JdbcClient jdbc, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
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
        forgetAfterwards(trainer.course());
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

    private void forgetAfterwards(CourseId course) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                waiting.invalidate(course);
            }
        });
    }

    private Set<Long> readWaiting(CourseId course) {
        return jdbc.sql("select distinct member_id from training_nudge where course_id = ? and dismissed_at is null")
                .param(course.value())
                .query((row, index) -> row.getLong("member_id"))
                .set();
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
