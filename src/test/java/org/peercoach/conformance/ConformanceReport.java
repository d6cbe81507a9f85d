package org.peercoach.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * Run by {@code bin/test} after the tests, from the project's folder: {@code java
 * src/test/java/org/peercoach/conformance/ConformanceReport.java}. Fails nothing; it says what is missing.
 */
final class ConformanceReport {

    private static final Path LIST = Path.of("src/test/resources/conformance/requirements.txt");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Path REPORTS = Path.of("target/surefire-reports");
    private static final Path CASES = Path.of("target/launch-cases.md");
    private static final Path PAGE = Path.of("target/conformance.html");

    private ConformanceReport() {}

    public static void main(String[] args) throws IOException {
        Requirements requirements = Requirements.parse(Files.readString(LIST));
        ConformancePage page =
                new ConformancePage(requirements, TestRuns.read(REPORTS, SourceNotes.read(TESTS)), cases());
        Files.writeString(PAGE, page.html(LocalDate.now()));
        System.out.printf(
                "conformance: %d of %d requirements shown, see %s%n", page.shown(), requirements.count(), PAGE);
    }

    /** Without the two lines of the table's head. */
    private static List<String> cases() throws IOException {
        return Files.exists(CASES)
                ? Files.readAllLines(CASES).stream()
                        .skip(2)
                        .filter(line -> line.startsWith("|"))
                        .toList()
                : List.of();
    }
}
