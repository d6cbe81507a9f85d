package org.peercoach.training;

import java.util.Map;
import java.util.TreeMap;

/** Fills in the required fields of whatever worksheet the content has, as a browser would send them. */
final class TestFields {

    private TestFields() {}

    /** Everything that is required; texts begin with these words. */
    static Map<String, String> filled(Work work, String words) {
        Map<String, String> fields = new TreeMap<>();
        for (FieldGroup group : work.groups()) {
            for (int row : group.rows(Answer.NONE)) {
                if (FieldFault.isNeeded(group, row, Answer.NONE)) {
                    group.cells(row)
                            .filter(cell -> cell.field().required())
                            .forEach(cell -> fields.put(cell.name(), value(cell.field(), words)));
                }
            }
        }
        return fields;
    }

    /** The name of the first required text or line that trainers see. */
    static String firstText(Work work) {
        return name(work, false);
    }

    /** The name of the first field that names a colleague. */
    static String firstPartner(Work work) {
        return name(work, true);
    }

    private static String name(Work work, boolean partner) {
        return work.groups().stream()
                .flatMap(group -> group.rows(Answer.NONE).stream().flatMap(group::cells))
                .filter(cell ->
                        cell.field().kind() == Field.Kind.TEXT || cell.field().kind() == Field.Kind.LINE)
                .filter(cell -> cell.field().partner() == partner)
                .filter(cell -> partner || cell.field().required())
                .map(FieldGroup.Cell::name)
                .findFirst()
                .orElseThrow();
    }

    private static String value(Field field, String words) {
        return switch (field.kind()) {
            case LINE -> words;
            case TEXT -> words + " and".repeat(field.minWords() == null ? 1 : field.minWords());
            case NUMBER -> field.min() == null ? "1" : field.min().toPlainString();
            case DATE -> "2026-12-04";
            case ONE_OF, SOME_OF -> field.choices().getFirst().key();
            case TICK -> Field.TICKED;
        };
    }
}
