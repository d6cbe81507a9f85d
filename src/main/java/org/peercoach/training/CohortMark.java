package org.peercoach.training;

/** The look of a cell; its words are in the bundle. */
record CohortMark(String kind, String icon) {

    static CohortMark of(CohortRow.State state) {
        return switch (state) {
            case NOT_OPEN -> new CohortMark("idle", "lock");
            case NOT_STARTED -> new CohortMark("plain", "open");
            case STARTED -> new CohortMark("info", "started");
            case LATE -> new CohortMark("warn", "late");
            case WAITING -> new CohortMark("wait", "waiting");
            case HELD -> new CohortMark("warn", "hand");
            case ROOM -> new CohortMark("idle", "waiting");
            case DONE -> new CohortMark("ok", "done");
        };
    }
}
