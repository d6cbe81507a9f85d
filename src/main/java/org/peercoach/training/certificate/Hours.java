package org.peercoach.training.certificate;

/**
 * Hours that a certificate names.
 *
 * @param sessions in the eight sessions
 * @param tasks about as many at school, between the sessions
 */
record Hours(int sessions, int tasks) {

    /** Eight sessions of three hours, and the tasks between them (programme 2.0). */
    static final Hours USUAL = new Hours(24, 16);

    private static final int ALL = 8;

    /** What is left of these when a cohort runs only so many of the eight sessions. */
    Hours of(int run) {
        return run >= ALL
                ? this
                : new Hours(Math.round(sessions * run / (float) ALL), Math.round(tasks * run / (float) ALL));
    }
}
