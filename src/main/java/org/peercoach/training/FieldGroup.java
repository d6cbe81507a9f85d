package org.peercoach.training;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a form that belong together, as the content files tell it. In answers a field is called
 * {@code group.field}, and {@code group.n.field} where the group repeats, with n from 1.
 *
 * @param key stands in saved answers and never changes
 * @param repeat how often the fields come, or null for once
 */
record FieldGroup(
        String key,
        String title,
        @Nullable String help,
        @Nullable Repeat repeat,
        List<Field> fields) {

    /** The number of a row that is none: its group does not repeat. */
    static final int ONCE = 0;

    private static final String ROWS = ".rows";
    private static final String REMOVED = ".removed.";

    /**
     * @param min so many rows must be filled in, or null when none must be
     * @param one what one row is called, such as "Teacher"
     */
    record Repeat(@Nullable Integer min, int max, String one) {
        int least() {
            return min == null ? 0 : min;
        }
    }

    /** One field at its place in the form. */
    record Cell(FieldGroup group, int row, Field field) {
        /** What it is called in forms and answers. */
        String name() {
            return group.prefix(row) + field.key();
        }

        /** What it is called for people, with its row. */
        String label() {
            Repeat repeat = group.repeat();
            return repeat == null ? field.label() : repeat.one() + " " + row + ": " + field.label();
        }
    }

    boolean repeats() {
        return repeat != null;
    }

    /** The row numbers that stand in the form: all that must be, and up to the last one that was added or filled in. */
    List<Integer> rows(Answer answer) {
        if (repeat == null) {
            return List.of(ONCE);
        }
        int added = number(answer.text(rowsName()));
        int filled = IntStream.rangeClosed(1, repeat.max())
                .filter(row -> holds(answer, row))
                .max()
                .orElse(0);
        int rows = Math.max(Math.max(1, repeat.least()), Math.max(added, filled));
        return IntStream.rangeClosed(1, Math.min(rows, repeat.max())).boxed().toList();
    }

    /** The row numbers that a form may send. */
    List<Integer> possibleRows() {
        return repeat == null
                ? List.of(ONCE)
                : IntStream.rangeClosed(1, repeat.max()).boxed().toList();
    }

    Stream<Cell> cells(int row) {
        return fields.stream().map(field -> new Cell(this, row, field));
    }

    /** Whether anything is filled in there. */
    boolean holds(Answer answer, int row) {
        return cells(row).anyMatch(cell -> !answer.text(cell.name()).isBlank());
    }

    /** The hidden field that says how many rows the form has. */
    String rowsName() {
        return key + ROWS;
    }

    /** Whether a row was taken out and can be put back. */
    boolean keepsARemovedRow(Answer answer) {
        return fields.stream()
                .anyMatch(field -> !answer.text(removedName(field)).isBlank());
    }

    /** The form with one row more, unless it has as many as it may. */
    Answer withRowAdded(Answer answer) {
        int rows = rows(answer).size();
        return repeat == null || rows >= repeat.max() ? answer : answer.with(rowsName(), Integer.toString(rows + 1));
    }

    /** The form without a row: those below move up, and what stood in it is kept, so that it can be put back. */
    Answer withRowRemoved(Answer answer, int row) {
        List<Integer> rows = rows(answer);
        if (repeat == null || row < 1 || row > rows.size() || rows.size() <= Math.max(1, repeat.least())) {
            return answer;
        }
        Map<String, String> changed = new TreeMap<>(answer.fields());
        if (holds(answer, row)) {
            fields.forEach(field -> changed.put(removedName(field), answer.text(prefix(row) + field.key())));
        }
        for (int place = row; place <= rows.size(); place++) {
            int from = place + 1;
            String to = prefix(place);
            fields.forEach(field ->
                    changed.put(to + field.key(), from > rows.size() ? "" : answer.text(prefix(from) + field.key())));
        }
        changed.put(rowsName(), Integer.toString(rows.size() - 1));
        return new Answer(changed);
    }

    /** The form with the row that was taken out last, below the others. */
    Answer withRowPutBack(Answer answer) {
        Answer longer = withRowAdded(answer);
        int row = rows(longer).size();
        if (!keepsARemovedRow(answer) || holds(longer, row)) {
            return answer;
        }
        Map<String, String> changed = new TreeMap<>(longer.fields());
        for (Field field : fields) {
            changed.put(prefix(row) + field.key(), answer.text(removedName(field)));
            changed.put(removedName(field), "");
        }
        return new Answer(changed);
    }

    private String prefix(int row) {
        return row == ONCE ? key + "." : key + "." + row + ".";
    }

    private String removedName(Field field) {
        return key + REMOVED + field.key();
    }

    private static int number(String text) {
        return text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
    }
}
