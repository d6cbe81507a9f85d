package org.peercoach.console;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.peercoach.audit.AuditEntry;
import org.peercoach.audit.AuditLog.Noted;
import org.peercoach.shared.time.Times;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The log in words. It holds numbers of people only; a district sees the names of its own people, as they are now, and
 * nobody sees any other.
 */
@Component
class AuditWords {

    private static final Pattern VALUE = Pattern.compile("\\b[A-Z]{4,}\\b");
    private static final Pattern THING = Pattern.compile("([a-z]+)[:-]([0-9]{1,18})");

    /** One line; {@code subject} in words, {@code subjectName} if it has a name of its own. */
    public record Row(
            String at,
            String act,
            String actor,
            @Nullable String name,
            @Nullable String subject,
            @Nullable String subjectName,
            @Nullable String details,
            @Nullable Long course,
            @Nullable Long district) {}

    /** An act to look for. */
    public record Choice(String act, String word) {}

    private final AuditNames names;
    private final MessageSource messages;

    AuditWords(AuditNames names, MessageSource messages) {
        this.names = names;
        this.messages = messages;
    }

    List<Row> rows(List<Noted> noted, @Nullable Long district, Times times) {
        Map<String, String> known = names.of(noted, district);
        return noted.stream().map(one -> row(one, known, times)).toList();
    }

    List<Choice> choices() {
        return AuditActs.ALL.stream().map(act -> new Choice(act, word(act))).toList();
    }

    private Row row(Noted noted, Map<String, String> known, Times times) {
        AuditEntry entry = noted.entry();
        String subject = entry.subject();
        String details = entry.details();
        return new Row(
                times.moment(noted.at()),
                word(entry.act()),
                thing(entry.actor()),
                known.get(entry.actor()),
                subject == null ? null : thing(subject),
                subject == null ? null : known.get(subject),
                details == null ? null : said(details),
                entry.course(),
                entry.district());
    }

    /** The act in words; one that nobody has words for is its code. */
    String word(String act) {
        return message("console.audit.act." + act, act);
    }

    /** {@code deployment:5} is “LMS connection 5”; what is no thing with a number stands as it is. */
    private String thing(String text) {
        Matcher thing = THING.matcher(text);
        return thing.matches()
                ? message("console.audit.thing." + thing.group(1), text, thing.group(2))
                : message("console.audit.actor." + text, text);
    }

    /** Names of roles, states and purposes in words, and what became of what with an arrow. */
    private String said(String details) {
        String words = VALUE.matcher(details)
                .replaceAll(value ->
                        Matcher.quoteReplacement(message("console.audit.value." + value.group(), value.group())));
        return words.replace(" -> ", " → ");
    }

    private String message(String key, String otherwise, Object... args) {
        String word = messages.getMessage(key, args, otherwise, Locale.US);
        return word == null ? otherwise : word;
    }
}
