package org.peercoach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What no page may hold: words outside the bundle, inline code or style, and what breaks inside a frame. */
class TemplateTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern FORBIDDEN = Pattern.compile(
            "(?i)\\sstyle\\s*=|\\son[a-z]+\\s*=|<style|\\sautofocus|target\\s*=\\s*\"?_(top|parent)|javascript:"
                    + "|th:utext=\"#|<script(?![^>]*\\ssrc=|[^>]*th:src=|[^>]*th:replace=)|\\bsrc\\s*=\\s*\"https?:|\\bhref\\s*=\\s*\"https?:");

    static Stream<Path> templates() {
        return files(TEMPLATES, ".html");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void templateWhenReadThenNothingInlineNorFrameBreaking(Path template) throws IOException {
        String text = Files.readString(template).replaceAll("(?s)<!--.*?-->", "");
        assertThat(FORBIDDEN.matcher(text).results().map(found -> found.group().strip()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void templateWhenReadThenEveryWordComesFromTheBundle(Path template) throws IOException {
        assertThat(TemplateWords.loose(Files.readString(template))).isEmpty();
    }

    @Test
    void looseWhenAWordStandsInATemplateThenIsFound() {
        assertThat(TemplateWords.loose("<p>Hello</p><p th:text=\"#{a}\">proto</p>"))
                .containsExactly("Hello");
    }

    @Test
    void forbiddenWhenInlineHandlerThenIsFound() {
        assertThat(FORBIDDEN.matcher("<a onclick=\"x()\">").find()).isTrue();
        assertThat(FORBIDDEN.matcher("<script>x</script>").find()).isTrue();
        assertThat(FORBIDDEN
                        .matcher("<script defer th:src=\"@{/js/a.js}\"></script>")
                        .find())
                .isFalse();
    }

    @Test
    void scriptsWhenReadThenNoDialogsAndNoOtherHosts() {
        List<Path> wrong = files(Path.of("src/main/resources/static/js"), ".js")
                .filter(file -> Pattern.compile(
                                "\\b(alert|confirm|prompt)\\(|\\beval\\(|https?://(?!www\\.w3\\.org)|innerHTML")
                        .matcher(read(file))
                        .find())
                .toList();
        assertThat(wrong).isEmpty();
    }

    static Stream<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
