package org.peercoach.shared.csv;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A file for spreadsheets (RFC 4180), in which no cell is ever a formula. */
public final class Csv {

    /** At the beginning of a file: tells spreadsheets that it is UTF-8. */
    public static final String MARK = "\uFEFF";

    /** With the full-width forms, which spreadsheets take for the narrow ones. */
    private static final String FORMULA = "=+-@|\uFF1D\uFF0B\uFF0D\uFF20";

    private Csv() {}

    /** One line with its end, every cell quoted. */
    public static String line(Stream<? extends @Nullable String> cells) {
        return cells.map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    /** Quoted, and never a formula. */
    static String cell(@Nullable String text) {
        return '"' + plain(text == null ? "" : text).replace("\"", "\"\"") + '"';
    }

    /** What a spreadsheet would take for a formula gets an apostrophe in front. */
    public static String plain(String text) {
        String shown = text.strip();
        boolean formula = !shown.isEmpty() && FORMULA.indexOf(shown.charAt(0)) >= 0
                || !text.isEmpty() && "\t\r\n".indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }
}
