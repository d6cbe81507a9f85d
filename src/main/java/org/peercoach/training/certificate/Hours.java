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
}
