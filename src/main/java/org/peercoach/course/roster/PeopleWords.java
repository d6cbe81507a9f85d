package org.peercoach.course.roster;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.roster.PeopleRows.Person;
import org.peercoach.course.roster.RosterState.Outcome;
import org.peercoach.shared.time.Times;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What is known of people and of the list, in words; times in the reader's zone (ruling 33). */
@Component
class PeopleWords {

    private final MessageSource messages;

    PeopleWords(MessageSource messages) {
        this.messages = messages;
    }

    /** In which language and zone. */
    record Reader(Locale locale, ZoneId zone, long person) {}

    /** Why somebody is what they are. */
    String why(Person person, Reader reader) {
        Instant at = person.explicitAt();
        if (person.explicit() && at != null) {
            boolean own = Objects.equals(person.explicitBy(), reader.person());
            return own
                    ? say(reader, "course.people.given.you", date(at, reader))
                    : say(reader, "course.people.given", String.valueOf(person.giver()), date(at, reader));
        }
        String unknown = say(reader, "course.people.why-rule");
        return Objects.requireNonNull(
                messages.getMessage("course.people.why." + person.reason(), null, unknown, reader.locale()));
    }

    /** What is odd about somebody, or null. */
    @Nullable
    String odd(Person person, Reader reader) {
        LmsWords list = person.list();
        if (!person.active()) {
            Instant left = person.leftAt();
            return left == null
                    ? say(reader, "course.people.left")
                    : say(reader, "course.people.left-at", date(left, reader));
        }
        if (person.differs() && list != null) {
            return say(reader, "course.people.differs", word(list, reader), word(person.launch(), reader));
        }
        return person.unlisted() ? say(reader, "course.people.unlisted") : null;
    }

    String word(LmsWords word, Reader reader) {
        return say(reader, "course.people.lms." + word);
    }

    /** How far the list is. */
    String list(RosterState state, Reader reader) {
        Outcome outcome = state.outcome();
        if (!state.offered()) {
            return say(reader, "course.people.list.none");
        }
        if (state.reading()) {
            return say(reader, "course.people.list.reading", state.readSoFar());
        }
        Instant ended = state.ended();
        Instant complete = state.complete();
        if (ended == null || outcome == null) {
            return say(reader, state.due() == null ? "course.people.list.never" : "course.people.list.due");
        }
        if (outcome == Outcome.DONE) {
            return say(reader, "course.people.list.done", time(ended, reader), state.people());
        }
        String failed = say(reader, "course.people.list.failed." + outcome, time(ended, reader));
        return complete == null
                ? failed
                : failed + " " + say(reader, "course.people.list.older", time(complete, reader));
    }

    String date(Instant at, Reader reader) {
        return times(reader).day(at);
    }

    private static String time(Instant at, Reader reader) {
        return times(reader).moment(at);
    }

    private static Times times(Reader reader) {
        return new Times(reader.locale(), reader.zone(), null);
    }

    private String say(Reader reader, String key, Object... values) {
        return messages.getMessage(key, values, reader.locale());
    }
}
