package org.peercoach.training;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Where a coach stands in one session: what is done, and whether the session can be worked on. */
record Standing(SessionProgress progress, SessionDoor door) {

    SessionContent session() {
        return progress.session();
    }

    /** The activity to go on with, if the session can be worked on. */
    Optional<ActivityContent> next() {
        return door.open() ? progress.next() : Optional.empty();
    }

    /** Whether the last day in time is over and the coach can still do something about it. */
    boolean late(LocalDate today) {
        return door.late(today) && needsWork();
    }

    /** Whether anything that the session needs can be done now. */
    boolean needsWork() {
        return door.open() && !progress.doneAsFarAsOpen();
    }

    /** The first session that needs something; one with something optional only if none does. */
    static Optional<Standing> now(List<Standing> sessions) {
        return sessions.stream()
                .filter(Standing::needsWork)
                .findFirst()
                .or(() ->
                        sessions.stream().filter(one -> one.next().isPresent()).findFirst());
    }
}
