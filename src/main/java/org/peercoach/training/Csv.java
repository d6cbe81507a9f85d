package org.peercoach.training;

import java.util.List;
import java.util.stream.Collectors;

/** A file for spreadsheets (RFC 4180), in which no cell is ever a formula. */
final class Csv {

    /** Tells spreadsheets that it is UTF-8. */
    private static final String MARK = "\uFEFF";

    private Csv() {}

    static String file(List<List<String>> lines) {
        return lines.stream()
                .map(line -> line.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n")
                .collect(Collectors.joining("", MARK, ""));
    }

    /** Quoted; what a spreadsheet would take for a formula gets an apostrophe in front. */
    static String cell(String text) {
        String plain = text.strip();
        boolean formula = !plain.isEmpty() && "=+-@|".indexOf(plain.charAt(0)) >= 0
                || !text.isEmpty() && "\t\r\n".indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
