package org.peercoach.training.certificate;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.MemberId;

/**
 * A certificate, seen through one of its issues.
 *
 * @param subject a random id that stands for the person in badges
 * @param portfolio whether a portfolio was part of what was completed
 * @param issue which issue this is
 * @param issues how many there are; the last one holds
 * @param revoked null unless a trainer has revoked it
 */
record Certificate(
        long id,
        MemberId member,
        String subject,
        String district,
        Hours hours,
        boolean portfolio,
        LocalDate begunOn,
        LocalDate completedOn,
        Issue issue,
        int issues,
        @Nullable Revocation revoked) {

    /** @param nth 1 for the first */
    record Issue(CertificateNumber number, int nth, String name, Instant at) {}

    /** @param by the person who did it */
    record Revocation(Instant at, long by, String reason) {}

    enum Status {
        VALID,
        /** A newer issue holds, under a name that was put right. */
        REPLACED,
        REVOKED
    }

    Status status() {
        if (revoked != null) {
            return Status.REVOKED;
        }
        return issue.nth() == issues ? Status.VALID : Status.REPLACED;
    }
}
