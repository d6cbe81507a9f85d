package org.peercoach.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peercoach.shared.Markdown;

/** Every worksheet of the content, whether its session is open yet or not. */
class WorksheetFilesTests {

    private static final Path CONTENT = Path.of("src/main/resources/content/training");

    static Stream<String> worksheets() throws IOException {
        return Files.walk(CONTENT)
                .filter(file -> file.toString().endsWith(".yaml") && begins(file))
                .map(file -> CONTENT.relativize(file).toString())
                .sorted();
    }

    private static boolean begins(Path file) {
        try {
            return Files.readString(file).startsWith("type: worksheet");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("worksheets")
    void worksheetWhenReadThenFollowsTheRulesAndCanBeHandedIn(String file) {
        Work work = new ContentFiles(new Markdown()).work(Kind.PLAN, file);
        assertThat(FieldRules.faults(file, work.groups())).isEmpty();
        Answer filled = new Answer(TestFields.filled(work, "Words"));
        assertThat(FieldFault.of(work.groups(), filled)).isEmpty();
        assertThat(FieldEntry.progress(work.groups(), filled).complete()).isTrue();
        assertThat(FieldFault.of(work.groups(), Answer.NONE)).isNotEmpty();
        assertThat(FieldEntry.progress(work.groups(), Answer.NONE).complete()).isFalse();
    }
}
