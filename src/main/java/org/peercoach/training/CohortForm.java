package org.peercoach.training;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peercoach.training.cohort.CohortPlan;
import org.peercoach.training.cohort.SessionDates;
import org.springframework.util.MultiValueMap;

/**
 * What the form of a cohort's settings sent.
 *
 * @param sent its fields; {@code on} names the activities that are ticked
 * @param faults message keys of what is wrong, by number of the session
 */
record CohortForm(MultiValueMap<String, String> sent, CohortPlan plan, Map<Integer, String> faults) {

    static CohortForm of(MultiValueMap<String, String> sent, List<SessionContent> sessions) {
        Map<Integer, SessionDates> dates = new HashMap<>();
        Map<Integer, String> faults = new HashMap<>();
        for (SessionContent session : sessions) {
            int number = session.number();
            try {
                SessionDates one = new SessionDates(
                        date(sent.getFirst(opens(number))), date(sent.getFirst(due(number))));
                if (one.opens() != null && one.dueBefore(one.opens())) {
                    faults.put(number, "training.settings.due-first");
                } else if (!one.equals(SessionDates.NONE)) {
                    dates.put(number, one);
                }
            } catch (DateTimeException e) {
                faults.put(number, "training.settings.no-date");
            }
        }
        boolean locked = "locked".equals(sent.getFirst("order"));
        return new CohortForm(sent, new CohortPlan(locked, dates, off(sent, sessions)), faults);
    }

    /** What is not ticked; and all that waits for a room of the house, when that button was pressed. */
    private static Set<String> off(MultiValueMap<String, String> sent, List<SessionContent> sessions) {
        Set<String> on = new HashSet<>(sent.getOrDefault("on", List.of()));
        boolean allThatWaits = sent.containsKey("waiting-off");
        Set<String> off = new HashSet<>();
        sessions.forEach(session -> session.activities().stream()
                .filter(activity -> !on.contains(activity.id()) || allThatWaits && !activity.open())
                .forEach(activity -> off.add(activity.id())));
        return off;
    }

    static String opens(int session) {
        return "opens-" + session;
    }

    static String due(int session) {
        return "due-" + session;
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        LocalDate date = LocalDate.parse(text.strip());
        if (date.getYear() < 2000 || date.getYear() > 2200) {
            throw new DateTimeException("no year of a cohort");
        }
        return date;
    }
}
