package org.peercoach.training;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a form of field groups sends, and what an answer of its fields is. */
final class FieldEntry {

    /** Buttons that change rows: their value names the group, or the group and the row. */
    static final String ADD = "add";

    static final String REMOVE = "remove";
    static final String PUT_BACK = "back";

    private FieldEntry() {}

    /** The fields of a work that were sent, and those that earlier texts had; the rows as the pressed button changes them. */
    static Answer draft(Work work, Answer sent, Answer before) {
        List<FieldGroup> groups = work.groups();
        Map<String, String> kept = new TreeMap<>();
        for (FieldGroup group : groups) {
            group.possibleRows().stream().flatMap(group::cells).forEach(cell -> {
                String value = sent.get(cell.name());
                if (value != null) {
                    kept.put(cell.name(), cell.field().kept(value));
                }
            });
            String rows = sent.get(group.rowsName());
            if (group.repeats() && rows != null && rows.matches("\\d{1,3}")) {
                kept.put(group.rowsName(), rows);
            }
        }
        kept.putAll(EarlierFields.sent(work, sent, before).fields());
        Answer whole = before.with(new Answer(kept));
        Answer changed = groups.stream()
                .filter(FieldGroup::repeats)
                .reduce(whole, (answer, group) -> rows(group, sent, answer), (first, second) -> second);
        return changed.equals(whole) ? new Answer(kept) : changed;
    }

    private static Answer rows(FieldGroup group, Answer sent, Answer answer) {
        if (sent.text(ADD).equals(group.key())) {
            return group.withRowAdded(answer);
        }
        if (sent.text(PUT_BACK).equals(group.key())) {
            return group.withRowPutBack(answer);
        }
        String row = sent.text(REMOVE);
        return row.matches(java.util.regex.Pattern.quote(group.key()) + "\\.\\d{1,3}")
                ? group.withRowRemoved(
                        answer, Integer.parseInt(row.substring(group.key().length() + 1)))
                : answer;
    }

    /** Whether a button was pressed that changes rows. */
    static boolean changesRows(Answer sent) {
        return sent.get(ADD) != null || sent.get(REMOVE) != null || sent.get(PUT_BACK) != null;
    }

    /** The place in the page where a button that changes rows leaves people: a query and an anchor, or nothing. */
    static String place(List<FieldGroup> groups, Answer sent) {
        String named = sent.text(ADD) + sent.text(PUT_BACK) + sent.text(REMOVE).replaceAll("\\.\\d+$", "");
        return groups.stream()
                .filter(group -> group.key().equals(named))
                .map(group -> "#g-" + group.key())
                .findFirst()
                .orElse("");
    }

    /** What is filled in, as it is handed in. */
    static Answer answer(List<FieldGroup> groups, Answer draft) {
        Map<String, String> filled = new TreeMap<>();
        groups.forEach(group -> group.rows(draft).stream().flatMap(group::cells).forEach(cell -> {
            String value = draft.text(cell.name());
            if (!value.isBlank()) {
                filled.put(cell.name(), value);
            }
        }));
        return new Answer(filled);
    }

    /** Whether the form holds something else than what was handed in, in what it asks for now. */
    static boolean changed(List<FieldGroup> groups, ActivityState state) {
        return !answer(groups, state.draft()).equals(answer(groups, state.answer()));
    }

    /** Required fields that are filled in, of all that are required now. */
    static Progress progress(List<FieldGroup> groups, Answer answer) {
        List<FieldGroup.Cell> required = groups.stream()
                .flatMap(group -> group.rows(answer).stream()
                        .filter(row -> FieldFault.isNeeded(group, row, answer))
                        .flatMap(group::cells))
                .filter(cell -> cell.field().required())
                .toList();
        int filled = (int) required.stream()
                .filter(cell -> !answer.text(cell.name()).isBlank())
                .count();
        boolean complete = !answer.isEmpty() && FieldFault.of(groups, answer).isEmpty();
        return new Progress(filled, required.size(), complete);
    }
}
