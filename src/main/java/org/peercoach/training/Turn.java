package org.peercoach.training;

import java.util.stream.Stream;

/**
 * Who has to act before an activity of a coach counts: the one rule behind every page and mail that says what is done, what
 * is missing and who is next. What a cohort leaves out is in nobody's session and so nobody's turn. A whole session stands
 * where the first of these stands that any of its required activities has.
 */
enum Turn {
    /** The coach can do it now. */
    COACH,
    /** A trainer decided that it is not complete: no work changes that, only talking to them. */
    TRAINER,
    /** It needs a part of the tool that is not here yet. */
    ROOM,
    /** It counts, and a trainer has still to mark it. */
    MARK,
    /** It counts, and nobody has to do anything. */
    DONE;

    static Turn of(ActivityContent activity, boolean done, boolean held) {
        if (done) {
            return DONE;
        }
        return held ? TRAINER : activity.open() ? COACH : ROOM;
    }

    static Turn of(ActivityContent activity, ActivityState state) {
        Turn turn = of(activity, state.complete(), state.held());
        return turn == DONE && state.waits() ? MARK : turn;
    }

    /** Where a session stands with these. */
    static Turn ofAll(Stream<Turn> required) {
        return required.min(Turn::compareTo).orElse(DONE);
    }

    boolean counts() {
        return this == MARK || this == DONE;
    }
}
