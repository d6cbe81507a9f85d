package org.peercoach.training;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Groups of fields as the template {@code training/fields} shows them: to fill in. */
final class FieldsPage {

    private FieldsPage() {}

    /**
     * @param faults what has to be mended before it can be handed in; empty unless somebody tried
     * @param closed whether people only look
     * @param earlier what they wrote where the form asks for nothing any more
     */
    public record FormView(
            List<GroupView> groups, List<FaultRow> faults, boolean closed, List<EarlierFields.EarlierLine> earlier) {

        /** The same where earlier fields are shown beside the form: it may not be its turn. */
        FormView withoutEarlier() {
            return new FormView(groups, faults, closed, List.of());
        }
    }

    /**
     * @param rowsName the hidden field that says how many rows there are, or null when the group does not repeat
     * @param one what one row is called, or null
     * @param mayAdd whether there is room for another row
     * @param removed whether a row was taken out and can be put back
     */
    public record GroupView(
            String key,
            String title,
            @Nullable String help,
            List<RowView> rows,
            @Nullable String rowsName,
            @Nullable String one,
            boolean mayAdd,
            boolean removed) {}

    /** @param place such as {@code teachers.2}; names the row for a button, or null when it cannot be taken out */
    public record RowView(int number, String id, @Nullable String place, List<FieldView> fields) {}

    /**
     * @param shape name of the kind, in lower case
     * @param fault why it cannot be handed in, or null
     * @param described ids of what describes it, or null
     */
    public record FieldView(
            String name,
            String id,
            String shape,
            String label,
            @Nullable String help,
            @Nullable String unit,
            @Nullable Integer minWords,
            boolean required,
            boolean partner,
            String value,
            List<ChoiceView> choices,
            @Nullable FaultView fault,
            @Nullable String described) {}

    public record ChoiceView(String key, String id, String text, boolean chosen) {}

    /** The broken rule as a message with its two values. */
    public record FaultView(String key, Object want, Object have) {}

    /** @param id where the field begins */
    public record FaultRow(String id, String label, FaultView fault) {}

    /**
     * The form as it stands.
     *
     * @param checked whether what is missing is to be said
     * @param closed whether people only look
     */
    static FormView of(List<FieldGroup> groups, Answer draft, boolean checked, boolean closed) {
        List<FieldFault> faults = checked ? FieldFault.of(groups, draft) : List.of();
        Map<String, FieldFault> byName =
                faults.stream().collect(Collectors.toMap(fault -> fault.cell().name(), Function.identity()));
        return new FormView(
                groups.stream().map(group -> group(group, draft, byName)).toList(),
                faults.stream().map(FieldsPage::row).toList(),
                closed,
                EarlierFields.lines(groups, draft));
    }

    private static GroupView group(FieldGroup group, Answer draft, Map<String, FieldFault> faults) {
        FieldGroup.Repeat repeat = group.repeat();
        List<Integer> rows = group.rows(draft);
        boolean removable = repeat != null && rows.size() > Math.max(1, repeat.least());
        return new GroupView(
                group.key(),
                group.title(),
                group.help(),
                rows.stream()
                        .map(row -> new RowView(
                                row,
                                "r-" + group.key() + "-" + row,
                                removable ? group.key() + "." + row : null,
                                group.cells(row)
                                        .map(cell -> field(cell, draft.text(cell.name()), faults.get(cell.name())))
                                        .toList()))
                        .toList(),
                repeat == null ? null : group.rowsName(),
                repeat == null ? null : repeat.one(),
                repeat != null && rows.size() < repeat.max(),
                group.keepsARemovedRow(draft));
    }

    private static FieldView field(FieldGroup.Cell cell, String value, @Nullable FieldFault fault) {
        Field field = cell.field();
        String id = id(cell);
        String described = Stream.of(
                        fault == null ? "" : id + "-e",
                        field.help() == null ? "" : id + "-h",
                        field.unit() == null ? "" : id + "-u")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return new FieldView(
                cell.name(),
                id,
                field.kind().name().toLowerCase(java.util.Locale.ROOT),
                field.label(),
                field.help(),
                field.unit(),
                field.minWords(),
                field.required(),
                field.partner(),
                value,
                choices(field, id, value),
                fault == null ? null : view(fault),
                described.isEmpty() ? null : described);
    }

    private static List<ChoiceView> choices(Field field, String id, String value) {
        List<Field.Choice> choices = field.choices();
        List<Field.Choice> chosen = field.chosen(value);
        return IntStream.range(0, choices.size())
                .mapToObj(index -> {
                    Field.Choice choice = choices.get(index);
                    // A fault leads to the field's own id, so the first choice carries it.
                    String choiceId = index == 0 ? id : id + "-" + index;
                    return new ChoiceView(choice.key(), choiceId, choice.text(), chosen.contains(choice));
                })
                .toList();
    }

    private static FaultRow row(FieldFault fault) {
        return new FaultRow(id(fault.cell()), fault.cell().label(), view(fault));
    }

    private static FaultView view(FieldFault fault) {
        return new FaultView("training.fields.fault." + fault.rule(), fault.want(), fault.have());
    }

    private static String id(FieldGroup.Cell cell) {
        return "f-" + cell.name().replace('.', '-');
    }
}
