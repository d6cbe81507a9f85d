package org.peercoach.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every act that a room notes in the audit log is told in words there. */
class AuditActsTests {

    private static final Pattern ACT = Pattern.compile("\"([a-z-]+\\.[a-z-]+)\"");
    private static final String WORDS = "console.audit.act.";

    @Test
    void actWhenARoomNotesItThenTheLogHasWordsForIt() throws IOException {
        Properties messages = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("src/main/resources/messages.properties"));
                Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            messages.load(file);
            TreeSet<String> acts = sources.filter(one -> one.toString().endsWith(".java"))
                    .map(AuditActsTests::read)
                    .filter(source -> source.contains("import org.peercoach.audit.AuditTrail;"))
                    .flatMap(source -> ACT.matcher(source).results().map(one -> one.group(1)))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(acts)
                    .contains("launch.opened", "gradebook.sent")
                    .allMatch(act -> messages.containsKey(WORDS + act));
        }
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
