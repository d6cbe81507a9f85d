package org.peercoach.training.certificate;

/**
 * Hours that a certificate names.
 *
 * @param sessions in the sessions; whole hours in the setting of a district, which is of all eight sessions
 * @param tasks about as many at school, between the sessions
 */
record Hours(double sessions, int tasks) {

    /** Eight sessions of three hours, and the tasks between them (programme 2.0). */
    static final Hours USUAL = new Hours(24, 16);

    private static final int ALL = 8;

    /**
     * What is left of these where a cohort leaves something out: of the sessions the share of the minutes that are kept, to
     * the nearest half hour; of the tasks the share of the sessions that are run.
     */
    Hours of(CompletedSessions.Tally tally) {
        double halves = Math.max(1, Math.round(sessions * tally.share() * 2));
        return new Hours(halves / 2, Math.round(tasks * Math.min(tally.of(), ALL) / (float) ALL));
    }
}
