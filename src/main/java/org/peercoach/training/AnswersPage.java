package org.peercoach.training;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.shared.time.Times;

/** Groups of fields as the template {@code training/answers} shows them: to read, and to print. */
final class AnswersPage {

    private AnswersPage() {}

    /** Who reads: authors see all, trainers nothing that names or describes a colleague. */
    enum Reader {
        AUTHOR,
        TRAINER
    }

    /**
     * @param leftOut whether something about colleagues is filled in and not shown
     * @param earlier what the form asks for no longer; for the author alone
     */
    public record AnswersView(List<AnswerGroup> groups, boolean leftOut, List<EarlierFields.EarlierLine> earlier) {}

    public record AnswerGroup(String title, List<AnswerRow> rows) {}

    /** @param title such as "Teacher 1", or null when the group does not repeat */
    public record AnswerRow(@Nullable String title, List<AnswerLine> lines) {}

    /**
     * @param text what was filled in, or null for nothing
     * @param unit what a number counts, or null
     * @param tick whether it is a tick
     * @param open what can be chosen while nothing is, to tick by hand
     */
    public record AnswerLine(
            String label, @Nullable String text, @Nullable String unit, boolean tick, List<String> open) {}

    /** What is filled in; fields without anything, and rows and groups without any field, are left out. */
    static AnswersView filled(List<FieldGroup> groups, Answer answer, Reader reader) {
        return of(groups, answer, new Shown(reader, false));
    }

    /** All fields of an author's form, also the empty ones. */
    static AnswersView whole(List<FieldGroup> groups, Answer answer) {
        return of(groups, answer, new Shown(Reader.AUTHOR, true));
    }

    /** Only what an author's work asks for no longer. */
    static AnswersView earlier(Work work, Answer answer) {
        return new AnswersView(List.of(), false, EarlierFields.lines(work, answer));
    }

    private record Shown(Reader reader, boolean empty) {}

    private static AnswersView of(List<FieldGroup> groups, Answer answer, Shown shown) {
        boolean leftOut = shown.reader() == Reader.TRAINER
                && groups.stream()
                        .flatMap(group -> group.rows(answer).stream().flatMap(group::cells))
                        .anyMatch(cell -> cell.field().partner()
                                && !answer.text(cell.name()).isBlank());
        return new AnswersView(
                groups.stream()
                        .map(group -> group(group, answer, shown))
                        .filter(group -> !group.rows().isEmpty())
                        .toList(),
                leftOut,
                shown.reader() == Reader.AUTHOR ? EarlierFields.lines(groups, answer) : List.of());
    }

    private static AnswerGroup group(FieldGroup group, Answer answer, Shown shown) {
        FieldGroup.Repeat repeat = group.repeat();
        return new AnswerGroup(
                group.title(),
                group.rows(answer).stream()
                        .map(row -> new AnswerRow(
                                repeat == null ? null : repeat.one() + " " + row,
                                group.cells(row)
                                        .flatMap(cell -> line(cell.field(), answer.text(cell.name()), shown).stream())
                                        .toList()))
                        .filter(row -> !row.lines().isEmpty())
                        .toList());
    }

    private static Optional<AnswerLine> line(Field field, String value, Shown shown) {
        boolean hidden = field.partner() && shown.reader() == Reader.TRAINER;
        if (hidden || value.isBlank() && !shown.empty()) {
            return Optional.empty();
        }
        return Optional.of(new AnswerLine(
                field.label(),
                value.isBlank() ? null : words(field, value),
                field.unit(),
                field.kind() == Field.Kind.TICK,
                value.isBlank()
                        ? field.choices().stream().map(Field.Choice::text).toList()
                        : List.of()));
    }

    private static String words(Field field, String value) {
        return field.kind() == Field.Kind.DATE && FieldFault.isDate(value)
                ? Times.withYear(ZoneOffset.UTC).day(LocalDate.parse(value.strip()))
                : field.words(value);
    }
}
