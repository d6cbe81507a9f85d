package org.peercoach.training;

/** What a trainer says of a handed-in worksheet. The names are stored and stand in message keys. */
enum Verdict {
    MEETS,
    /** It does not count until it is handed in again. */
    NOT_YET
}
