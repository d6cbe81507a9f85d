package org.peercoach.survey;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A questionnaire, as its content file tells it. Immutable. Keys and codes stand in saved answers and never change.
 *
 * @param version counts up when what people answer changes; answers keep the version that they answered
 * @param anonymous whether answers are kept apart from who gave them
 * @param wantHelp whether each item also asks whether help is wanted
 * @param open questions that are not scored
 * @param comment label of a free comment, or null for none
 */
record Instrument(
        String key,
        String title,
        int version,
        InstrumentKind kind,
        String lead,
        int minutes,
        boolean anonymous,
        List<Level> scale,
        List<Domain> domains,
        @Nullable Boolean wantHelp,
        @Nullable List<Open> open,
        @Nullable String comment) {

    record Level(int value, String text) {}

    record Domain(String key, String title, List<Item> items) {}

    /** @param codes of standards that it goes with; shown nowhere yet */
    record Item(String code, String text, @Nullable List<String> codes) {}

    record Open(
            String key,
            String label,
            OpenKind kind,
            @Nullable List<Option> options,
            @Nullable Boolean required) {

        List<Option> choices() {
            return options == null ? List.of() : options;
        }

        boolean needed() {
            return Boolean.TRUE.equals(required);
        }
    }

    record Option(String key, String text) {}

    /** How an open question is answered. */
    enum OpenKind {
        @JsonProperty("line")
        LINE,
        @JsonProperty("text")
        TEXT,
        @JsonProperty("one-of")
        ONE_OF,
        @JsonProperty("some-of")
        SOME_OF;

        boolean chosen() {
            return this == ONE_OF || this == SOME_OF;
        }
    }

    boolean asksForHelp() {
        return Boolean.TRUE.equals(wantHelp);
    }

    List<Open> questions() {
        return open == null ? List.of() : open;
    }

    List<Item> items() {
        return domains.stream().flatMap(domain -> domain.items().stream()).toList();
    }

    /** The level that a form's value names. */
    Optional<Level> level(@Nullable String value) {
        return scale.stream()
                .filter(level -> Integer.toString(level.value()).equals(value))
                .findFirst();
    }

    /** The highest value that can be given. */
    int highest() {
        return scale.getLast().value();
    }
}
