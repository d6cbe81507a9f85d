package org.peercoach.lti.registration;

/**
 * One place where a platform has put the tool (LTI Core 1.3, 3.1.3).
 *
 * @param deploymentId the platform's own id; a tiny integer on Moodle, so never a key without its registration
 * @param districtName the district whose people launch from here
 */
public record Deployment(long id, long registrationId, String deploymentId, Status status, String districtName) {

    /** Only an approved deployment opens the tool. */
    public enum Status {
        PENDING,
        APPROVED,
        /** Somebody has decided against it; it may be approved later. */
        REFUSED,
        /** It was approved once, and is closed for now. */
        DISABLED
    }
}
