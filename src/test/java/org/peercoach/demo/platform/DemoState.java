package org.peercoach.demo.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Everything the demo LMS remembers over a restart. A value: each change makes a new one.
 *
 * @param nextId numbers are never given twice, not even after a reset, for the tool remembers them
 * @param signingKey the LMS's RSA key as a JWK, with its private part
 * @param links that deep linking brought; the others are in {@link Cast}
 * @param registrations made by dynamic registration; the first one is always there
 * @param clientInUse which registration launches use
 */
public record DemoState(
        long nextId,
        String signingKey,
        Switches switches,
        String clientInUse,
        List<ToolRegistration> registrations,
        List<Link> links,
        List<Column> columns,
        List<Grade> grades,
        List<Event> events) {

    private static final int EVENTS_KEPT = 200;

    static DemoState initial(String signingKey) {
        return new DemoState(
                200,
                signingKey,
                Switches.INITIAL,
                ToolRegistration.BUILT_IN,
                List.of(),
                List.of(),
                Cast.COLUMNS,
                List.of(),
                List.of());
    }

    /** As at the beginning, but for what the tool still relies on: key, registrations and numbers. */
    DemoState reset() {
        DemoState fresh = initial(signingKey);
        return new DemoState(
                nextId,
                signingKey,
                fresh.switches,
                clientInUse,
                registrations,
                fresh.links,
                fresh.columns,
                fresh.grades,
                fresh.events);
    }

    DemoState withNextId() {
        return new DemoState(
                nextId + 1, signingKey, switches, clientInUse, registrations, links, columns, grades, events);
    }

    DemoState with(Switches turned) {
        return new DemoState(nextId, signingKey, turned, clientInUse, registrations, links, columns, grades, events);
    }

    DemoState withClientInUse(String clientId) {
        return new DemoState(nextId, signingKey, switches, clientId, registrations, links, columns, grades, events);
    }

    DemoState with(ToolRegistration registration) {
        List<ToolRegistration> all =
                replace(registrations, registration, one -> one.clientId().equals(registration.clientId()));
        return new DemoState(nextId, signingKey, switches, clientInUse, all, links, columns, grades, events);
    }

    DemoState with(Link link) {
        List<Link> all = replace(links, link, one -> one.id().equals(link.id()));
        return new DemoState(nextId, signingKey, switches, clientInUse, registrations, all, columns, grades, events);
    }

    DemoState with(Column column) {
        List<Column> all = replace(columns, column, one -> one.id().equals(column.id()));
        return new DemoState(nextId, signingKey, switches, clientInUse, registrations, links, all, grades, events);
    }

    DemoState withoutColumn(String id) {
        List<Column> left = columns.stream().filter(one -> !one.id().equals(id)).toList();
        List<Grade> marks =
                grades.stream().filter(one -> !one.columnId().equals(id)).toList();
        return new DemoState(nextId, signingKey, switches, clientInUse, registrations, links, left, marks, events);
    }

    DemoState with(Grade grade) {
        List<Grade> all = replace(grades, grade, sameCell(grade.columnId(), grade.personId()));
        return new DemoState(nextId, signingKey, switches, clientInUse, registrations, links, columns, all, events);
    }

    DemoState withoutGrade(String columnId, String personId) {
        List<Grade> left =
                grades.stream().filter(sameCell(columnId, personId).negate()).toList();
        return new DemoState(nextId, signingKey, switches, clientInUse, registrations, links, columns, left, events);
    }

    DemoState with(Event event) {
        List<Event> all = new ArrayList<>(events);
        all.addFirst(event);
        List<Event> kept = List.copyOf(all.subList(0, Math.min(all.size(), EVENTS_KEPT)));
        return new DemoState(nextId, signingKey, switches, clientInUse, registrations, links, columns, grades, kept);
    }

    private static Predicate<Grade> sameCell(String columnId, String personId) {
        return one -> one.columnId().equals(columnId) && one.personId().equals(personId);
    }

    /** Keeps the place of what is replaced, so that columns do not wander. */
    private static <T> List<T> replace(List<T> list, T item, Predicate<T> same) {
        List<T> result = new ArrayList<>(list);
        for (int i = 0; i < result.size(); i++) {
            if (same.test(result.get(i))) {
                result.set(i, item);
                return List.copyOf(result);
            }
        }
        result.add(item);
        return List.copyOf(result);
    }
}
