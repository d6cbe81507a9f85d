package org.peercoach.training;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One field of a form, as the content files tell it.
 *
 * @param key stands in saved answers and never changes
 * @param options what can be chosen; null unless the kind is a choice
 * @param minWords so many words at least, or null; for texts only
 * @param min the least number, or null; {@code max} and {@code unit} alike
 * @param partner whether it names or describes a colleague: trainers never see it
 */
record Field(
        String key,
        String label,
        Kind kind,
        boolean required,
        @Nullable String help,
        @Nullable List<Choice> options,
        @Nullable Integer minWords,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable String unit,
        boolean partner) {

    static final String TICKED = "yes";

    /** What a field takes. */
    enum Kind {
        @JsonProperty("line")
        LINE,
        @JsonProperty("text")
        TEXT,
        @JsonProperty("number")
        NUMBER,
        @JsonProperty("date")
        DATE,
        @JsonProperty("one-of")
        ONE_OF,
        @JsonProperty("some-of")
        SOME_OF,
        @JsonProperty("tick")
        TICK;

        /** Whether it offers options. */
        boolean choice() {
            return this == ONE_OF || this == SOME_OF;
        }
    }

    record Choice(String key, String text) {}

    List<Choice> choices() {
        return options == null ? List.of() : options;
    }

    Optional<Choice> choice(String wanted) {
        return choices().stream().filter(one -> one.key().equals(wanted)).findFirst();
    }

    /** The options that a value names, in the order of the form. */
    List<Choice> chosen(String value) {
        List<String> named = Arrays.asList(value.split(","));
        return choices().stream().filter(one -> named.contains(one.key())).toList();
    }

    /** A value as people read it: of choices their texts. */
    String words(String value) {
        return kind.choice() ? chosen(value).stream().map(Choice::text).collect(Collectors.joining("; ")) : value;
    }

    /** What is kept of a value that was sent: a text as it is, of choices only what is offered. */
    String kept(String sent) {
        return switch (kind) {
            case ONE_OF -> choice(sent).map(Choice::key).orElse("");
            case SOME_OF -> chosen(sent).stream().map(Choice::key).collect(Collectors.joining(","));
            case TICK -> sent.contains(TICKED) ? TICKED : "";
            case LINE, TEXT, NUMBER, DATE -> sent;
        };
    }
}
