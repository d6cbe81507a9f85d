package org.peercoach.lti.diagnosis;

import org.peercoach.lti.diagnosis.ConnectionCheck.Light;

/**
 * How far the clock of a platform may be off.
 *
 * @param seconds beyond them launches are refused ({@code PEERCOACH_LTI_CLOCK_SKEW_SECONDS})
 */
record ClockAllowance(long seconds) {

    /** What deserves a word although launches still open. */
    private static final long NOTABLE = 10;

    /** A Date is told to the second, so one second is no difference. */
    private static final long UNSEEN = 1;

    Light light(long apart) {
        if (apart <= Math.max(UNSEEN, Math.min(NOTABLE, seconds / 2))) {
            return Light.GOOD;
        }
        return apart <= seconds ? Light.DOUBTFUL : Light.BAD;
    }
}
