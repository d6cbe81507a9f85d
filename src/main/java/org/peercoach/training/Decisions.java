package org.peercoach.training;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.peercoach.audit.AuditEntry;
import org.peercoach.audit.AuditTrail;
import org.peercoach.course.Member;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Trainers' decisions about what is complete. Points, audit and decision are in one transaction; the reason stands with the
 * work and not in the audit log, which holds no texts.
 */
@Component
class Decisions {

    private final Workbook workbook;
    private final AuditTrail audit;
    private final Clock clock;

    Decisions(Workbook workbook, AuditTrail audit, Clock clock) {
        this.workbook = workbook;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whose activity. */
    record Of(Member author, SessionContent session, ActivityContent activity) {}

    /** Lets the trainer's word count instead of the work. */
    @Transactional
    public void decide(Member trainer, Of of, boolean complete, String reason) {
        Decision decision = new Decision(
                complete, reason, trainer.id().value(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        change(trainer, of, decision, complete ? "training.counted" : "training.not-counted");
    }

    /** Lets the work count again. */
    @Transactional
    public void takeBack(Member trainer, Of of) {
        change(trainer, of, null, "training.decision-undone");
    }

    private void change(Member trainer, Of of, @Nullable Decision decision, String act) {
        workbook.change(of.author(), of.session(), of.activity(), state -> {
            if (decision != null || state.decision() != null) {
                state.decide(decision);
                note(trainer, of, act);
            }
        });
    }

    private void note(Member trainer, Of of, String act) {
        audit.note(AuditEntry.ofPerson(
                        trainer.district(),
                        trainer.person(),
                        act,
                        "member:" + of.author().id(),
                        of.activity().id())
                .inCourse(trainer.course().value()));
    }
}
