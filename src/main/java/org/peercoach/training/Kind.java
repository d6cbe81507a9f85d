package org.peercoach.training;

/** What sort of work an activity is. The names stand in the content files and in message keys. */
enum Kind {
    READ("read"),
    WATCH("watch"),
    BOARD("board"),
    PRACTISE("practise"),
    PLAN("plan"),
    REFLECT("reflect"),
    ARTEFACT("artefact"),
    CHECK("check-list");

    private final String icon;

    Kind(String icon) {
        this.icon = icon;
    }

    /** Name of its symbol. */
    String icon() {
        return icon;
    }
}
