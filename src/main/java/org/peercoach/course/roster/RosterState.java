package org.peercoach.course.roster;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the reading of a course's list is.
 *
 * @param offered whether the LMS offers the list at all
 * @param due when it is read next, or null
 * @param reading whether it is read at this moment
 * @param readSoFar how many people this reading has seen
 * @param ended when the last reading ended, well or not, or null
 * @param outcome how it ended, or null
 * @param complete when a reading came to its end, or null
 * @param people how many there were then
 */
record RosterState(
        boolean offered,
        @Nullable Instant due,
        boolean reading,
        int readSoFar,
        @Nullable Instant ended,
        @Nullable Outcome outcome,
        @Nullable Instant complete,
        int people) {

    /** How a reading ended. */
    enum Outcome {
        DONE,
        /** Scope or service not switched on. */
        NOT_ALLOWED,
        /** The course or its list is gone in the LMS. */
        GONE,
        /** No answer, or too busy. */
        NO_ANSWER,
        /** Not to be read to its end: nobody was taken out. */
        BROKEN,
        /** A list without anybody: nobody was taken out. */
        EMPTY,
        /** Our own fault. */
        FAILED
    }
}
