package org.peercoach.training;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What somebody wrote or chose in an activity, by the form's field names. Immutable. */
record Answer(Map<String, String> fields) {

    static final String TEXT = "text";
    static final String SHARE = "share";
    static final String NOTE = "note";
    static final String READ = "read";
    static final String LINE = "line";
    static final String HANDED_IN = "handed-in";

    static final Answer NONE = new Answer(Map.of());

    Answer {
        fields = Map.copyOf(fields);
    }

    /** The value of a field, or null when it was never filled in. */
    @Nullable
    String get(String field) {
        return fields.get(field);
    }

    /** The value of a field, or an empty text. */
    String text(String field) {
        return fields.getOrDefault(field, "");
    }

    /** Its longest value, or an empty text. */
    String longest() {
        return fields.values().stream()
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    /** This answer with one field set. */
    Answer with(String field, String value) {
        Map<String, String> changed = new TreeMap<>(fields);
        changed.put(field, value);
        return new Answer(changed);
    }

    /** This answer without these fields. */
    Answer without(Collection<String> names) {
        Map<String, String> left = new TreeMap<>(fields);
        left.keySet().removeAll(names);
        return new Answer(left);
    }

    /** This answer with all fields of another laid over it. */
    Answer with(Answer other) {
        Map<String, String> changed = new TreeMap<>(fields);
        changed.putAll(other.fields);
        return new Answer(changed);
    }
}
