package org.peercoach.training.cohort;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How one cohort runs the training. Immutable; sessions and activities are named as the content names them.
 *
 * @param locked whether a session opens only when the one before it is done; otherwise there is a word of warning
 * @param dates by number of the session; a session without an entry has no dates
 * @param off ids of activities that this cohort leaves out: nobody needs them, and nobody gets their points, except
 *     people who had completed them before
 * @param sessionsOff numbers of sessions that this cohort leaves out whole; their points stay where they are
 * @param order numbers of sessions in this cohort's own order; empty for the order of the training
 */
public record CohortPlan(
        boolean locked,
        Map<Integer, SessionDates> dates,
        Set<String> off,
        Set<Integer> sessionsOff,
        List<Integer> order) {

    /** As every cohort begins: everything is on, without dates, in the advised order. */
    public static final CohortPlan USUAL = new CohortPlan(false, Map.of(), Set.of());

    public CohortPlan {
        dates = Map.copyOf(dates);
        off = Set.copyOf(off);
        sessionsOff = Set.copyOf(sessionsOff);
        order = List.copyOf(order);
    }

    /** With all sessions, in the order of the training. */
    public CohortPlan(boolean locked, Map<Integer, SessionDates> dates, Set<String> off) {
        this(locked, dates, off, Set.of(), List.of());
    }

    /** Where a session stands in this cohort's order; those that it does not name come last, by their number. */
    public int place(int session) {
        int place = order.indexOf(session);
        return place < 0 ? order.size() + session : place;
    }

    /** Whether this cohort leaves out this whole session. */
    public boolean leavesOut(int session) {
        return sessionsOff.contains(session);
    }

    /** Whether this cohort leaves out this activity, be it alone or with its whole session. */
    public boolean leavesOut(int session, String activity) {
        return leavesOut(session) || off.contains(activity);
    }

    /** The days of a session. */
    public SessionDates dates(int session) {
        return dates.getOrDefault(session, SessionDates.NONE);
    }
}
