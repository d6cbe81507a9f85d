package org.peercoach.demo.platform;

/** What is wrong with a launch that the tool must refuse. */
public enum Flaw {
    NONE("A sound launch"),
    EXPIRED("An hour old"),
    TAMPERED("Changed on the way: says “teacher” under the old signature"),
    UNKNOWN_KEY("Signed with a key that this LMS does not publish"),
    UNKNOWN_DEPLOYMENT("From a school that nobody has approved");

    private final String words;

    Flaw(String words) {
        this.words = words;
    }

    /** For people to read. */
    public String words() {
        return words;
    }
}
