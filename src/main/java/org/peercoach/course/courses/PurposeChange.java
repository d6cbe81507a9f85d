package org.peercoach.course.courses;

import org.peercoach.audit.AuditEntry;
import org.peercoach.audit.AuditTrail;
import org.peercoach.course.CourseId;
import org.peercoach.course.district.Administrator;
import org.peercoach.course.launch.Purpose;
import org.peercoach.course.launch.Purposes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** An administrator says what a course is for; that is noted. */
@Component
class PurposeChange {

    private final Purposes purposes;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    PurposeChange(Purposes purposes, AuditTrail audit, TransactionTemplate transaction) {
        this.purposes = purposes;
        this.audit = audit;
        this.transaction = transaction;
    }

    void decide(Administrator who, CourseId course, Purpose purpose) {
        transaction.executeWithoutResult(status -> {
            String before = purposes.of(course).map(Enum::name).orElse("NONE");
            purposes.decide(course, purpose);
            audit.note(AuditEntry.ofPerson(
                            who.district(),
                            who.person(),
                            "course.purpose-changed",
                            "course:" + course,
                            before + " -> " + purpose)
                    .inCourse(course.value()));
        });
    }
}
