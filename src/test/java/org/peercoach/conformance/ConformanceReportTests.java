package org.peercoach.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The conformance report tells the truth: what no test shows is missing. */
class ConformanceReportTests {

    private static final Path LIST = Path.of("src/test/resources/conformance/requirements.txt");

    @TempDir
    Path reports;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "LTI-T11: the skew is a setting; T11",
                "LTI-C6, L7: another browser; C6 L7",
                "Ruling 25, LTI-A6: one origin; A6",
                "LTI-T8 to T12, to the second; T8 T9 T10 T11 T12",
                "LTI-D1-D3: picked; D1 D2 D3",
                "nothing named T11; ''"
            })
    void namedInWhenReadThenEachRequirement(String name, String ids) {
        assertThat(String.join(" ", Requirements.namedIn(name))).isEqualTo(ids);
    }

    @Test
    void requirementsWhenReadThenAllThatIsClaimed() throws IOException {
        Requirements requirements = Requirements.parse(Files.readString(LIST));
        assertThat(requirements.sections().stream()
                        .map(section ->
                                section.letter() + section.requirements().size()))
                .containsExactly("L10", "T35", "C8", "D13", "A23", "N12", "R14", "O6");
        assertThat(requirements.sections().stream()
                        .flatMap(section -> section.requirements().stream())
                        .map(Requirements.Requirement::id))
                .doesNotHaveDuplicates();
    }

    @Test
    void notesWhenReadThenThoseAtTheMethodOnly() {
        Map<String, String> notes = new HashMap<>();
        SourceNotes.read(
                "DeliveryTests",
                List.of(
                        "    /** LTI-R6: Moodle compares. */",
                        "    @Test",
                        "    void one() { // LTI-A20",
                        "        bench.run(); // LTI-A1",
                        "    }",
                        "",
                        "    @Test // LTI-A2",
                        "    void two() {",
                        "    }",
                        "",
                        "    /** LTI-R3. */",
                        "    @ParameterizedTest",
                        "    @CsvSource({",
                        "        \"https://evil.example/config\",",
                        "    })",
                        "    void three(String address) {"),
                notes);
        assertThat(Requirements.namedIn(notes.getOrDefault("DeliveryTests one", "")))
                .containsExactly("R6", "A20");
        assertThat(Requirements.namedIn(notes.getOrDefault("DeliveryTests two", "")))
                .containsExactly("A2");
        assertThat(Requirements.namedIn(notes.getOrDefault("DeliveryTests three", "")))
                .containsExactly("R3");
    }

    @Test
    void htmlWhenATestIsMissingOrFailedThenSaysSo() throws IOException {
        Files.writeString(reports.resolve("TEST-a.xml"), """
                <testsuite>
                <testcase name="LTI-L1: a &lt;b&gt; login" classname="org.peercoach.LoginTests"/>
                <testcase name="LTI-L2: incomplete [1] iss" classname="org.peercoach.LoginTests"/>
                <testcase name="LTI-L2: incomplete [2] hint" classname="org.peercoach.LoginTests"><failure>x</failure></testcase>
                <testcase name="loginWhenOffThenOn" classname="org.peercoach.LoginTests"/>
                <testcase name="LTI-L4: skipped" classname="org.peercoach.LoginTests"><skipped/></testcase>
                </testsuite>
                """);
        Requirements requirements =
                Requirements.parse("= L | Login\nL1 | M | one\nL2 | M | two\nL4 | M | four\nL5 | M | five\n");
        ConformancePage page = new ConformancePage(
                requirements,
                TestRuns.read(reports, new SourceNotes(Map.of("LoginTests loginWhenOffThenOn", "LTI-L5"))),
                List.of("| state expired | 2.4 | A | B | **WRONG** |"));
        assertThat(page.shown()).isEqualTo(2);
        assertThat(page.html(LocalDate.of(2026, 11, 25)))
                .contains("2 of 4 requirements shown", "2026-11-25", "LTI-L1: a &lt;b&gt; login")
                .containsPattern("LTI-L2</th>.*class=\"failed\">failed")
                .containsPattern("LTI-L4</th>.*class=\"missing\">missing")
                .containsPattern("state expired</th>.*class=\"failed\">failed");
    }
}
