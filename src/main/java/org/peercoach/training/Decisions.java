package org.peercoach.training;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.peercoach.audit.AuditEntry;
import org.peercoach.audit.AuditTrail;
import org.peercoach.course.Member;
import org.peercoach.training.cohort.CohortPlans;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Trainers' decisions about what is complete. Points, audit and decision are in one transaction; the reason stands with the
 * work and not in the audit log, which holds no texts.
 */
@Component
class Decisions {

    private final Workbook workbook;
    private final CohortPlans plans;
    private final AuditTrail audit;
    private final Clock clock;

    Decisions(Workbook workbook, CohortPlans plans, AuditTrail audit, Clock clock) {
        this.workbook = workbook;
        this.plans = plans;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whose activity. */
    record Of(Member author, SessionContent session, ActivityContent activity) {}

    /**
     * Lets the trainer's word count instead of the work.
     *
     * @return false if the cohort leaves the activity out and this person had not completed it before: nobody gets its
     *     points then, so nothing was decided
     */
    @Transactional
    public boolean decide(Member trainer, Of of, boolean complete, String reason) {
        Decision decision = new Decision(
                complete, reason, trainer.id().value(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        boolean off = plans.now(trainer.course())
                .leavesOut(of.session().number(), of.activity().id());
        boolean[] refused = {false};
        workbook.change(of.author(), of.session(), of.activity(), state -> {
            refused[0] = off && !state.complete();
            if (!refused[0]) {
                state.decide(decision);
                note(trainer, of, complete ? "training.counted" : "training.not-counted");
            }
        });
        return !refused[0];
    }

    /** Lets the work count again. */
    @Transactional
    public void takeBack(Member trainer, Of of) {
        workbook.change(of.author(), of.session(), of.activity(), state -> {
            if (state.decision() != null) {
                state.decide(null);
                note(trainer, of, "training.decision-undone");
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
