package org.peercoach.console;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.peercoach.audit.AuditEntry;
import org.peercoach.audit.AuditLog.Noted;
import org.peercoach.course.district.DistrictFigures;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The log in words. It holds numbers of people only; a district sees the names of its own people, as they are now, and
 * nobody sees any other.
 */
@Component
class AuditWords {

    private static final Pattern PERSON = Pattern.compile("person:([0-9]{1,18})");

    /** One line. */
    public record Row(
            String at,
            String act,
            String actKey,
            String actor,
            @Nullable String name,
            @Nullable String subject,
            @Nullable String subjectName,
            @Nullable String details,
            @Nullable Long course,
            @Nullable Long district) {}

    private final DistrictFigures districts;
    private final MessageSource messages;

    AuditWords(DistrictFigures districts, MessageSource messages) {
        this.districts = districts;
        this.messages = messages;
    }

    List<Row> rows(List<Noted> noted, @Nullable Long district, Times times) {
        Map<Long, String> names = names(noted, district);
        return noted.stream().map(one -> row(one, names, times)).toList();
    }

    /** Names of the people in these lines who belong to the district; none for the operator. */
    Map<Long, String> names(List<Noted> noted, @Nullable Long district) {
        if (district == null) {
            return Map.of();
        }
        Set<Long> people = new HashSet<>();
        for (Noted one : noted) {
            person(one.entry().actor()).ifPresent(people::add);
            person(one.entry().subject()).ifPresent(people::add);
        }
        return districts.names(district, people);
    }

    static @Nullable String nameOf(@Nullable String who, Map<Long, String> names) {
        return person(who).map(names::get).orElse(null);
    }

    private Row row(Noted noted, Map<Long, String> names, Times times) {
        AuditEntry entry = noted.entry();
        return new Row(
                times.say(noted.at()),
                word(entry.act()),
                entry.act(),
                entry.actor(),
                nameOf(entry.actor(), names),
                entry.subject(),
                nameOf(entry.subject(), names),
                entry.details(),
                entry.course(),
                entry.district());
    }

    /** Acts of rooms that give no words stand as they are. */
    private String word(String act) {
        String word = messages.getMessage("console.audit.act." + act, null, act, Locale.US);
        return word == null ? act : word;
    }

    private static Optional<Long> person(@Nullable String who) {
        Matcher person = PERSON.matcher(who == null ? "" : who);
        return person.matches() ? Optional.of(Long.valueOf(person.group(1))) : Optional.empty();
    }
}
