package org.peercoach.training;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peercoach.training.cohort.CohortPlan;
import org.peercoach.training.cohort.SessionDates;

/**
 * Whether a coach can work in a session now, and why not. A session that somebody has begun stays open to that person,
 * whatever is changed afterwards; and what cannot be worked on yet keeps no later session shut.
 *
 * @param dates of the session in this cohort
 * @param before number of the session before that is not done, or 0
 */
record SessionDoor(State state, SessionDates dates, int before) {

    enum State {
        OPEN,
        /** Open, and it would be better to finish the one before first. */
        WARNED,
        /** Its first day is still to come. */
        LATER,
        /** It waits for the one before. */
        LOCKED
    }

    static final SessionDoor OPEN = new SessionDoor(State.OPEN, SessionDates.NONE, 0);

    boolean open() {
        return state == State.OPEN || state == State.WARNED;
    }

    /** Whether its last day in time is over on this day. */
    boolean late(LocalDate today) {
        return open() && dates.dueBefore(today);
    }

    /** The door of one of a member's sessions, which come in order. */
    static SessionDoor of(CohortPlan plan, List<SessionProgress> sessions, SessionProgress one, LocalDate today) {
        SessionDates dates = plan.dates(one.session().number());
        int before = before(sessions, one);
        if (one.started() || one.complete()) {
            return new SessionDoor(before > 0 && !one.complete() ? State.WARNED : State.OPEN, dates, before);
        }
        if (dates.opensAfter(today)) {
            return new SessionDoor(State.LATER, dates, before);
        }
        return new SessionDoor(before == 0 ? State.OPEN : plan.locked() ? State.LOCKED : State.WARNED, dates, before);
    }

    private static int before(List<SessionProgress> sessions, SessionProgress one) {
        @Nullable SessionProgress last = null;
        for (SessionProgress each : sessions) {
            if (each.session().number() == one.session().number()) {
                break;
            }
            last = each;
        }
        return last == null || last.doneAsFarAsOpen() ? 0 : last.session().number();
    }
}
