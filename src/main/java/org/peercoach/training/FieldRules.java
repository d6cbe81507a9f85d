package org.peercoach.training;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What must hold of groups of fields in a content file. */
final class FieldRules {

    private static final String KEY = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
    private static final int MOST_ROWS = 40;

    private final String place;
    private final List<String> faults = new ArrayList<>();

    private FieldRules(String place) {
        this.place = place;
    }

    /** Every broken rule, each with its place; empty when all is well. */
    static List<String> faults(String place, List<FieldGroup> groups) {
        FieldRules rules = new FieldRules(place);
        Set<String> keys = new HashSet<>();
        for (FieldGroup group : groups) {
            rules.key(group.key(), keys, group.key());
            rules.repeat(group);
            Set<String> fields = new HashSet<>();
            for (Field field : group.fields()) {
                rules.key(field.key(), fields, group.key() + "." + field.key());
                rules.field(field, group.key() + "." + field.key());
            }
        }
        return List.copyOf(rules.faults);
    }

    private void key(String key, Set<String> seen, String where) {
        if (!key.matches(KEY)) {
            fault(where, "has a key that is not in kebab-case");
        }
        if (!seen.add(key)) {
            fault(where, "stands twice");
        }
    }

    private void repeat(FieldGroup group) {
        FieldGroup.Repeat repeat = group.repeat();
        if (repeat != null && (repeat.max() > MOST_ROWS || repeat.max() < Math.max(2, repeat.least()))) {
            fault(group.key(), "cannot repeat " + repeat.least() + " to " + repeat.max() + " times");
        }
    }

    private void field(Field field, String where) {
        boolean number = field.kind() == Field.Kind.NUMBER;
        if (field.kind().choice() != (field.options() != null)) {
            fault(where, "has options where none are chosen, or none to choose from");
        }
        Set<String> options = new HashSet<>();
        field.choices().forEach(option -> key(option.key(), options, where + "." + option.key()));
        if (field.minWords() != null && field.kind() != Field.Kind.TEXT) {
            fault(where, "counts words of what is no text");
        }
        if (!number && (field.min() != null || field.max() != null || field.unit() != null)) {
            fault(where, "has limits or a unit and is no number");
        }
        if (field.min() != null && field.max() != null && field.min().compareTo(field.max()) >= 0) {
            fault(where, "has limits that leave nothing");
        }
    }

    private void fault(String where, String what) {
        faults.add(place + " " + where + " " + what);
    }
}
