package org.peercoach.training;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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
 * What the form of a cohort's settings sent, where {@code on} names the activities that are ticked.
 *
 * @param faults message keys of what is wrong, by number of the session
 */
record CohortForm(CohortPlan plan, Map<Integer, String> faults) {

    /** Where a fault of the whole form stands. */
    static final int NONE = 0;

    /** The form as it shows a plan. */
    static CohortForm of(CohortPlan plan) {
        return new CohortForm(plan, Map.of());
    }

    /** @param before the plan that the form showed */
    static CohortForm of(MultiValueMap<String, String> sent, List<SessionContent> sessions, CohortPlan before) {
        Map<Integer, SessionDates> dates = new HashMap<>();
        Map<Integer, String> faults = new HashMap<>();
        for (SessionContent session : sessions) {
            int number = session.number();
            try {
                SessionDates one =
                        new SessionDates(date(sent.getFirst(opens(number))), date(sent.getFirst(due(number))));
                if (one.opens() != null && one.dueBefore(one.opens())) {
                    faults.put(number, "training.settings.due-first");
                } else if (!one.equals(SessionDates.NONE)) {
                    dates.put(number, one);
                }
            } catch (DateTimeException e) {
                faults.put(number, "training.settings.no-date");
            }
        }
        Set<Integer> sessionsOff = sessionsOff(sent, sessions);
        if (sessionsOff.size() == sessions.size()) {
            faults.put(NONE, "training.settings.none");
        }
        boolean locked = "locked".equals(sent.getFirst("order"));
        CohortPlan plan =
                new CohortPlan(locked, dates, off(sent, sessions), sessionsOff, order(sent, sessions, before, faults));
        return new CohortForm(plan, faults);
    }

    /** The sessions that are not ticked; an unticked box sends nothing, so the form says that it shows them. */
    private static Set<Integer> sessionsOff(MultiValueMap<String, String> sent, List<SessionContent> sessions) {
        Set<Integer> off = new HashSet<>();
        if (sent.containsKey("sessions")) {
            List<String> on = sent.getOrDefault("session", List.of());
            sessions.stream()
                    .map(SessionContent::number)
                    .filter(number -> !on.contains(number.toString()))
                    .forEach(off::add);
        }
        return off;
    }

    /**
     * By the places that were typed; empty when that is the order of the training. Whoever changes a number means that
     * this session comes to stand there, and that the others make way.
     */
    private static List<Integer> order(
            MultiValueMap<String, String> sent,
            List<SessionContent> sessions,
            CohortPlan before,
            Map<Integer, String> faults) {
        List<Integer> shown =
                ordered(sessions, before).stream().map(SessionContent::number).toList();
        Map<Integer, Integer> places = new HashMap<>();
        for (SessionContent session : sessions) {
            int number = session.number();
            String typed = sent.getFirst(place(number));
            if (typed == null) {
                places.put(number, number);
            } else if (typed.strip().matches("[1-9][0-9]?")) {
                places.put(number, Integer.valueOf(typed.strip()));
            } else {
                faults.put(number, "training.settings.no-place");
                places.put(number, number);
            }
        }
        List<Integer> usual = sessions.stream().map(SessionContent::number).toList();
        List<Integer> order = order(shown, places);
        return order.equals(usual) ? List.of() : order;
    }

    /** What was moved stands where its number says; what was not fills the gaps. */
    private static List<Integer> order(List<Integer> shown, Map<Integer, Integer> places) {
        List<Integer> order = new ArrayList<>(shown);
        order.removeIf(number -> place(number, places) != shown.indexOf(number) + 1);
        List<Integer> moved = shown.stream()
                .filter(number -> !order.contains(number))
                .sorted(Comparator.comparingInt(number -> place(number, places)))
                .toList();
        int next = 0;
        for (Integer number : moved) {
            int at = Math.min(Math.max(place(number, places) - 1, next), order.size());
            order.add(at, number);
            next = at + 1;
        }
        return order;
    }

    private static int place(int number, Map<Integer, Integer> places) {
        return places.getOrDefault(number, number);
    }

    /** All sessions, in the cohort's order. */
    static List<SessionContent> ordered(List<SessionContent> sessions, CohortPlan plan) {
        return sessions.stream()
                .sorted(Comparator.comparing(session -> plan.place(session.number())))
                .toList();
    }

    static String place(int session) {
        return "place-" + session;
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
