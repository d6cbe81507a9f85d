package org.peercoach.training;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.peercoach.shared.time.Times;

/**
 * What a coach is told about a session's door.
 *
 * @param key of a sentence that takes the day it opens and the number of the session before, or null
 * @param opens the day it opens, or null
 * @param due the last day in time, or null
 */
record DoorWords(
        @Nullable String key,
        @Nullable String opens,
        @Nullable String due) {

    static DoorWords of(Standing one, Times times) {
        SessionDoor door = one.door();
        LocalDate due = door.dates().due();
        LocalDate opens = door.dates().opens();
        boolean word = door.state() != SessionDoor.State.OPEN && !one.progress().complete();
        return new DoorWords(
                word ? "training.door." + door.state() : null,
                opens == null ? null : times.day(opens),
                due == null ? null : times.day(due));
    }
}
