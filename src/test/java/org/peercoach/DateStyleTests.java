package org.peercoach;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Dates and times have one style: people read them from {@code shared.time.Times}, machines as the format of a file asks. */
class DateStyleTests {

    private static final Path SOURCES = Path.of("src/main/java");

    /** What writes or reads dates for machines: headers, scores, calendar files. */
    private static final List<String> MACHINES = List.of(
            "lti/diagnosis/PlatformExamination.java",
            "lti/service/Faults.java",
            "lti/service/ScoreBody.java",
            "training/schedule/CalendarFile.java");

    private static final Pattern OWN_STYLE = Pattern.compile(
            "DateTimeFormatter|FormatStyle|SimpleDateFormat|\\bDateFormat\\b|getDisplayName\\(TextStyle|%1?\\$?t[HIklMSpQzZsBbAaCYyjmdeRTrDFc]");
    private static final Pattern IN_WORDS = Pattern.compile("#(temporals|dates|calendars)\\b|\\{\\d+, *(date|time)\\b");

    @Test
    void sourcesWhenTheyFormatDatesThenAreTheOneStyleOrForMachines() {
        List<String> formatting = TemplateTests.files(SOURCES, ".java")
                .filter(file -> OWN_STYLE.matcher(TemplateTests.read(file)).find())
                .map(file -> SOURCES.resolve("org/peercoach")
                        .relativize(file)
                        .toString()
                        .replace('\\', '/'))
                .toList();
        assertThat(formatting)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Stream.of("shared/time/Times.java"), MACHINES.stream())
                                .toList());
    }

    @Test
    void wordsWhenReadThenFormatNoDateThemselves() {
        Path resources = Path.of("src/main/resources");
        assertThat(Stream.of(".html", ".properties", ".xml", ".txt")
                        .flatMap(end -> TemplateTests.files(resources, end))
                        .filter(file ->
                                IN_WORDS.matcher(TemplateTests.read(file)).find()))
                .isEmpty();
    }

    @Test
    void patternsWhenOfAnOwnStyleThenAreFound() {
        assertThat(OWN_STYLE.asPredicate())
                .accepts(
                        "DateTimeFormatter.ofPattern(\"d MMMM\")",
                        "String.format(\"%tB\", at)",
                        "new SimpleDateFormat(x)")
                .rejects("Times.of(zone, now)", "String.format(\"%s to 100%\", at)");
        assertThat(IN_WORDS.asPredicate())
                .accepts("${#temporals.format(at)}", "due={0,date}", "at={1, time, short}")
                .rejects("due={0}", "#{training.dates}");
    }
}
