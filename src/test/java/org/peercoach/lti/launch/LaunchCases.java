package org.peercoach.lti.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.peercoach.fixture.TestOutput;

/** Writes down each case of the conformance lists and how it went: {@code target/launch-cases.md}. */
final class LaunchCases {

    private static final Path TABLE = TestOutput.file("launch-cases.md");
    private static final Map<String, String> ROWS = new TreeMap<>();

    private LaunchCases() {}

    /** Notes one case; the list is 2.1 (bad payloads), 2.2 (valid launches) or 2.4 (our own negative suite). */
    static synchronized void note(String source, String title, String expected, String outcome) {
        String verdict = expected.equals(outcome) ? "as expected" : "**WRONG**";
        ROWS.put(
                source + " " + title,
                "| %s | %s | %s | %s | %s |".formatted(title, source, expected, outcome, verdict));
        try {
            Files.writeString(
                    TABLE,
                    "| case | list | expected | outcome | |\n| --- | --- | --- | --- | --- |\n"
                            + String.join("\n", ROWS.values()) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
