package org.peercoach.gradebook;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.peercoach.audit.AuditEntry;
import org.peercoach.audit.AuditTrail;
import org.peercoach.course.GradingPlace;
import org.peercoach.course.Member;
import org.peercoach.course.MemberId;
import org.peercoach.course.Roster;
import org.peercoach.lti.AssignmentAndGradeService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a trainer decides about points, each act noted in the audit log. */
@Service
class TrainerActs {

    private final ScoreBook book;
    private final OldColumns oldColumns;
    private final Differences differences;
    private final Readings readings;
    private final Roster roster;
    private final AssignmentAndGradeService service;
    private final DeliveryBell bell;
    private final AuditTrail audit;
    private final Clock clock;

    TrainerActs(
            ScoreBook book,
            OldColumns oldColumns,
            Differences differences,
            Readings readings,
            Roster roster,
            AssignmentAndGradeService service,
            DeliveryBell bell,
            AuditTrail audit,
            Clock clock) {
        this.book = book;
        this.oldColumns = oldColumns;
        this.differences = differences;
        this.readings = readings;
        this.roster = roster;
        this.service = service;
        this.bell = bell;
        this.audit = audit;
        this.clock = clock;
    }

    /** Everybody's that was not sent. */
    @Transactional
    void sendAgain(Member trainer, String activity) {
        service.tryAgain(queue(trainer, activity));
        int sent = book.sendAgain(trainer.course(), activity);
        note(trainer, "gradebook.send-again", null, activity + ", " + sent + " people");
    }

    @Transactional
    void sendAgain(Member trainer, String activity, MemberId person) {
        service.tryAgain(queue(trainer, activity));
        book.sendAgain(trainer.course(), person, activity);
        note(trainer, "gradebook.send-again", person, activity);
    }

    @Transactional
    void sendToGradebook(Member trainer, String activity) {
        book.sendToGradebook(trainer.course(), activity);
        note(trainer, "gradebook.column-wanted", null, activity);
    }

    /** Removes the replaced column or leaves it; false when the LMS did not remove it. Without a transaction: it calls. */
    boolean settleOldColumn(Member trainer, String activity, boolean remove) {
        boolean done = oldColumns.settle(trainer.course(), activity, remove);
        if (done) {
            note(trainer, remove ? "gradebook.column-removed" : "gradebook.column-kept", null, activity);
        }
        return done;
    }

    /** Ours replaces what the LMS shows; false when there is no difference any more. */
    @Transactional
    boolean sendOurs(Member trainer, String activity, MemberId person) {
        String queue = queue(trainer, activity);
        DueScore.Key key = new DueScore.Key(person, activity);
        boolean done = differences.insist(trainer.course(), key, queue, clock.instant());
        if (done) {
            note(trainer, "gradebook.sent-ours", person, activity);
            bell.ring(queue);
        }
        return done;
    }

    /** What the LMS shows may stay; false when there is nothing to decide any more. */
    @Transactional
    boolean leave(Member trainer, String activity, MemberId person) {
        boolean done = differences.leave(trainer.course(), new DueScore.Key(person, activity));
        if (done) {
            note(trainer, "gradebook.left-lms", person, activity);
        }
        return done;
    }

    /** Has the column read back as soon as may be. */
    @Transactional
    void compare(Member trainer, String activity) {
        String queue = queue(trainer, activity);
        readings.onDemand(trainer.course(), activity, queue, clock.instant());
        bell.ring(queue);
    }

    private String queue(Member trainer, String activity) {
        GradingPlace place = roster.gradingPlace(trainer.course(), activity);
        return service.queueOf(place.target());
    }

    private void note(Member trainer, String act, @Nullable MemberId person, String details) {
        String subject = person == null ? null : "member:" + person;
        audit.note(AuditEntry.ofPerson(trainer.district(), trainer.person(), act, subject, details)
                .inCourse(trainer.course().value()));
    }
}
