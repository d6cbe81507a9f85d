package org.peercoach.survey;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What somebody chose and wrote in a questionnaire, by the form's field names. Immutable. */
record Answers(Map<String, String> fields) {

    static final String COMMENT = "comment";
    static final String SHARE = "share";
    static final String YES = "yes";
    static final String NO = "no";

    /** The item does not fit the person. */
    static final String NOT_MINE = "na";

    static final Answers NONE = new Answers(Map.of());

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    Answers {
        fields = Map.copyOf(fields);
    }

    static String item(Instrument.Item item) {
        return "item." + item.code();
    }

    static String help(Instrument.Item item) {
        return "help." + item.code();
    }

    static String open(Instrument.Open open) {
        return "open." + open.key();
    }

    /** Options of a question with several answers are fields of their own. */
    static String option(Instrument.Open open, Instrument.Option option) {
        return open(open) + "." + option.key();
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    /** The value of a field, or an empty text. */
    String text(String field) {
        return fields.getOrDefault(field, "");
    }

    boolean has(String field, String value) {
        return value.equals(fields.get(field));
    }

    /** The value that was given to an item; empty when it was left out. */
    Optional<Integer> value(Instrument instrument, Instrument.Item item) {
        return instrument.level(fields.get(item(item))).map(Instrument.Level::value);
    }

    /** As it is stored. */
    String stored() {
        return MAPPER.writeValueAsString(new TreeMap<>(fields));
    }

    static Answers ofStored(@Nullable String json) {
        return json == null ? NONE : new Answers(MAPPER.readValue(json, FIELDS));
    }
}
