package org.peercoach.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What comments at test methods say: {@code void runWhenBusyThenWaits() { // LTI-A20}. Such tests have no display name,
 * so the reports know them by their method.
 *
 * @param byTest text of the comments, by class and method
 */
record SourceNotes(Map<String, String> byTest) {

    private static final Pattern METHOD = Pattern.compile("^    (?:public )?void (\\w+)\\(");
    private static final Pattern COMMENT = Pattern.compile("//(.*)$|/\\*\\*(.*)\\*/");

    static SourceNotes read(Path folder) throws IOException {
        Map<String, String> notes = new HashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith("Tests.java")).toList()) {
                String suite = file.getFileName().toString().replace(".java", "");
                read(suite, Files.readAllLines(file), notes);
            }
        }
        return new SourceNotes(notes);
    }

    static void read(String suite, List<String> lines, Map<String, String> notes) {
        List<String> above = new ArrayList<>();
        for (String line : lines) {
            Matcher method = METHOD.matcher(line);
            if (method.find()) {
                above.add(line);
                notes.put(suite + " " + method.group(1), comments(above));
            }
            if (line.isBlank() || line.equals("    }") || method.find(0)) {
                above.clear();
            } else {
                above.add(line);
            }
        }
    }

    /** What the run's own name says, and what stands beside its method. */
    String of(TestRuns.Run run) {
        return run.name() + " " + byTest.getOrDefault(run.suite() + " " + run.name(), "");
    }

    private static String comments(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            Matcher comment = COMMENT.matcher(line);
            if (comment.find()) {
                text.append(comment.group()).append(' ');
            }
        }
        return text.toString();
    }
}
