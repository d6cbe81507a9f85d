package org.peercoach.gradebook;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peercoach.audit.AuditEntry;
import org.peercoach.audit.AuditTrail;
import org.peercoach.course.CourseId;
import org.peercoach.course.district.Administrator;
import org.peercoach.lti.AssignmentAndGradeService;
import org.springframework.stereotype.Service;

/** What an administrator does about a district's points. */
@Service
class DistrictActs {

    /** So many at one press of the button; it can be pressed again. */
    static final int AT_ONCE = 5000;

    private final DistrictScores scores;
    private final ScoreRows rows;
    private final AssignmentAndGradeService service;
    private final DeliveryBell bell;
    private final AuditTrail audit;
    private final Clock clock;

    DistrictActs(
            DistrictScores scores,
            ScoreRows rows,
            AssignmentAndGradeService service,
            DeliveryBell bell,
            AuditTrail audit,
            Clock clock) {
        this.scores = scores;
        this.rows = rows;
        this.service = service;
        this.bell = bell;
        this.audit = audit;
        this.clock = clock;
    }

    /** Sends what had failed again: of one course, or of the whole district for null. How many people's there were. */
    int sendAgain(Administrator administrator, @Nullable CourseId course) {
        List<DistrictScores.Failed> failed = scores.failed(administrator.district(), course, AT_ONCE);
        Instant now = clock.instant();
        Set<String> queues = new HashSet<>();
        int sent = 0;
        for (DistrictScores.Failed one : failed) {
            String queue = one.queue();
            if (queue != null && rows.sendFrom(RowState.FAILED, one.course(), one.key(), queue, now)) {
                queues.add(queue);
                sent++;
            }
        }
        AuditEntry entry = AuditEntry.ofPerson(
                administrator.district(), administrator.person(), "gradebook.send-again", null, sent + " people");
        audit.note(course == null ? entry : entry.inCourse(course.value()));
        queues.forEach(service::tryAgain);
        queues.forEach(bell::ring);
        return sent;
    }
}
