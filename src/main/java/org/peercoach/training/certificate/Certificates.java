package org.peercoach.training.certificate;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peercoach.audit.AuditEntry;
import org.peercoach.audit.AuditTrail;
import org.peercoach.course.CourseId;
import org.peercoach.course.Member;
import org.peercoach.course.district.DistrictCourses;
import org.peercoach.gradebook.PointsRecorded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Issues certificates: once for each member, right after the transaction that met the rule, right after a cohort came to
 * ask for less, or when a page is looked at on which it would show. It stays when points are taken back later; a trainer may revoke it and undo that.
 */
@Service
class Certificates {

    private static final Logger LOG = LoggerFactory.getLogger(Certificates.class);

    private final CertificateRows rows;
    private final CompletionRule rule;
    private final DistrictHours hours;
    private final DistrictCourses districts;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate alone;
    private final Afterwards afterwards;

    Certificates(
            CertificateRows rows,
            CompletionRule rule,
            DistrictHours hours,
            DistrictCourses districts,
            AuditTrail audit,
            Clock clock,
            PlatformTransactionManager transactions,
            Afterwards afterwards) {
        this.afterwards = afterwards;
        this.rows = rows;
        this.rule = rule;
        this.hours = hours;
        this.districts = districts;
        this.audit = audit;
        this.clock = clock;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** What a member has: the certificate, or how far they are. */
    record Found(@Nullable Certificate certificate, CompletionRule.@Nullable Standing standing) {}

    /** The member's certificate; issued now if it is earned and not there yet. */
    Found of(Member member) {
        Optional<Certificate> there = rows.of(member);
        if (there.isPresent()) {
            return new Found(there.get(), null);
        }
        CompletionRule.Standing standing = rule.of(member);
        if (!standing.earned()) {
            return new Found(null, standing);
        }
        issue(member, standing);
        return new Found(rows.of(member).orElseThrow(), standing);
    }

    /**
     * After the commit, so that of two sessions finished at once the later one sees both, and not in its transaction, for
     * that one is over and has its own view of what is there. If this is cut off, the next look at a page issues it.
     */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void pointsRecorded(PointsRecorded points) {
        if (points.completed()) {
            follow(points.member());
        }
    }

    /** After the plan is kept. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void askedLess(AskedLess less) {
        less.people().forEach(this::follow);
    }

    private void follow(Member member) {
        if (CompletionRule.canEarn(member.role())) {
            afterwards.run(() -> issueIfEarned(member));
        }
    }

    private void issueIfEarned(Member member) {
        try {
            CompletionRule.Standing standing = alone.execute(status -> earned(member));
            if (standing != null) {
                issue(member, standing);
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn(
                    "a certificate could not be issued; the next look at its page does it: {}",
                    e.getClass().getName()); // its message may quote a row
        }
    }

    /** How the rule was met, if it was, and there is no certificate yet. */
    private CompletionRule.@Nullable Standing earned(Member member) {
        CompletionRule.Standing standing = rows.of(member).isPresent() ? null : rule.of(member);
        return standing != null && standing.earned() ? standing : null;
    }

    List<Certificate> of(CourseId course) {
        return rows.of(course);
    }

    List<Certificate> issues(Member member) {
        return rows.issues(member);
    }

    Optional<Certificate> of(CertificateNumber number) {
        return rows.of(number);
    }

    /** Makes the certificate out anew under the name that the LMS tells now; nothing happens if it is the same. */
    boolean reissue(Member member) {
        return Boolean.TRUE.equals(alone.execute(status -> rows.of(member)
                .filter(last -> last.revoked() == null && !last.issue().name().equals(member.name()))
                .filter(last -> rows.reissue(last, issue(member, last.issues() + 1)))
                .map(last -> note(member, "certificate.reissued", last.member().toString()))
                .isPresent()));
    }

    boolean revoke(Member trainer, long id, String reason) {
        return Boolean.TRUE.equals(alone.execute(
                status -> rows.revoke(trainer.course(), id, new Certificate.Revocation(now(), trainer.person(), reason))
                        && noted(trainer, "certificate.revoked", id)));
    }

    boolean restore(Member trainer, long id) {
        return Boolean.TRUE.equals(alone.execute(
                status -> rows.restore(trainer.course(), id) && noted(trainer, "certificate.restored", id)));
    }

    private void issue(Member member, CompletionRule.Standing standing) {
        try {
            alone.executeWithoutResult(status -> {
                rows.add(member, fresh(member, standing));
                audit.note(new AuditEntry(
                        member.district(),
                        member.course().value(),
                        "system",
                        "certificate.issued",
                        "member:" + member.id(),
                        null));
            });
        } catch (DuplicateKeyException e) {
            // another request was faster; there is one certificate, and that is the point
        }
    }

    private Certificate fresh(Member member, CompletionRule.Standing standing) {
        Instant finished = standing.tally().finished();
        Instant begun = standing.tally().begun();
        LocalDate completedOn = day(member, finished == null ? now() : finished);
        return new Certificate(
                0,
                member.id(),
                UUID.randomUUID().toString(),
                districts.name(member.district()),
                hours.of(member.district()).of(standing.tally()),
                standing.portfolioAsked(),
                begun == null ? completedOn : day(member, begun),
                completedOn,
                issue(member, 1),
                1,
                null);
    }

    private Certificate.Issue issue(Member member, int nth) {
        return new Certificate.Issue(CertificateNumber.next(), nth, member.name(), now());
    }

    private static LocalDate day(Member member, Instant at) {
        return at.atZone(member.zone()).toLocalDate();
    }

    private boolean noted(Member trainer, String act, long id) {
        return note(trainer, act, Long.toString(rows.memberOf(trainer.course(), id)));
    }

    private boolean note(Member actor, String act, String member) {
        audit.note(AuditEntry.ofPerson(actor.district(), actor.person(), act, "member:" + member, null)
                .inCourse(actor.course().value()));
        return true;
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
