package org.peercoach.console.doctor;

/** Who can mend it. */
enum Who {
    /** Whoever reads this page. */
    US,
    /** The administrator of the LMS. */
    LMS,
    /** The person who clicked. */
    USER,
    /** Whoever runs this server. */
    OPERATOR,
    /** Nothing to mend. */
    NOBODY;

    /** Message key of its words. */
    String key() {
        return "console.doctor.who." + name();
    }
}
