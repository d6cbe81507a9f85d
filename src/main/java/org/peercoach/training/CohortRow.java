package org.peercoach.training;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Member;

/**
 * One coach in the grid.
 *
 * @param cells one for each session, in order
 * @param workedAt when they last worked, or null for never
 * @param since from when on nothing has happened, though something is open to them; null if nothing is
 */
record CohortRow(
        Member coach,
        List<Cell> cells,
        @Nullable Instant workedAt,
        @Nullable Instant since) {

    static final Duration QUIET = Duration.ofDays(14);

    /** How one person stands in one session. */
    enum State {
        NOT_OPEN,
        NOT_STARTED,
        STARTED,
        LATE,
        /** Work of theirs waits for a trainer. */
        WAITING,
        /** Nothing is left that they can do, and a trainer counts something as not complete. */
        HELD,
        /** Nothing is left that anybody can do until another part of the tool is here. */
        ROOM,
        DONE;

        /**
         * How a session stands whose required work is in this turn. Nobody is late with what they cannot do.
         *
         * @param started whether anything was done in it
         */
        static State of(Turn turn, boolean open, boolean late, boolean started) {
            if (turn.counts()) {
                return DONE;
            }
            if (!open) {
                return NOT_OPEN;
            }
            return switch (turn) {
                case TRAINER -> HELD;
                case ROOM -> ROOM;
                default -> late ? LATE : started ? STARTED : NOT_STARTED;
            };
        }
    }

    /**
     * @param done completed activities of {@code of}
     * @param waiting where the first work that waits for a trainer is looked at, below the course, or null
     */
    record Cell(
            int session,
            State state,
            int done,
            int of,
            boolean complete,
            @Nullable String waiting) {}

    /** Whether work of theirs waits for a trainer. */
    boolean waits() {
        return waiting() > 0;
    }

    /** In how many sessions work of theirs waits for a trainer. */
    int waiting() {
        return (int) cells.stream().filter(cell -> cell.waiting() != null).count();
    }

    /** Whether they have had something to do for more than 14 days and did nothing. */
    boolean stuck(Instant now) {
        return since != null && since.plus(QUIET).isBefore(now);
    }

    int sessionsDone() {
        return (int) cells.stream().filter(Cell::complete).count();
    }

    /** The session they are in: the first that is open and not done, else the last. */
    Cell now() {
        return cells.stream()
                .filter(cell -> !cell.complete() && cell.state() != State.NOT_OPEN)
                .findFirst()
                .orElseGet(() -> Objects.requireNonNull(cells.getLast()));
    }
}
