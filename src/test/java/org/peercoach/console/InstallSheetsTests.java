package org.peercoach.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.console.InstallSheets.Sheet;
import org.peercoach.console.InstallSheets.Value;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.shared.Settings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/** The install page says what the value sheets of {@code lti-config} say, with this tool's own addresses. */
@ApplicationTest
class InstallSheetsTests {

    private static final String EXAMPLE = "https://coaching.example.org";

    @Autowired
    InstallSheets sheets;

    @Autowired
    MessageSource messages;

    @Autowired
    Settings settings;

    @ParameterizedTest
    @ValueSource(strings = {"moodle", "d2l", "blackboard", "schoology"})
    void valuesWhenComparedWithTheValueSheetThenAllAreThere(String lms) throws IOException {
        String written = written(lms);
        assertThat(sheet(lms).values())
                .extracting(this::asInTheExample)
                .allSatisfy(value -> assertThat(written).contains("`" + value + "`"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"moodle", "d2l", "blackboard"})
    void valuesWhenThePickerHasAnAddressThenItIsAmongThem(String lms) throws IOException {
        assertThat(written(lms)).contains("/lti/launch?view=pick");
        assertThat(sheet(lms).values()).extracting(Value::value).contains(settings.url("/lti/launch?view=pick"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"moodle", "d2l", "blackboard", "schoology", "other"})
    void stepsWhenReadThenNameAllThatIsUsed(String lms) {
        assertThat(steps(sheet(lms))).contains("Deep Linking", "Names and Role").containsPattern("(?i)grade service");
    }

    @Test
    void valuesWhenMoodleThenEachCustomParameterThatItKnows() {
        assertThat(sheet("moodle").values())
                .extracting(Value::value)
                .contains(
                        "context_history=$Context.id.history",
                        "pc_groups=$Moodle.Person.userGroupIds",
                        "timezone=$Person.address.timezone");
    }

    @Test
    void wordsWhenAnInstallerAsksWhatIsRegisteredThenEveryServiceIsNamed() {
        assertThat(messages.getMessage("lti.register.exactly.services.text", null, Locale.US))
                .contains("columns", "points", "what it shows", "list of members", "Notices");
        assertThat(messages.getMessage("lti.register.exactly.people.text", null, Locale.US))
                .contains("names", "roles", "list of members");
        assertThat(messages.getMessage("lti.installed.scopes.text", null, Locale.US))
                .contains("points", "list of people", "copied courses");
    }

    @Test
    void valuesWhenAllSheetsThenEachHasAnIdOfItsOwn() {
        assertThat(sheets.all().stream().flatMap(sheet -> sheet.values().stream()))
                .extracting(Value::id)
                .doesNotHaveDuplicates();
    }

    private Sheet sheet(String id) {
        return sheets.all().stream()
                .filter(sheet -> sheet.id().equals(id))
                .findAny()
                .orElseThrow();
    }

    private String steps(Sheet sheet) {
        return sheet.steps().stream()
                .map(step -> messages.getMessage(step, null, Locale.US))
                .collect(Collectors.joining("\n"));
    }

    private static String written(String lms) throws IOException {
        return Files.readString(Path.of("lti-config/" + lms + ".md"));
    }

    private String asInTheExample(Value value) {
        String domain = settings.url("").replaceFirst("^https?://", "");
        return value.value().replace(settings.url(""), EXAMPLE).replace(domain, "coaching.example.org");
    }
}
