package org.peercoach.demo.platform;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What was changed about who is in which course; forgotten by a reset and by a restart of the LMS. */
public final class Enrolments {

    private record Seat(String course, String person) {}

    private final Map<Seat, Change> changes = new ConcurrentHashMap<>();

    /** What an administrator of the LMS can do to an enrolment. */
    public enum Change {
        /** On the list as Inactive; cannot open the course. */
        SUSPENDED,
        REMOVED,
        /** A teacher of the course instead of what they are. */
        TEACHER,
        /** A student of the course instead of what they are. */
        STUDENT
    }

    public Optional<Change> changed(Course course, Person person) {
        return Optional.ofNullable(changes.get(new Seat(course.id(), person.id())));
    }

    /** @param change null for as it was at the beginning */
    void set(String course, String person, @Nullable Change change) {
        Seat seat = new Seat(course, person);
        if (change == null) {
            changes.remove(seat);
        } else {
            changes.put(seat, change);
        }
    }

    void reset() {
        changes.clear();
    }

    boolean keepsOut(Course course, Person person) {
        return changed(course, person)
                .filter(change -> change == Change.REMOVED || change == Change.SUSPENDED)
                .isPresent();
    }

    /** The person as the course knows them. */
    public Person seen(Course course, Person person) {
        return changed(course, person)
                .map(change -> switch (change) {
                    case TEACHER -> person.as(Person.Kind.TRAINER);
                    case STUDENT ->
                        person.as(course.id().equals(Cast.TRAINING) ? Person.Kind.COACH : Person.Kind.PARTICIPANT);
                    case SUSPENDED, REMOVED -> person;
                })
                .orElse(person);
    }
}
