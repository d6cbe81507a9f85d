package org.peercoach.gradebook;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.peercoach.audit.AuditEntry;
import org.peercoach.audit.AuditTrail;
import org.peercoach.lti.PlatformFault;
import org.springframework.stereotype.Component;

/** What is noted of every try: its history, the audit log, and that the column is to be read back. */
@Component
class SendNotes {

    private final Tries tries;
    private final Readings readings;
    private final AuditTrail audit;
    private final Clock clock;

    SendNotes(Tries tries, Readings readings, AuditTrail audit, Clock clock) {
        this.tries = tries;
        this.readings = readings;
        this.audit = audit;
        this.clock = clock;
    }

    void sent(DueScore row, Sending sending) {
        tries.sent(row, sending);
        toAudit(row);
    }

    /** An earlier call had arrived, though its answer had not. */
    void hadArrived(DueScore row, Sending sending) {
        tries.hadArrived(row, sending);
        toAudit(row);
    }

    /** @param sending null when the call itself was not reached */
    void refused(DueScore row, @Nullable Sending sending, PlatformFault fault) {
        tries.refused(row, sending, fault);
    }

    void brokenOff(DueScore row) {
        tries.brokenOff(row);
    }

    /** Points have gone to a column, which is read back in a while. */
    void readLater(DueScore row, String queue) {
        readings.afterSending(row.course(), row.key().activity(), queue, clock.instant());
    }

    /** That points have gone, not how many: administrators see counts, nobody's results. */
    private void toAudit(DueScore row) {
        audit.noteSoon(new AuditEntry(
                row.district(),
                row.course().value(),
                "system",
                "gradebook.sent",
                "member:" + row.key().member(),
                row.key().activity()));
    }
}
