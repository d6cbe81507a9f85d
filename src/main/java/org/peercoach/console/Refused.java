package org.peercoach.console;

/** An act of the console that its rules do not allow now; people read the message of the key. */
class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;

    Refused(String key) {
        super(key, null, false, false);
        this.key = key;
    }

    String key() {
        return key;
    }
}
