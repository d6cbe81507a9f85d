package org.peercoach.training;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote where the form asks for nothing any more, because its text is another now. Nothing typed is lost, so
 * it is kept and shown; to its author alone, since a field that is gone may have been about a colleague.
 */
final class EarlierFields {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*(\\.\\d{1,3})?\\.[a-z][a-z0-9-]*");
    private static final Pattern ROWS = Pattern.compile("\\d{1,3}");
    private static final int MOST = 200;
    private static final int LONGEST = 200_000;

    private EarlierFields() {}

    /** A field that is gone, under the name that it was kept under, and what stands there. */
    public record EarlierLine(String label, String text) {}

    /** All of it, to be read. */
    static List<EarlierLine> lines(List<FieldGroup> groups, Answer answer) {
        return lines(of(groups, answer));
    }

    /** All of it of a work: what stands in no field of its form, and texts of an exercise that asks for them no longer. */
    static List<EarlierLine> lines(Work work, Answer answer) {
        return lines(of(work, answer));
    }

    private static List<EarlierLine> lines(Map<String, String> earlier) {
        return earlier.entrySet().stream()
                .map(one ->
                        new EarlierLine(one.getKey().replaceAll("[.:]", " · ").replace('-', ' '), one.getValue()))
                .toList();
    }

    /** What was sent from a form that is older than the text: it is kept, as far as a draft has room for it. */
    static Answer sent(Work work, Answer sent, Answer before) {
        if (!(work instanceof Work.Worksheet) && !(work instanceof Practice)) {
            return Answer.NONE;
        }
        Map<String, FieldGroup.Cell> cells = cells(work.groups());
        Map<String, String> kept = new TreeMap<>();
        sent.fields().forEach((name, value) -> {
            if (!cells.containsKey(name) && isField(work.groups(), name, value) || isText(work, name)) {
                kept.put(name, value);
            }
        });
        Answer all = new Answer(kept);
        if (!kept.isEmpty() && !fits(of(work, before.with(all)))) {
            throw Entry.tooLong(all.longest());
        }
        return all;
    }

    private static Map<String, String> of(Work work, Answer answer) {
        Map<String, String> earlier = of(work.groups(), answer);
        answer.fields().forEach((name, value) -> {
            if (!value.isBlank() && isText(work, name)) {
                earlier.put(name, value);
            }
        });
        return earlier;
    }

    /** Whether it is called as texts of this exercise are, and is none that it asks for. */
    private static boolean isText(Work work, String name) {
        return work instanceof Practice practice
                && practice.isText(name)
                && !practice.texts().containsKey(name);
    }

    private static boolean fits(Map<String, String> all) {
        return all.size() <= MOST
                && all.values().stream().mapToInt(String::length).sum() <= LONGEST;
    }

    private static Map<String, String> of(List<FieldGroup> groups, Answer answer) {
        Map<String, String> earlier = new TreeMap<>();
        Map<String, FieldGroup.Cell> cells = cells(groups);
        answer.fields().forEach((name, value) -> {
            FieldGroup.Cell cell = cells.get(name);
            String left = cell != null ? unknown(cell.field(), value) : isField(groups, name, value) ? value : "";
            if (!left.isBlank()) {
                earlier.put(name, left);
            }
        });
        return earlier;
    }

    /** Options that were chosen and are offered no longer. */
    private static String unknown(Field field, @Nullable String value) {
        return value == null || !field.kind().choice()
                ? ""
                : Arrays.stream(value.split(","))
                        .filter(one -> field.choice(one).isEmpty())
                        .collect(Collectors.joining(", "));
    }

    /** Whether it is called as fields are, and does not only count the rows of a group. */
    private static boolean isField(List<FieldGroup> groups, String name, String value) {
        boolean counts = name.endsWith(".rows") && ROWS.matcher(value).matches()
                || groups.stream().anyMatch(group -> group.rowsName().equals(name));
        return !counts && NAME.matcher(name).matches();
    }

    private static Map<String, FieldGroup.Cell> cells(List<FieldGroup> groups) {
        return groups.stream()
                .flatMap(group -> group.possibleRows().stream().flatMap(group::cells))
                .collect(Collectors.toMap(FieldGroup.Cell::name, Function.identity(), (first, second) -> first));
    }
}
