package org.peercoach.training;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What saved answers hang on in a work: the keys of all that is filled in or chosen, and what is filled in there. */
final class AnswerKeys {

    private final Map<String, String> forms = new TreeMap<>();

    private AnswerKeys() {}

    /** Every key by its place, such as {@code groups:time/fields:slots}, with what it takes. */
    static Map<String, String> of(Work work) {
        AnswerKeys keys = new AnswerKeys();
        keys.walk(work, "", "");
        return keys.forms;
    }

    /** What is missing in a work that takes the place of another: answers would be seen by nobody any more. */
    static List<String> gone(Map<String, String> before, Work own) {
        Map<String, String> now = of(own);
        List<String> faults = new ArrayList<>();
        String gone = "/"; // no place begins so
        for (Map.Entry<String, String> key : before.entrySet()) {
            String place = key.getKey();
            String form = now.get(place);
            if (form == null && !place.startsWith(gone)) {
                faults.add(said(place) + " is gone: answers of coaches hang on it, so it has to stay");
                gone = place + "/";
            } else if (form != null && !form.equals(key.getValue())) {
                faults.add(said(place) + " is no longer " + key.getValue() + ": answers of coaches hang on it");
            }
        }
        return faults;
    }

    private static String said(String place) {
        return place.replaceAll("[A-Za-z]+:", "").replace('/', '.');
    }

    /** The fields that name or describe a colleague, as {@code group.field}. */
    static Set<String> partners(Work work) {
        return fields(work, true);
    }

    /** The fields that trainers may see, as {@code group.field}. */
    static Set<String> open(Work work) {
        return fields(work, false);
    }

    private static Set<String> fields(Work work, boolean partner) {
        return work.groups().stream()
                .flatMap(group -> group.fields().stream()
                        .filter(field -> field.partner() == partner)
                        .map(field -> group.key() + "." + field.key()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private void walk(@Nullable Object value, String name, String above) {
        if (value instanceof List<?> list) {
            list.forEach(item -> walk(item, name, above));
        } else if (value instanceof Record record) {
            String place = place(record, name, above);
            for (RecordComponent part : record.getClass().getRecordComponents()) {
                walk(ContentRules.valueOf(record, part), part.getName(), place);
            }
        }
    }

    private String place(Record record, String name, String above) {
        for (RecordComponent part : record.getClass().getRecordComponents()) {
            if (part.getName().equals("key") && ContentRules.valueOf(record, part) instanceof String key) {
                String place = (above.isEmpty() ? "" : above + "/") + name + ":" + key;
                forms.put(place, form(record));
                rows(record, place);
                return place;
            }
        }
        return above;
    }

    private void rows(Record record, String place) {
        if (record instanceof FieldGroup group && group.repeat() != null) {
            group.possibleRows().forEach(row -> forms.put(place + "/row:" + row, ""));
        }
    }

    private static String form(Record record) {
        return switch (record) {
            case FieldGroup group -> group.repeats() ? "repeated" : "asked once";
            case Field field ->
                switch (field.kind()) {
                    case LINE, TEXT -> "words";
                    case NUMBER -> "a number";
                    case DATE -> "a date";
                    case ONE_OF -> "one of several";
                    case SOME_OF -> "some of several";
                    case TICK -> "a tick";
                };
            default -> "";
        };
    }
}
