package org.peercoach.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peercoach.audit.AuditEntry;
import org.peercoach.audit.AuditTrail;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers;
import org.peercoach.shared.Settings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log of acts on its pages: bounded, filtered, in pages, and as a file. */
@ApplicationTest
class AuditPageTests {

    @Autowired
    TestMembers members;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AuditTrail trail;

    @Autowired
    Settings settings;

    private TestDistrict lincoln;
    private long ada;

    @BeforeEach
    void begin() {
        lincoln = TestDistrict.in(members, jdbc);
        ada = lincoln.administrator().member().person();
    }

    @Test
    @DisplayName("UX-5.4: the log names the district’s own people only, as numbers elsewhere")
    void pageWhenShownThenOwnPeopleByNameAndNobodyElse() {
        TestDistrict franklin = TestDistrict.in(members, jdbc);
        long stranger = franklin.course().coach("Sam Secret").member().person();
        note("test.own", ada, null);
        note("test.strange", stranger, null);
        trail.note(AuditEntry.ofPerson(franklin.id(), stranger, "test.theirs", null, null));
        String page = page("");
        assertThat(page)
                .contains("Ada Park", "test.own", "Person " + stranger)
                .doesNotContain("Sam Secret", "test.theirs");
        assertThat(OperatorBrowser.signedIn(settings)
                        .get("/operator/audit?act=test.own")
                        .body())
                .contains("Person " + ada)
                .doesNotContain("Ada Park");
    }

    @Test
    void pageWhenAboutAMemberOrACourseThenByNameAndInWords() {
        SignedIn mary = lincoln.course().coach("Mary Ellis");
        SignedIn strange = TestDistrict.in(members, jdbc).course().coach("Sam Secret");
        long course = mary.member().course().value();
        trail.note(new AuditEntry(
                lincoln.id(),
                course,
                "system",
                "gradebook.sent",
                "member:" + mary.member().id(),
                "session-1"));
        trail.note(new AuditEntry(
                lincoln.id(),
                course,
                "system",
                "gradebook.sent",
                "member:" + strange.member().id(),
                "session-1"));
        trail.note(did("course.purpose-changed", "course:" + course, "NONE -> COLLABORATION"));
        trail.note(did("deployment.approved", "deployment:21", "PENDING -> APPROVED, Lincoln"));
        String page = page("");
        assertThat(page)
                .contains(
                        "Mary Ellis",
                        "Member " + strange.member().id(),
                        "Peer Coaching itself",
                        "Points sent to the LMS")
                .contains(
                        "Lincoln Cohort 3",
                        "not said → collaboration course",
                        "LMS connection 21",
                        "waiting → approved")
                .doesNotContain("Sam Secret", "PENDING", "COLLABORATION", "<code>");
    }

    @Test
    void actsOfAllRoomsWhenNotedThenEachHasAWordAndCanBeLookedFor() throws IOException {
        Pattern act = Pattern.compile("\"([a-z]+(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)*)\"");
        Set<String> noted = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                if (source.contains("audit.AuditEntry;") || source.contains("audit.AuditTrail;")) {
                    act.matcher(source).results().forEach(found -> noted.add(found.group(1)));
                }
            }
        }
        assertThat(noted).hasSizeGreaterThan(30).containsExactlyInAnyOrderElementsOf(AuditActs.ALL);
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/messages.properties"))) {
            words.load(reader);
        }
        assertThat(noted).allSatisfy(one -> assertThat(words).containsKey("console.audit.act." + one));
        String page = page("?act=gradebook.sent");
        assertThat(noted).allSatisfy(one -> assertThat(page).contains("<option value=\"" + one + "\""));
        assertThat(page).contains("<option value=\"gradebook.sent\" selected");
    }

    @Test
    void pageWhenFilteredThenOnlyThose() {
        note("test.one", ada, null);
        note("test.two", 987654, null);
        assertThat(page("?act=test.o")).contains("test.one").doesNotContain("test.two");
        assertThat(page("?actor=987654")).contains("test.two").doesNotContain("test.one");
        assertThat(page("?day=2001-01-01")).doesNotContain("test.one").contains("Nothing found");
        assertThat(page("?act=%25")).contains("Nothing found");
        assertThat(page("?day=rubbish")).contains("test.one");
    }

    @Test
    void pageWhenLongThenInPagesWithoutGapOrDouble() {
        for (int i = 0; i < 60; i++) {
            note("test.many", ada, "step-" + i + "-");
        }
        String first = page("?act=test.many");
        Matcher older = Pattern.compile("before=([0-9]+)").matcher(first);
        assertThat(older.find()).isTrue();
        String second = page("?act=test.many&before=" + older.group(1));
        for (int i = 0; i < 60; i++) {
            assertThat(first.contains("step-" + i + "-") ^ second.contains("step-" + i + "-"))
                    .as("step " + i)
                    .isTrue();
        }
        assertThat(second).doesNotContain("before=");
    }

    @Test
    @DisplayName("The file holds all lines, and no cell that a spreadsheet would run")
    void fileWhenSavedThenSafeAndNoted() {
        note("test.file", ada, "=HYPERLINK(\"https://evil.example\")");
        String file = lincoln.administrator()
                .get(lincoln.path("/audit.csv?act=test.file"))
                .body();
        assertThat(file).startsWith("time,act,what,actor,name,subject,details,course,district\r\n");
        assertThat(file)
                .contains(
                        "test.file,test.file,person:" + ada + ",Ada Park,",
                        "\"'=HYPERLINK(\"\"https://evil.example\"\")\"");
        assertThat(page("?act=audit.exported")).contains("Log saved as CSV");
    }

    @Test
    @DisplayName("The file tells each act by its code, for machines, and in words beside it")
    void fileWhenSavedThenEachActHasItsWordsBesideTheCode() {
        AuditActs.ALL.forEach(act -> note(act, ada, null));
        String file = lincoln.administrator().get(lincoln.path("/audit.csv")).body();
        for (String act : AuditActs.ALL) {
            assertThat(file).containsPattern("Z," + Pattern.quote(act) + ",(\"[^\"]+\"|[^\",.]+),person:" + ada);
        }
        assertThat(file).contains(",gradebook.sent-ours,Our points put in place of those in the LMS,person:" + ada);
        assertThat(OperatorBrowser.signedIn(settings)
                        .get("/operator/audit.csv?act=key.rotated")
                        .body())
                .contains(",key.rotated,Next key made,");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "plain|plain",
                "=1+1|'=1+1",
                "+1|'+1",
                "＝1|'＝1",
                "＠1|'＠1",
                "-1|'-1",
                "@a|'@a",
                "a,b|\"a,b\"",
                "a\"b|\"a\"\"b\""
            })
    void cellWhenAFormulaThenText(String text, String cell) {
        assertThat(AuditFile.cell(text)).isEqualTo(cell);
    }

    private void note(String act, long person, @org.jspecify.annotations.Nullable String details) {
        trail.note(AuditEntry.ofPerson(lincoln.id(), person, act, null, details));
    }

    private AuditEntry did(String act, String subject, String details) {
        return AuditEntry.ofPerson(lincoln.id(), ada, act, subject, details);
    }

    private String page(String query) {
        return lincoln.administrator().get(lincoln.path("/audit" + query)).body();
    }
}
