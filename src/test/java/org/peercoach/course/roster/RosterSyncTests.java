package org.peercoach.course.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peercoach.fixture.PlatformStub.listed;
import static org.peercoach.fixture.TestRoles.INSTRUCTOR;
import static org.peercoach.fixture.TestRoles.LEARNER;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.peercoach.course.CourseId;
import org.peercoach.course.session.Utc;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.Patience;
import org.peercoach.fixture.PlatformStub;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.Statements;
import org.peercoach.fixture.TestMembers;
import org.peercoach.fixture.TestMembers.TestCourse;
import org.peercoach.fixture.TestMembers.TestLaunch;
import org.peercoach.lti.ServiceTarget;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of a platform becomes members, beside launches and other readings. */
@ApplicationTest
class RosterSyncTests {

    private static final BooleanSupplier NEVER = () -> false;

    private final PlatformStub platform = PlatformStub.start();
    private TestCourse course;
    private CourseId id;

    @Autowired
    TestMembers members;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RosterReading reading;

    @Autowired
    RosterRows rows;

    @Autowired
    RosterRequests requests;

    @Autowired
    Departures departures;

    /** A member as the tables hold it. */
    private record Row(
            @Nullable String name,
            String role,
            String reason,
            boolean active,
            boolean seen,
            boolean listed,
            boolean differs,
            String cameBy) {}

    @BeforeEach
    void makeACourse() {
        course = members.course();
        at(course.target());
        // the trainer's launch, without an address of the list, so that nothing is read by itself
        SignedIn tom = course.signIn("t-1", null, INSTRUCTOR);
        id = tom.member().course();
        jdbc.sql("update course_course set memberships_url = ? where id = ?")
                .params(platform.rosterUrl(), id.value())
                .update();
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    @DisplayName("LTI-N7: people of the list are members by the rules, found again by sub at their launch")
    void readWhenPeopleNeverLaunchedThenMembersWithARole() {
        platform.holdsRoster(
                listed("5", "Ana Ruiz", "Learner") + "," + listed("6", null, "Learner"),
                listed("7", "Nora Field", "Instructor") + "," + listed("t-1", "Tom Trainer", "Instructor"));
        read();
        assertThat(row("5")).isEqualTo(new Row("Ana Ruiz", "COACH", "LEARNER", true, false, true, false, "ROSTER"));
        assertThat(row("6").name()).isNull();
        assertThat(row("7").role()).isEqualTo("TRAINER");
        assertThat(row("t-1").cameBy()).isEqualTo("LAUNCH");
        SignedIn ana = course.signIn("5", null, LEARNER);
        assertThat(jdbc.sql("select count(*) from course_person where sub = '5' and registration_id = ?")
                        .param(course.target().registrationId())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(row("5").seen()).isTrue();
        assertThat(ana.get(ana.at("")).statusCode()).isEqualTo(200);
        RosterState state = rows.state(id);
        assertThat(state.outcome()).isEqualTo(RosterState.Outcome.DONE);
        assertThat(state.people()).isEqualTo(4);
    }

    @Test
    @DisplayName("LTI-N7: a known name is never overwritten by nothing, but by another name")
    void readWhenTheListTellsNoNameThenTheKnownOneStays() {
        platform.holdsRoster(listed("5", "Ana Ruiz", "Learner") + "," + listed("6", "Old Name", "Learner"));
        read();
        platform.holdsRoster(listed("5", null, "Learner") + "," + listed("6", "New Name", "Learner"));
        read();
        assertThat(row("5").name()).isEqualTo("Ana Ruiz");
        assertThat(row("6").name()).isEqualTo("New Name");
    }

    @Test
    @DisplayName("LTI-N10: a role that a launch has told stays, and the difference is noted")
    void readWhenTheListContradictsALaunchThenTheLaunchWins() {
        platform.holdsRoster(listed("t-1", "Tom", "Learner") + "," + listed("5", "Ana", "Learner"));
        read();
        assertThat(row("t-1").role()).isEqualTo("TRAINER");
        assertThat(row("t-1").differs()).isTrue();
        platform.holdsRoster(listed("t-1", "Tom", "Instructor") + "," + listed("5", "Ana", "Instructor"));
        read();
        assertThat(row("t-1").differs()).isFalse();
        assertThat(row("5").role())
                .as("never seen at a launch: follows the list")
                .isEqualTo("TRAINER");
        course.signIn("5", null, LEARNER);
        assertThat(row("5").role()).as("the launch is newer").isEqualTo("COACH");
    }

    @Test
    @DisplayName("LTI-N6: who is gone from a complete reading is deactivated, and back when listed or launched again")
    void readWhenSomebodyIsGoneThenDeactivatedAndWorkKept() {
        String ana = listed("5", "Ana", "Learner");
        String ben = listed("6", "Ben", "Learner");
        String tom = listed("t-1", "Tom", "Instructor");
        platform.holdsRoster(ana + "," + ben, tom);
        read();
        SignedIn signedIn = course.signIn("5", null, LEARNER);
        longAgo("5");
        platform.holdsRoster(tom);
        read();
        assertThat(row("5").active()).isFalse();
        assertThat(row("6").active()).isFalse();
        assertThat(signedIn.get(signedIn.at("")).statusCode()).as("signed out").isEqualTo(401);
        platform.holdsRoster(ben, tom);
        read();
        assertThat(row("6").active()).isTrue();
        course.signIn("5", null, LEARNER);
        assertThat(row("5").active()).isTrue();
    }

    @Test
    @DisplayName("LTI-N6: a reading that breaks off takes nobody out")
    void readWhenBrokenOffThenNobodyIsTakenOut() {
        String tom = listed("t-1", "Tom", "Instructor");
        platform.holdsRoster(tom, listed("5", "Ana", "Learner"));
        read();
        platform.rosterAnswers(1, 200, "{\"errors\":[]}", "");
        read();
        assertThat(row("5").active()).isTrue();
        assertThat(rows.state(id).outcome()).isEqualTo(RosterState.Outcome.BROKEN);
        platform.holdsRoster("");
        read();
        assertThat(row("5").active()).isTrue();
        assertThat(rows.state(id).outcome()).isEqualTo(RosterState.Outcome.EMPTY);
    }

    @Test
    @DisplayName("LTI-N6: Inactive is hidden, a stranger who is Inactive is not made")
    void readWhenInactiveThenHidden() {
        platform.holdsRoster(listed("5", "Ana", "Learner"));
        read();
        platform.holdsRoster(listed("5", "Ana", "Learner").replace("Active", "Inactive") + ","
                + listed("6", "Ben", "Learner").replace("Active", "Inactive") + ","
                + listed("t-1", "Tom", "Instructor"));
        read();
        assertThat(row("5").active()).isFalse();
        assertThat(all()).doesNotContainKey("6");
    }

    @Test
    @DisplayName("LTI-N6: whom the list never named stays when they run the course, and leaves otherwise")
    void readWhenNeverListedThenTrainersStay() {
        course.signIn("5", "participant", LEARNER);
        longAgo("5");
        longAgo("t-1");
        platform.holdsRoster(listed("9", "Zoe", "Learner"));
        read();
        assertThat(row("t-1").active()).as("an LMS may not list its managers").isTrue();
        assertThat(row("t-1").listed()).isFalse();
        assertThat(row("5").active()).isFalse();
    }

    @Test
    @DisplayName("LTI-N5: changes are asked for next time; Deleted takes out, absence means nothing")
    void readWhenDifferencesAreOfferedThenUsed() {
        String tom = listed("t-1", "Tom", "Instructor");
        platform.holdsRoster("");
        String changes = platform.server().baseUrl() + "/changes?since=1";
        platform.rosterPage(
                0,
                tom + "," + listed("5", "Ana", "Learner") + "," + listed("6", "Ben", "Learner"),
                "<" + changes + ">; rel=\"differences\"");
        read();
        platform.rosterAt(
                "/changes?since=1",
                200,
                listed("5", "Ana", "Learner").replace("Active", "Deleted") + "," + listed("8", "New", "Learner"));
        read();
        assertThat(row("5").active()).isFalse();
        assertThat(row("6").active()).isTrue();
        assertThat(row("8").active()).isTrue();
        assertThat(platform.rosterRequests()).hasSize(1);
    }

    @Test
    @DisplayName("LTI-N5: when the address of changes is refused, everybody is read")
    void readWhenDifferencesAreRefusedThenEverybody() {
        String tom = listed("t-1", "Tom", "Instructor");
        platform.holdsRoster("");
        platform.rosterPage(
                0,
                tom + "," + listed("5", "Ana", "Learner"),
                "<" + platform.server().baseUrl() + "/changes>; rel=\"differences\"");
        read();
        platform.rosterAt("/changes", 410, "");
        platform.holdsRoster(tom);
        read();
        assertThat(platform.rosterRequests()).hasSize(2);
        assertThat(row("5").active()).isFalse();
        assertThat(rows.state(id).outcome()).isEqualTo(RosterState.Outcome.DONE);
    }

    @Test
    @DisplayName("LTI-T23: pretended learners are nobody")
    void readWhenATestUserIsListedThenLeftOut() {
        platform.holdsRoster(listed("5", "Ana", "Learner") + ","
                + listed("x", "Test Student", "Learner", "http://purl.imsglobal.org/vocab/lti/system/person#TestUser"));
        read();
        assertThat(all()).containsKey("5").doesNotContainKey("x");
    }

    @Test
    void readWhenTwoDistrictsShareARegistrationThenTheirPeopleAreApart() {
        TestCourse other = new TestCourse(
                members, course.target(), course.district() + " West", course.context(), course.purpose());
        SignedIn west = other.signIn("5", null, LEARNER);
        platform.holdsRoster(listed("5", "Ana", "Learner") + "," + listed("t-1", "Tom", "Instructor"));
        read();
        assertThat(jdbc.sql("select count(distinct district_id) from course_person where sub = '5'"
                                + " and registration_id = ?")
                        .param(course.target().registrationId())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(jdbc.sql("select name from course_person where id = ?")
                        .param(west.member().person())
                        .query(String.class)
                        .single())
                .as("the other district's person")
                .isEqualTo("5");
    }

    @Test
    @DisplayName("MOODLE-6: two spellings that differ by case are two people")
    void readWhenSubsDifferByCaseThenTwoPeople() {
        platform.holdsRoster(listed("abc", "Low", "Learner") + "," + listed("ABC", "High", "Learner") + ","
                + listed("ábc", "Accent", "Learner"));
        read();
        assertThat(row("abc").name()).isEqualTo("Low");
        assertThat(row("ABC").name()).isEqualTo("High");
        assertThat(row("ábc").name()).isEqualTo("Accent");
    }

    @Test
    void readWhenTwiceAtOnceThenEverybodyOnceAndOneOutcome() throws Exception {
        platform.holdsRoster(class40(0), class40(40), class40(80));
        atOnce(this::read, this::read, this::read);
        assertThat(all()).hasSize(121); // and the trainer
        assertThat(all().values()).allMatch(Row::active);
    }

    @Test
    void readWhenPeopleLaunchAtOnceThenNobodyIsRefusedAndTheLaunchesRolesHold() throws Exception {
        platform.holdsRoster(class40(0), class40(40));
        Runnable[] work = new Runnable[41];
        work[0] = this::read;
        for (int i = 0; i < 40; i++) {
            String sub = "s-" + (i * 2);
            work[i + 1] = () -> launchAsTheFilterDoes(sub);
        }
        atOnce(work);
        assertThat(all()).hasSize(81);
        for (int i = 0; i < 40; i++) {
            assertThat(row("s-" + (i * 2)).role()).isEqualTo("TRAINER");
            assertThat(row("s-" + (i * 2)).active()).isTrue();
        }
        assertThat(row("s-1").role()).isEqualTo("COACH");
    }

    @Test
    void beginWhenALaterReadingHasBegunThenTheEarlierSaysNothingAboutWhoLeft() {
        platform.holdsRoster(listed("5", "Ana", "Learner"), listed("t-1", "Tom", "Instructor"));
        read();
        ReadingPlace first = rows.begin(id).orElseThrow();
        ReadingPlace second = rows.begin(id).orElseThrow();
        assertThat(rows.isLatest(first)).isFalse();
        assertThat(rows.isLatest(second)).isTrue();
        assertThat(rows.progress(first, 5)).isFalse();
    }

    @Test
    @DisplayName("LTI-N11: a trainer's launch has the list read in the background; again after ten minutes at most")
    void launchWhenATrainerComesThenReadByItself() {
        platform.holdsRoster(listed("5", "Ana", "Learner"), listed("t-1", "Tom", "Instructor"));
        members.open(new TestLaunch(course, "t-1")
                .roles(INSTRUCTOR)
                .memberships(platform.rosterUrl())
                .build());
        Patience.until(() -> rows.state(id).complete() != null);
        assertThat(all()).containsKey("5");
        assertThat(requests.ask(id)).isEqualTo(RosterRequests.Answer.TOO_SOON);
        ended(11);
        int reads = platform.rosterRequests().size();
        assertThat(requests.ask(id)).isEqualTo(RosterRequests.Answer.ASKED);
        Patience.until(() -> platform.rosterRequests().size() == 2 * reads);
    }

    @Test
    @DisplayName("LTI-N11: a list that is refused or empty is left alone for ten minutes too; a button may try sooner")
    void askWhenTheLastReadingFailedThenNotAtEveryLaunch() {
        platform.rosterAnswers(0, 403, "", "");
        read();
        assertThat(rows.state(id).outcome()).isEqualTo(RosterState.Outcome.NOT_ALLOWED);
        assertThat(requests.ask(id)).isEqualTo(RosterRequests.Answer.TOO_SOON);
        int reads = platform.rosterRequests().size();
        ended(2);
        assertThat(requests.ask(id, RosterRequests.EVERY)).as("a launch").isEqualTo(RosterRequests.Answer.TOO_SOON);
        assertThat(requests.ask(id)).as("a button").isEqualTo(RosterRequests.Answer.ASKED);
        Patience.until(() -> platform.rosterRequests().size() == 2 * reads
                && !rows.state(id).reading()
                && rows.state(id).due() == null);
        ended(11);
        assertThat(requests.ask(id, RosterRequests.EVERY)).isEqualTo(RosterRequests.Answer.ASKED);
    }

    @Test
    @DisplayName("LTI-N10: whoever was seen a while ago and opens the tool during the reading is not put out")
    void settleWhenSomebodyLaunchesDuringTheReadingThenStays() {
        course.signIn("5", "participant", LEARNER);
        course.signIn("6", "participant", LEARNER);
        jdbc.sql("update course_member set last_seen = ? where course_id = ?")
                .params(Utc.of(Instant.now().minus(20, ChronoUnit.MINUTES)), id.value())
                .update();
        assertThat(writes("5")).as("seen within the hour").isZero();
        jdbc.sql("insert into course_roster (course_id, queue) values (?, 'test')")
                .param(id.value())
                .update();
        ReadingPlace place = rows.begin(id).orElseThrow();
        assertThat(writes("5")).isEqualTo(1);
        assertThat(writes("5")).as("once a reading").isZero();
        departures.settle(place, new Reading());
        rows.done(place, 1, null);
        assertThat(row("5").active()).isTrue();
        assertThat(row("6").active()).isFalse();
        assertThat(writes("5")).isZero();
    }

    @Test
    void launchWhenALearnerComesThenNothingIsRead() {
        members.open(new TestLaunch(course, "5")
                .roles(LEARNER)
                .memberships(platform.rosterUrl())
                .build());
        assertThat(rows.state(id).due()).isNull();
        assertThat(platform.rosterRequests()).isEmpty();
    }

    /** How often this person's launch writes. */
    private long writes(String sub) {
        return Statements.during("course_", () -> members.open(course.launch(sub, "participant", LEARNER))).stream()
                .filter(sql -> sql.startsWith("update"))
                .count();
    }

    /** The last reading ended so long ago. */
    private void ended(int minutes) {
        jdbc.sql(
                        "update course_roster set ended_at = ?, complete_at = case when complete_at is null then null else ? end"
                                + " where course_id = ?")
                .param(Utc.of(Instant.now().minus(minutes, ChronoUnit.MINUTES)))
                .param(Utc.of(Instant.now().minus(minutes, ChronoUnit.MINUTES)))
                .param(id.value())
                .update();
    }

    /** Begins anew when it came in another's way. */
    private void launchAsTheFilterDoes(String sub) {
        for (int attempt = 1; ; attempt++) {
            try {
                course.signIn(sub, null, INSTRUCTOR);
                return;
            } catch (ConcurrencyFailureException e) {
                assertThat(attempt).isLessThan(3);
            }
        }
    }

    private void read() {
        jdbc.sql(
                        "insert into course_roster (course_id, queue) values (?, 'test') on duplicate key update queue = queue")
                .param(id.value())
                .update();
        reading.run(id, NEVER);
    }

    /** The course's platform is the stub from now on. */
    private void at(ServiceTarget target) {
        jdbc.sql("update lti_registration set token_endpoint = ? where id = ?")
                .params(platform.registration().tokenEndpoint(), target.registrationId())
                .update();
    }

    private void longAgo(String sub) {
        jdbc.sql("update course_member set last_seen = ? where course_id = ? and person_id in"
                        + " (select id from course_person where sub = ? and registration_id = ?)")
                .params(Utc.of(Instant.parse("2026-01-01T00:00:00Z")), id.value(), sub)
                .param(course.target().registrationId())
                .update();
    }

    private static String class40(int from) {
        return IntStream.range(from, from + 40)
                .mapToObj(i -> listed("s-" + i, "Student " + i, "Learner"))
                .collect(Collectors.joining(","));
    }

    private static void atOnce(Runnable... work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Object>> calls =
                    List.of(work).stream().map(Executors::callable).toList();
            for (Future<Object> one : threads.invokeAll(calls)) {
                one.get();
            }
        }
    }

    private Row row(String sub) {
        return Objects.requireNonNull(all().get(sub), sub);
    }

    private Map<String, Row> all() {
        return jdbc
                .sql("select p.sub, p.name, m.role, m.role_reason, m.active, m.last_seen, m.roster_roles,"
                        + " m.roster_differs, m.came_by from course_member m join course_person p on p.id = m.person_id"
                        + " where m.course_id = ?")
                .param(id.value())
                .query((row, index) -> Map.entry(
                        row.getString("sub"),
                        new Row(
                                row.getString("name"),
                                row.getString("role_reason").equals("LEARNER") ? "COACH" : row.getString("role"),
                                row.getString("role_reason"),
                                row.getBoolean("active"),
                                row.getObject("last_seen") != null,
                                row.getObject("roster_roles") != null,
                                row.getBoolean("roster_differs"),
                                row.getString("came_by"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
