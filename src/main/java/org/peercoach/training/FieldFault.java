package org.peercoach.training;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a field cannot be handed in as it is.
 *
 * @param want what it should be, for the message, which tells one of a thing from many: numbers are numbers;
 *     {@code have} alike; both may be empty
 */
record FieldFault(FieldGroup.Cell cell, Rule rule, Object want, Object have) {

    /** The broken rule; the names stand in message keys. */
    enum Rule {
        MISSING,
        CHOOSE,
        TICK,
        WORDS,
        NUMBER,
        LOW,
        HIGH,
        DATE
    }

    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,12}([.,]\\d{1,6})?");

    /** All faults in the order of the form; empty when it can be handed in. */
    static List<FieldFault> of(List<FieldGroup> groups, Answer answer) {
        return groups.stream().flatMap(group -> of(group, answer)).toList();
    }

    private static Stream<FieldFault> of(FieldGroup group, Answer answer) {
        return group.rows(answer).stream()
                .flatMap(row -> group.cells(row)
                        .flatMap(cell -> of(cell, answer.text(cell.name()), isNeeded(group, row, answer)).stream()));
    }

    /** A row beyond those that must be is asked for nothing as long as it is empty. */
    static boolean isNeeded(FieldGroup group, int row, Answer answer) {
        FieldGroup.Repeat repeat = group.repeat();
        return repeat == null || row <= repeat.least() || group.holds(answer, row);
    }

    private static Optional<FieldFault> of(FieldGroup.Cell cell, String value, boolean needed) {
        Field field = cell.field();
        if (value.isBlank() || field.kind() == Field.Kind.TEXT && Progress.words(value) == 0) {
            return needed && field.required() ? fault(cell, missing(field), "", "") : Optional.empty();
        }
        return switch (field.kind()) {
            case TEXT -> words(cell, value);
            case NUMBER -> number(cell, value);
            case DATE -> isDate(value) ? Optional.empty() : fault(cell, Rule.DATE, "", "");
            case LINE, ONE_OF, SOME_OF, TICK -> Optional.empty();
        };
    }

    private static Rule missing(Field field) {
        return field.kind().choice() ? Rule.CHOOSE : field.kind() == Field.Kind.TICK ? Rule.TICK : Rule.MISSING;
    }

    private static Optional<FieldFault> words(FieldGroup.Cell cell, String value) {
        Integer least = cell.field().minWords();
        int words = Progress.words(value);
        return least == null || words >= least ? Optional.empty() : fault(cell, Rule.WORDS, least, words);
    }

    private static Optional<FieldFault> number(FieldGroup.Cell cell, String value) {
        BigDecimal number = number(value);
        if (number == null) {
            return fault(cell, Rule.NUMBER, "", "");
        }
        BigDecimal min = cell.field().min();
        BigDecimal max = cell.field().max();
        if (min != null && number.compareTo(min) < 0) {
            return fault(cell, Rule.LOW, min.toPlainString(), "");
        }
        return max != null && number.compareTo(max) > 0
                ? fault(cell, Rule.HIGH, max.toPlainString(), "")
                : Optional.empty();
    }

    /** A number as people write it, or null. */
    static @Nullable BigDecimal number(String value) {
        String text = value.strip();
        return NUMBER.matcher(text).matches() ? new BigDecimal(text.replace(',', '.')) : null;
    }

    static boolean isDate(String value) {
        try {
            LocalDate date = LocalDate.parse(value.strip());
            return date.getYear() >= 1900 && date.getYear() < 2200;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static Optional<FieldFault> fault(FieldGroup.Cell cell, Rule rule, Object want, Object have) {
        return Optional.of(new FieldFault(cell, rule, want, have));
    }
}
