package org.peercoach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The one bundle of words: complete, each key once, every key with a room in front and with a use. */
class MessagesTests {

    private static final Path BUNDLE = Path.of("src/main/resources/messages.properties");
    private static final Pattern ASKED = Pattern.compile("#\\{([a-z][A-Za-z0-9._-]*[A-Za-z0-9])[}(]");

    @Test
    void keysOfTemplatesWhenLookedUpThenAllThere() throws IOException {
        Set<String> asked = TemplateTests.templates()
                .map(file -> TemplateTests.read(file).replaceAll("(?s)<!--.*?-->", ""))
                .flatMap(text -> ASKED.matcher(text).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        asked.removeAll(keys().collect(Collectors.toSet()));
        assertThat(asked).isEmpty();
    }

    @Test
    void keysWhenListedThenEachOnceAndNoneEmpty() throws IOException {
        Set<String> seen = new HashSet<>();
        List<String> wrong = lines().filter(line -> !seen.add(key(line))
                        || line.substring(line.indexOf('=') + 1).isBlank())
                .toList();
        assertThat(wrong).isEmpty();
    }

    @Test
    void valuesWhenTheyHoldAnApostropheThenATypographicOne() throws IOException {
        // MessageFormat reads a straight apostrophe as the start of a quotation and swallows arguments.
        assertThat(lines().filter(line -> line.substring(line.indexOf('=')).contains("'")))
                .isEmpty();
    }

    @Test
    void valuesWhenTheySpeakOfMailThenSpelledInOneWay() throws IOException {
        assertThat(lines().map(line -> line.substring(line.indexOf('='))))
                .noneMatch(
                        value -> Pattern.compile("(?i)\\bemail").matcher(value).find());
    }

    @Test
    void valuesWhenFormattedThenWhole() throws IOException {
        Object[] some = {1, 2, 3, 4, 5, 6, 7, 8};
        assertThat(lines()).isNotEmpty().allSatisfy(line -> {
            String value = line.substring(line.indexOf('=') + 1).replace("\\n", "\n");
            String said = new MessageFormat(value, Locale.US).format(some);
            assertThat(said).as(key(line)).isNotBlank().doesNotContain("{");
        });
    }

    @Test
    void scriptsWhenReadThenTheySayNothingOfTheirOwn() {
        Pattern sentence = Pattern.compile("(['\"`])[A-Z][a-z]+(?: [a-z]+)+[.!?]?\\1");
        assertThat(TemplateTests.files(Path.of("src/main/resources/static/js"), ".js")
                        .flatMap(file -> sentence.matcher(
                                        TemplateTests.read(file).replaceAll("//.*|(?s)/\\*.*?\\*/", ""))
                                .results()
                                .map(found -> file.getFileName() + ": " + found.group())))
                .isEmpty();
        assertThat(sentence.matcher("x('Not saved yet')").find()).isTrue();
    }

    @Test
    void keysWhenSearchedForThenEachIsUsed() throws IOException {
        String sources = Stream.concat(
                        TemplateTests.templates(), TemplateTests.files(Path.of("src/main/java"), ".java"))
                .map(TemplateTests::read)
                .collect(Collectors.joining("\n"));
        assertThat(keys().filter(key -> !isUsed(key, sources))).isEmpty();
    }

    /** A key is used when it stands in code or template, or when a part of it is put together with an ending there. */
    private static boolean isUsed(String key, String sources) {
        if (sources.contains(key)) {
            return true;
        }
        for (int dot = key.lastIndexOf('.'); dot > 0; dot = key.lastIndexOf('.', dot - 1)) {
            String prefix = key.substring(0, dot);
            if (prefix.indexOf('.') > 0
                    && Stream.of("\"", "'", "|", "${", ".\"", ".'", ".$")
                            .anyMatch(end -> sources.contains(prefix + end))) {
                return true;
            }
        }
        return false;
    }

    private static Stream<String> keys() throws IOException {
        return lines().map(MessagesTests::key);
    }

    private static String key(String line) {
        return line.substring(0, line.indexOf('=')).strip();
    }

    private static Stream<String> lines() throws IOException {
        return Files.readAllLines(BUNDLE).stream().filter(line -> !line.isBlank() && !line.startsWith("#"));
    }
}
