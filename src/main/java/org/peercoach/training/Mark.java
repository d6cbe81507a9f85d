package org.peercoach.training;

/** The state of a session or an activity, as an icon and a word. */
enum Mark {
    DONE("ok", "done"),
    STARTED("info", "started"),
    NEXT("ask", "forward"),
    NOT_YET("warn", "change"),
    /** A trainer decided that it is not complete. */
    HELD("warn", "hand"),
    OPEN("plain", "open"),
    CLOSED("plain", "lock");

    private final String kind;
    private final String icon;

    Mark(String kind, String icon) {
        this.kind = kind;
        this.icon = icon;
    }

    static Mark of(SessionProgress progress, ActivityContent activity, boolean next) {
        return switch (progress.turn(activity)) {
            case DONE, MARK -> DONE;
            case TRAINER -> HELD;
            case ROOM -> CLOSED;
            case COACH -> open(progress, activity, next);
        };
    }

    private static Mark open(SessionProgress progress, ActivityContent activity, boolean next) {
        if (progress.state(activity).filter(ActivityState::notYet).isPresent()) {
            return NOT_YET;
        }
        return next ? NEXT : progress.started(activity) ? STARTED : OPEN;
    }

    MarkView view() {
        return new MarkView(kind, icon, "training.mark." + name());
    }

    /** For trainers: it was handed in, and it is their turn. */
    static MarkView waiting() {
        MarkingController.Word word = MarkingController.Word.of(null);
        return new MarkView(word.kind(), word.icon(), word.key());
    }

    /** What a template needs of it. */
    public record MarkView(String kind, String icon, String key) {}
}
