package org.peercoach.course.roster;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.launch.ListedRoles;
import org.peercoach.course.roster.ListedPerson.Seat;
import org.peercoach.lti.Membership;
import org.peercoach.lti.Membership.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Pages of the list become persons and members. What is known is read first, and only what differs is written, many
 * rows at once; a launch at the same moment wins (LTI-N10). Each statement stands for itself, so a page may come twice.
 */
@Component
class ListedPeople {

    private static final int PORTION = 200;

    private final JdbcClient jdbc;
    private final ListedWriting writing;
    private final ListedRoles rules;
    private final Clock clock;

    ListedPeople(JdbcClient jdbc, ListedWriting writing, ListedRoles rules, Clock clock) {
        this.jdbc = jdbc;
        this.writing = writing;
        this.rules = rules;
        this.clock = clock;
    }

    /** Takes a page in; pretended learners are nobody (LTI-T23). */
    void take(ReadingPlace place, List<Membership> page, Reading reading) {
        // by id, so that two readings at once write in the same order
        List<Membership> people = page.stream()
                .filter(one -> !rules.pretended(one.roles()))
                .collect(Collectors.toMap(Membership::userId, Function.identity(), (one, other) -> other))
                .values()
                .stream()
                .sorted(Comparator.comparing(Membership::userId))
                .toList();
        for (int from = 0; from < people.size(); from += PORTION) {
            portion(place, people.subList(from, Math.min(people.size(), from + PORTION)), reading);
        }
    }

    private void portion(ReadingPlace place, List<Membership> people, Reading reading) {
        Map<String, ListedPerson> known = find(place, people);
        if (addMissing(place, people, known)) {
            reading.changed();
            known = find(place, people);
        }
        ListedChanges changes = new ListedChanges();
        for (Membership one : people) {
            ListedPerson person = known.get(one.userId());
            if (person != null && !person.testUser() && person.seat() != null) {
                compare(new Entry(one, person, person.seat()), place, reading, changes);
            }
        }
        if (writing.write(changes, place.started())) {
            reading.changed();
        }
    }

    /** What the list says of somebody, and what we know. */
    private record Entry(Membership listed, ListedPerson person, Seat seat) {}

    private void compare(Entry entry, ReadingPlace place, Reading reading, ListedChanges changes) {
        changes.name(entry.person(), entry.person().names().told(entry.listed()));
        if (entry.listed().status() != Status.ACTIVE) {
            changes.left(entry.seat());
            return;
        }
        reading.saw(entry.person().id());
        changes.seat(entry.seat(), now(entry.seat(), entry.listed(), place));
    }

    /** A role that a launch has told stays; that the list says another one is noted, to be shown (LTI-N10). */
    private Seat now(Seat before, Membership listed, ReadingPlace place) {
        String roles = LmsWords.stored(listed.roles());
        if (before.lastSeen() != null) {
            boolean differs = LmsWords.of(listed.roles()).contradicts(LmsWords.ofStored(before.lmsRoles()));
            return seat(before, before.lmsRoles(), roles, differs, null);
        }
        return seat(before, roles, roles, false, rules.decide(listed.roles(), place.rules()));
    }

    private static Seat seat(
            Seat before, String lmsRoles, String listRoles, boolean differs, ListedRoles.@Nullable Decided decided) {
        String role = decided == null || before.explicit()
                ? before.role()
                : decided.role().name();
        String reason = decided == null || before.explicit() ? before.reason() : decided.reason();
        String toldRole = decided == null || !before.explicit()
                ? before.toldRole()
                : decided.role().name();
        String toldReason = decided == null || !before.explicit() ? before.toldReason() : decided.reason();
        return new Seat(
                before.id(),
                lmsRoles,
                role,
                reason,
                before.explicit(),
                toldRole,
                toldReason,
                true,
                before.lastSeen(),
                listRoles,
                differs);
    }

    private Map<String, ListedPerson> find(ReadingPlace place, Collection<Membership> people) {
        Map<String, ListedPerson> found = new LinkedHashMap<>();
        jdbc.sql(ListedPerson.SELECT)
                .param("course", place.course().value())
                .param("registration", place.target().registrationId())
                .param("district", place.district())
                .param("subs", people.stream().map(Membership::userId).toList())
                .query(ListedPerson::read)
                .list()
                .forEach(person -> found.put(person.sub(), person));
        return found;
    }

    /** Whoever is active and not here yet; false when there is nobody. */
    private boolean addMissing(ReadingPlace place, List<Membership> people, Map<String, ListedPerson> known) {
        List<Membership> strangers = people.stream()
                .filter(one -> one.status() == Status.ACTIVE && !known.containsKey(one.userId()))
                .toList();
        writing.addPersons(place, strangers, clock.instant());
        Map<String, ListedPerson> persons = strangers.isEmpty() ? known : find(place, people);
        List<ListedWriting.NewMember> members = people.stream()
                .filter(one -> one.status() == Status.ACTIVE)
                .map(one -> newMember(place, one, persons.get(one.userId())))
                .filter(Objects::nonNull)
                .toList();
        writing.addMembers(place, members, clock.instant());
        return !strangers.isEmpty() || !members.isEmpty();
    }

    private ListedWriting.@Nullable NewMember newMember(
            ReadingPlace place, Membership listed, @Nullable ListedPerson person) {
        if (person == null || person.seat() != null || person.testUser()) {
            return null;
        }
        return new ListedWriting.NewMember(
                person.id(), LmsWords.stored(listed.roles()), rules.decide(listed.roles(), place.rules()));
    }
}
