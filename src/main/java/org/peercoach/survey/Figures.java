package org.peercoach.survey;

/** What may be known of a group. */
final class Figures {

    /** Of fewer answers nothing is shown. */
    static final int FEWEST = 5;

    private Figures() {}
}
