package org.peercoach.course.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peercoach.fixture.TestRoles.INSTRUCTOR;
import static org.peercoach.fixture.TestRoles.LEARNER;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.course.Roster;
import org.peercoach.course.session.Utc;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.Statements;
import org.peercoach.fixture.TestMembers;
import org.peercoach.fixture.TestMembers.TestCourse;
import org.peercoach.lti.Membership;
import org.peercoach.lti.Membership.Status;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The page of people: what it shows, and roles given by hand. */
@ApplicationTest
class PeopleTests {

    private static final Pattern CHANGE = Pattern.compile("changed=(\\d+)");

    private TestCourse course;
    private SignedIn tom;

    @Autowired
    TestMembers members;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Roster roster;

    @Autowired
    ListedPeople people;

    @Autowired
    RoleMarks marks;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void makeACourse() {
        course = members.course();
        tom = course.trainer("Tom Trainer");
    }

    @Test
    @DisplayName("LTI-T24: whom a trainer marks is a coach at once, after every launch, and until it is undone")
    void giveWhenMarkedThenHoldsAndCanBeUndone() {
        SignedIn dana = course.participant("Dana Reed");
        HttpResponse<String> answer = give("COACH", dana);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(role(dana)).isEqualTo(MemberRole.COACH);
        assertThat(dana.get(dana.at("/training")).statusCode())
                .as("with the same session")
                .isEqualTo(200);
        course.participant("Dana Reed"); // the link says participant
        assertThat(role(dana)).isEqualTo(MemberRole.COACH);
        String page = tom.get(location(answer)).body();
        assertThat(page).contains("1 person is a coach now", "Coach, by hand", "Given by you on");
        tom.post(tom.at("/people/undo"), Map.of("change", change(answer)));
        assertThat(role(dana)).isEqualTo(MemberRole.PARTICIPANT);
        assertThat(dana.get(dana.at("/training")).statusCode()).isEqualTo(403);
        assertThat(jdbc.sql("select act from audit_entry where subject = ? and course_id = ? order by id")
                        .params(
                                "member:" + dana.member().id(),
                                tom.member().course().value())
                        .query(String.class)
                        .list())
                .containsExactly("roles.given", "roles.undone");
    }

    @Test
    @DisplayName("A coach’s name leads to their work; who has no work there has no link")
    void pageWhenACoachIsListedThenTheNameLeadsToTheirWork() {
        SignedIn mary = course.coach("Mary Ellis");
        SignedIn dana = course.participant("Dana Reed");
        String page = tom.get(tom.at("/people")).body();
        String work = tom.at("/training/review/1/" + mary.member().id());
        assertThat(page)
                .contains("href=\"" + work + "\"")
                .doesNotContain("/training/review/1/" + dana.member().id());
        assertThat(tom.get(work).statusCode()).isEqualTo(200);
        assertThat(tom.get(work).body()).contains("Mary Ellis");
    }

    @Test
    void giveWhenSeveralAreTickedThenAllAndOneUndo() {
        List<SignedIn> three =
                List.of(course.participant("Dana Reed"), course.participant("Ed Sims"), course.observer("Olga Stone"));
        give("LEADER", three.get(2));
        HttpResponse<String> answer = give("COACH", three.toArray(SignedIn[]::new));
        assertThat(three).allSatisfy(one -> assertThat(role(one)).isEqualTo(MemberRole.COACH));
        tom.post(tom.at("/people/undo"), Map.of("change", change(answer)));
        assertThat(three.stream().map(this::role))
                .containsExactly(MemberRole.PARTICIPANT, MemberRole.PARTICIPANT, MemberRole.LEADER);
        HttpResponse<String> twice = tom.post(tom.at("/people/undo"), Map.of("change", change(answer)));
        assertThat(twice.statusCode()).isEqualTo(302);
        assertThat(role(three.get(2))).isEqualTo(MemberRole.LEADER);
    }

    @Test
    void giveWhenAsTheLmsSaysThenWhatTheRulesSaidBefore() {
        SignedIn dana = course.participant("Dana Reed");
        give("LEADER", dana);
        give("COACH", dana);
        give("LMS", dana);
        assertThat(role(dana)).isEqualTo(MemberRole.PARTICIPANT);
        assertThat(tom.get(tom.at("/people")).body()).contains("The opened link says so");
    }

    @Test
    @DisplayName("LTI-T24: as the LMS says is what it said at the last launch, not when the role was given")
    void giveWhenAsTheLmsSaysAfterAnotherLaunchThenWhatThatLaunchSaid() {
        SignedIn dana = course.signIn("Dana Reed", "participant", INSTRUCTOR);
        SignedIn ed = course.signIn("Ed Sims", "participant", INSTRUCTOR);
        assertThat(List.of(role(dana), role(ed))).containsOnly(MemberRole.TRAINER);
        String change = change(give("COACH", dana, ed));
        course.participant("Dana Reed"); // teaches no longer
        course.participant("Ed Sims");
        give("LMS", dana);
        assertThat(role(dana)).isEqualTo(MemberRole.PARTICIPANT);
        tom.post(tom.at("/people/undo"), Map.of("change", change));
        assertThat(role(ed)).isEqualTo(MemberRole.PARTICIPANT);
    }

    @Test
    @DisplayName("LTI-T24: as the LMS says is by the rules of now")
    void giveWhenAsTheLmsSaysAfterRulesChangedThenByTheNewOnes() {
        SignedIn dana = course.signIn("Dana Reed", null, LEARNER);
        give("LEADER", dana);
        jdbc.sql("update course_course set purpose = 'COLLABORATION' where id = ?")
                .param(tom.member().course().value())
                .update();
        give("LMS", dana);
        assertThat(storedRole(dana)).isEqualTo("PARTICIPANT");
    }

    @Test
    void undoWhenTwiceAtOnceThenOnce() throws Exception {
        SignedIn dana = course.participant("Dana Reed");
        long change = Long.parseLong(change(give("COACH", dana)));
        assertThat(whileOpen(() -> marks.undo(tom.member(), change), () -> marks.undo(tom.member(), change)))
                .isFalse();
        assertThat(role(dana)).isEqualTo(MemberRole.PARTICIPANT);
    }

    @Test
    void undoWhenAnotherTrainerGivesARoleAtOnceThenTheNewerStays() throws Exception {
        SignedIn dana = course.participant("Dana Reed");
        SignedIn tina = course.trainer("Tina Trainer");
        long change = Long.parseLong(change(give("COACH", dana)));
        whileOpen(
                () -> marks.give(tina.member(), List.of(dana.member().id().value()), GivenRole.LEADER),
                () -> marks.undo(tom.member(), change));
        assertThat(storedRole(dana)).isEqualTo("LEADER");
    }

    @Test
    void giveWhenItIsTheTrainerThenNobodyLocksThemselvesOut() {
        SignedIn dana = course.participant("Dana Reed");
        give("PARTICIPANT", tom);
        assertThat(role(tom)).isEqualTo(MemberRole.TRAINER);
        give("COACH", tom, dana);
        assertThat(role(tom)).isEqualTo(MemberRole.TRAINER);
        assertThat(role(dana)).isEqualTo(MemberRole.COACH);
    }

    @Test
    void giveWhenSomebodyIsOfAnotherCourseThenNotFoundAndNothingChanges() {
        SignedIn dana = course.participant("Dana Reed");
        SignedIn stranger = course.sibling().participant("Sue Far");
        SignedIn foreigner = members.course().participant("Fay Away");
        assertThat(give("COACH", dana, stranger).statusCode()).isEqualTo(404);
        assertThat(give("COACH", foreigner).statusCode()).isEqualTo(404);
        assertThat(role(dana)).isEqualTo(MemberRole.PARTICIPANT);
        assertThat(role(stranger)).isEqualTo(MemberRole.PARTICIPANT);
    }

    @Test
    void undoWhenOfAnotherTrainerOrCourseThenNothing() {
        SignedIn dana = course.participant("Dana Reed");
        String change = change(give("COACH", dana));
        SignedIn other = course.trainer("Tina Trainer");
        other.post(other.at("/people/undo"), Map.of("change", change));
        SignedIn elsewhere = members.trainer();
        elsewhere.post(elsewhere.at("/people/undo"), Map.of("change", change));
        assertThat(role(dana)).isEqualTo(MemberRole.COACH);
    }

    @ParameterizedTest
    @CsvSource({"TRAINER", "ADMINISTRATOR", "x"})
    void giveWhenTheRoleCannotBeGivenThenRefused(String role) {
        SignedIn dana = course.participant("Dana Reed");
        assertThat(give(role, dana).statusCode()).isEqualTo(422);
        assertThat(role(dana)).isEqualTo(MemberRole.PARTICIPANT);
    }

    @Test
    void giveWhenNobodyIsTickedThenSaysSo() {
        HttpResponse<String> answer = give("COACH");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Tick somebody first");
    }

    @Test
    void giveWhenNotATrainerThenRefused() {
        SignedIn dana = course.participant("Dana Reed");
        HttpResponse<String> answer = dana.post(
                dana.at("/people/roles"),
                Map.of("role", "COACH", "member", dana.member().id().toString()));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(role(dana)).isEqualTo(MemberRole.PARTICIPANT);
    }

    @Test
    @DisplayName("LTI-N10: what does not fit is shown: the list and the launch disagree, not on the list, left")
    void listWhenSomethingDoesNotFitThenShown() {
        course.participant("Dana Reed");
        course.participant("Gone Girl");
        jdbc.sql("update course_member set created_at = ?, last_seen = ? where course_id = ?")
                .params(Utc.of(Instant.parse("2026-01-01T00:00:00Z")), Utc.of(Instant.parse("2026-01-01T00:00:00Z")))
                .param(tom.member().course().value())
                .update();
        take(listed("Tom Trainer", "Tom Trainer", "Learner"), listed("new-1", "Nora New", "Learner"));
        jdbc.sql("insert into course_roster (course_id, queue, complete_at, ended_at, outcome, people)"
                        + " values (?, 'q', ?, ?, 'DONE', 2)")
                .params(tom.member().course().value(), Utc.of(Instant.now()), Utc.of(Instant.now()))
                .update();
        jdbc.sql("update course_member set active = false, left_at = ? where id = ?")
                .params(
                        Utc.of(Instant.parse("2026-03-03T12:00:00Z")),
                        course.participant("Gone Girl").member().id().value())
                .update();
        String all = tom.get(tom.at("/people")).body();
        assertThat(all)
                .contains("The LMS’s list says Learner, the last launch said Instructor")
                .contains("Not on the LMS’s list")
                .contains("Nora New", "Last visit: never", "Came from the LMS’s list")
                .doesNotContain("Gone Girl");
        assertThat(tom.get(tom.at("/people?show=left")).body())
                .contains("Gone Girl", "Left the course; seen Mar\u00a03, 2026");
        assertThat(tom.get(tom.at("/people?show=never")).body())
                .contains("Nora New")
                .doesNotContain("Dana Reed");
        assertThat(tom.get(tom.at("/people?show=differs")).body())
                .contains("Dana Reed")
                .doesNotContain("Nora New");
    }

    @Test
    void listWhenSearchedThenByPartOfTheNameAndNoPatternOfTheReaders() {
        take(listed("1", "Ana Ruiz", "Learner"), listed("2", "Ben 100%", "Learner"), listed("3", "Cy_Low", "Learner"));
        assertThat(names("?q=RUI")).containsExactly("Ana Ruiz");
        assertThat(names("?q=%25")).containsExactly("Ben 100%");
        assertThat(names("?q=_")).containsExactly("Cy_Low");
        assertThat(names("?q=%3Cb%3E")).isEmpty();
    }

    @Test
    void listWhenManyThenPagesByNameWithoutGapsInFewStatements() {
        Membership[] many = IntStream.range(0, 120)
                .mapToObj(i -> listed("s" + i, i % 10 == 0 ? null : "Name " + (i * 37 % 120), "Learner"))
                .toArray(Membership[]::new);
        take(many);
        List<String> seen = new ArrayList<>();
        String path = tom.at("/people");
        int pages = 0;
        while (path != null) {
            String body = tom.get(path).body();
            seen.addAll(namesOf(body));
            Matcher next =
                    Pattern.compile("href=\"([^\"]*after=\\d+)\">\\s*Next page").matcher(body);
            path = next.find() ? next.group(1).replace("&amp;", "&") : null;
            pages++;
        }
        assertThat(pages).isEqualTo(3);
        assertThat(seen).hasSize(121).doesNotHaveDuplicates();
        Set<String> statements = new HashSet<>(Statements.during("course_", () -> tom.get(tom.at("/people"))));
        assertThat(statements).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void listWhenATestUserIsInTheCourseThenLeftOut() {
        course.signIn("Test Student", null, LEARNER, "http://purl.imsglobal.org/vocab/lti/system/person#TestUser");
        assertThat(tom.get(tom.at("/people")).body()).doesNotContain("Test Student");
    }

    @Test
    void fileWhenNamesLookLikeFormulasThenDisarmed() {
        take(
                listed("1", "=HYPERLINK(\"http://x\")", "Learner"),
                listed("2", "O'Neill, \"Bo\"", "Learner"),
                listed("3", "+1", "Learner"));
        HttpResponse<String> file = tom.get(tom.at("/people/people.csv"));
        assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(file.body())
                .startsWith("\uFEFF\"Name\",\"Role\",\"In the LMS\",\"Last visit\",\"State\"\r\n")
                .contains("\"'=HYPERLINK(\"\"http://x\"\")\",\"Coach\",\"Learner\",\"\",\"in the course\"")
                .contains("\"O'Neill, \"\"Bo\"\"\"", "\"'+1\"", "\"Tom Trainer\",\"Trainer\"");
    }

    @Test
    void listWhenTheLmsOffersNoListThenSaysHowPeopleComeHere() {
        assertThat(tom.get(tom.at("/people")).body())
                .contains("Your LMS does not offer the list")
                .doesNotContain("Fetch the list again");
    }

    @Test
    void fetchWhenAskedThenSaysSo() {
        jdbc.sql("update course_course set memberships_url = 'https://lms.example/none' where id = ?")
                .param(tom.member().course().value())
                .update();
        assertThat(tom.post(tom.at("/people/fetch"), Map.of()).statusCode()).isEqualTo(302);
        assertThat(tom.get(tom.at("/people")).body()).contains("Fetch the list again");
    }

    /** What {@code second} says, begun while the transaction of {@code first} is not at its end yet. */
    private boolean whileOpen(Runnable first, Callable<Boolean> second) throws Exception {
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<Boolean> answer = Objects.requireNonNull(transaction.execute(status -> {
                first.run();
                Future<Boolean> begun = other.submit(second);
                assertThatThrownBy(() -> begun.get(400, TimeUnit.MILLISECONDS))
                        .as("waits")
                        .isInstanceOf(TimeoutException.class);
                return begun;
            }));
            return answer.get();
        }
    }

    private String storedRole(SignedIn one) {
        return jdbc.sql("select role from course_member where id = ?")
                .param(one.member().id().value())
                .query(String.class)
                .single();
    }

    private void take(Membership... listed) {
        Member member = tom.member();
        ReadingPlace place = new ReadingPlace(
                member.course(),
                course.target(),
                member.district(),
                null,
                org.peercoach.course.launch.Purpose.TRAINING,
                "x",
                null,
                1,
                Instant.now());
        people.take(place, List.of(listed), new Reading());
    }

    private static Membership listed(String id, @org.jspecify.annotations.Nullable String name, String role) {
        return new Membership(id, Status.ACTIVE, List.of(role), name, null, null, Map.of());
    }

    private HttpResponse<String> give(String role, SignedIn... who) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        fields.add(Map.entry("role", role));
        for (SignedIn one : who) {
            fields.add(Map.entry("member", one.member().id().toString()));
        }
        fields.add(Map.entry("_csrf", tom.csrf()));
        return tom.postRaw(tom.at("/people/roles"), fields);
    }

    private MemberRole role(SignedIn one) {
        return roster.member(one.member().course(), one.member().id())
                .orElseThrow()
                .role();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    private static String change(HttpResponse<String> answer) {
        Matcher change = CHANGE.matcher(location(answer));
        assertThat(change.find()).isTrue();
        return change.group(1);
    }

    private List<String> names(String query) {
        return namesOf(tom.get(tom.at("/people" + query)).body());
    }

    private static List<String> namesOf(String body) {
        return Pattern.compile("role=\"rowheader\".*?<div>(?:<a [^>]*>)?([^<]+)(?:</a>.*?)?<small", Pattern.DOTALL)
                .matcher(body)
                .results()
                .map(found -> found.group(1).strip())
                .toList();
    }
}
