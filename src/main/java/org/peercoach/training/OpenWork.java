package org.peercoach.training;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Member;
import org.peercoach.shared.ProblemPage;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What a coach can work on now. Everything else is refused with the reason. */
@Component
class OpenWork {

    private final Catalogs catalogs;
    private final Standings standings;
    private final Workbook workbook;

    OpenWork(Catalogs catalogs, Standings standings, Workbook workbook) {
        this.catalogs = catalogs;
        this.standings = standings;
        this.workbook = workbook;
    }

    /**
     * The activity of an address.
     *
     * @throws ProblemPage.Thrown 404 if there is no such activity; 409 if it cannot be worked on yet, is left out in this
     *     cohort, or its session is shut
     */
    ActivityContent at(Member coach, int number, String id) {
        SessionContent session = catalogs.whole(coach).atAddress(number);
        ActivityContent activity = catalogs.whole(coach).atAddress(number, id);
        if (!activity.open()) {
            throw refused(coach, session, "NOT-OPEN", "training.problem.not-open");
        }
        if (leftOut(coach, session, activity) != null) {
            throw refused(coach, session, "SWITCHED-OFF", "training.problem.switched-off");
        }
        SessionDoor door = standings.door(coach, session);
        if (door.state() == SessionDoor.State.LATER && door.dates().opens() != null) {
            throw refused(
                    coach,
                    session,
                    "OPENS-LATER",
                    "training.problem.opens-later",
                    session.number(),
                    standings.times(coach).day(door.dates().opens()));
        }
        if (door.state() == SessionDoor.State.LOCKED) {
            throw refused(coach, session, "SESSION-LOCKED", "training.problem.locked", session.number(), door.before());
        }
        return activity;
    }

    /**
     * The state of what this coach's cohort leaves out: of a whole session everything, of a session what the coach has not
     * completed before; else null.
     */
    @Nullable
    ActivityState leftOut(Member coach, SessionContent session, ActivityContent activity) {
        boolean whole = standings.off(coach, session);
        if (!whole && !standings.off(coach, activity)) {
            return null;
        }
        ActivityState state = workbook.state(coach, activity);
        return state.complete() && !whole ? null : state;
    }

    /** What people wrote into the fields of a work, for copying; null if it is nothing. */
    static @Nullable String words(Work work, Answer fields) {
        String words =
                work.written().map(fields::text).filter(text -> !text.isBlank()).collect(Collectors.joining("\n\n"));
        return words.isEmpty() ? null : words;
    }

    private static ProblemPage.Thrown refused(
            Member coach, SessionContent session, String code, String key, Object... args) {
        return ProblemPage.of(HttpStatus.CONFLICT, code, key)
                .withArgs(args)
                .withWayOut(coach.path(session.path()))
                .thrown();
    }
}
