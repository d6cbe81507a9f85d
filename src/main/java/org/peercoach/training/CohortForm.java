package org.peercoach.training;

import java.time.DateTimeException;
import java.time.LocalDate;
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
 * What the form of a cohort's settings sent.
 *
 * @param sent its fields; {@code on} names the activities that are ticked
 * @param faults message keys of what is wrong, by number of the session
 */
record CohortForm(MultiValueMap<String, String> sent, CohortPlan plan, Map<Integer, String> faults) {

    /** Where a fault of the whole form stands. */
    static final int NONE = 0;

    static CohortForm of(MultiValueMap<String, String> sent, List<SessionContent> sessions) {
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
                new CohortPlan(locked, dates, off(sent, sessions), sessionsOff, order(sent, sessions, faults));
        return new CohortForm(sent, plan, faults);
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

    /** By the places that were typed; empty when that is the order of the training. */
    private static List<Integer> order(
            MultiValueMap<String, String> sent, List<SessionContent> sessions, Map<Integer, String> faults) {
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
        List<Integer> order = usual.stream()
                .sorted(Comparator.comparing(number -> places.getOrDefault(number, number)))
                .toList();
        return order.equals(usual) ? List.of() : order;
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
