package org.peercoach.training.cohort;

import java.util.Map;
import java.util.Set;

/**
 * How one cohort runs the training. Immutable; sessions and activities are named as the content names them.
 *
 * @param locked whether a session opens only when the one before it is done; otherwise there is a word of warning
 * @param dates by number of the session; a session without an entry has no dates
 * @param off ids of activities that this cohort leaves out: nobody needs them, and nobody gets their points, except
 *     people who had completed them before
 */
public record CohortPlan(boolean locked, Map<Integer, SessionDates> dates, Set<String> off) {

    /** As every cohort begins: everything is on, without dates, in the advised order. */
    public static final CohortPlan USUAL = new CohortPlan(false, Map.of(), Set.of());

    public CohortPlan {
        dates = Map.copyOf(dates);
        off = Set.copyOf(off);
    }

    /** The days of a session. */
    public SessionDates dates(int session) {
        return dates.getOrDefault(session, SessionDates.NONE);
    }
}
