package org.peercoach.gradebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peercoach.fixture.TestRoles.INSTRUCTOR;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers.TestCourse;
import org.peercoach.fixture.TestMembers.TestLaunch;
import org.peercoach.journey.PagesInBrowser;
import org.peercoach.journey.Visit;
import org.peercoach.lti.Landing;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages about points in every state that points can be in: axe, pictures, the narrowest window. */
@ApplicationTest
@Tag("browser")
@Tag("looks")
class GradebookLooksTests extends PagesInBrowser {

    private static final String SESSION = "session-1";
    private static final String LIST = "/gradebook?activity=" + SESSION;
    private static final String HISTORY = "/gradebook/history?activity=" + SESSION;
    private static final String ITEMS = "https://lms.example/items";
    private static final String AGS = "https://purl.imsglobal.org/spec/lti-ags/scope/";
    private static final Set<String> SCOPES = Set.of(AGS + "lineitem", AGS + "score", AGS + "result.readonly");
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    // ---- the trainer

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void gradebookWhenPointsAreInEveryStateThenAccessible(int width) {
        TestCourse course = placed();
        everyState(course);
        in(course.trainer("Tom Trainer"), width, visit -> {
            look(visit, course, LIST, "gradebook-states");
            look(visit, course, LIST + "&state=FAILED", "gradebook-failed");
            look(visit, course, LIST + "&state=FAILED&reason=newer", "gradebook-failed-reason");
            look(visit, course, LIST + "&state=DIFFERENT", "gradebook-different");
            visit.page().locator("form[action$='leave'] button").first().click();
            visit.page().locator(".pc-note.pc-ok").waitFor();
            visit.examine("gradebook-left");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void gradebookWhenThereIsNothingOrNoPlaceThenAccessible(int width) {
        TestCourse bare = members.course();
        in(bare.trainer("Tom Trainer"), width, visit -> look(visit, bare, LIST, "gradebook-empty"));
        TestCourse loose = members.course();
        SignedIn mary = loose.coach("Mary Ellis");
        offered(loose, Map.of());
        put(mary, points("KEPT_HERE", Reasons.NOT_PLACED));
        in(loose.trainer("Tom Trainer"), width, visit -> look(visit, loose, LIST, "gradebook-kept"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void gradebookWhenThereAreManyAndTwoColumnsThenAccessible(int width) {
        TestCourse course = placed();
        IntStream.rangeClosed(1, ScoreSheets.PAGE + 2)
                .forEach(number -> put(course.coach("Coach %02d".formatted(number)), points("SENT", null)));
        replaced(course.trainer("Tom Trainer"));
        in(course.trainer("Tom Trainer"), width, visit -> {
            look(visit, course, LIST, "gradebook-many");
            visit.page().locator(".pc-pager a[rel=next]").click();
            assertThat(visit.page().locator("tbody tr").count()).isEqualTo(2);
            visit.examine("gradebook-many-next");
            visit.page().locator(".pc-pager a[rel=prev]").click();
            assertThat(visit.page().locator("tbody tr").count()).isEqualTo(ScoreSheets.PAGE);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void historyWhenShortLongOrEmptyThenAccessible(int width) {
        TestCourse course = placed();
        SignedIn mary = course.coach("Mary Ellis");
        SignedIn ken = course.coach("Ken Park");
        put(mary, points("WAITING", Reasons.NO_ANSWER));
        put(ken, points("WAITING", null));
        IntStream.rangeClosed(1, 32).forEach(number -> tried(mary, number));
        in(course.trainer("Tom Trainer"), width, visit -> {
            look(visit, course, HISTORY + "&person=" + mary.member().id(), "gradebook-history");
            visit.page().locator(".pc-pager a").click();
            visit.examine("gradebook-history-older");
            look(visit, course, HISTORY + "&person=" + ken.member().id(), "gradebook-history-empty");
        });
    }

    // ---- a coach

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void pointsWhenAnyStateThenAccessible(int width) {
        TestCourse course = placed();
        SignedIn mary = course.coach("Mary Ellis");
        in(mary, width, visit -> {
            look(visit, course, "/gradebook", "points-none");
            states().forEach((name, state) -> {
                put(mary, state);
                look(visit, course, "/gradebook", "points-" + name);
            });
            tried(mary, 1);
            look(visit, course, HISTORY, "points-history");
        });
    }

    // ---- the district

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void districtWhenEmptyMixedAndLongThenAccessible(int width) {
        TestCourse course = placed();
        String path = "/d/" + course.trainer("Tom Trainer").member().district() + "/gradebook";
        in(administrator(course), width, visit -> {
            examine(visit, path, "gradebook-district-empty");
            everyState(course);
            put(course.sibling().coach("Zoe Lane"), points("SENT", null));
            rests(course);
            examine(visit, path, "gradebook-district");
            examine(visit, path + "?show=DIFFERENT", "gradebook-district-different");
            IntStream.rangeClosed(1, DistrictGradebook.COURSES)
                    .forEach(number -> put(another(course, number).coach("Mary Ellis"), points("SENT", null)));
            open(visit, path);
            visit.page().locator(".pc-pager a").click();
            visit.examine("gradebook-district-next");
        });
    }

    // ---- looking

    private void in(SignedIn who, int width, Consumer<Visit> work) {
        in(who.landing(), width, work);
    }

    private void in(Landing landing, int width, Consumer<Visit> work) {
        try (Visit visit = visit(landing, width)) {
            work.accept(visit);
        }
    }

    private void look(Visit visit, TestCourse course, String path, String name) {
        examine(visit, course.observer("Olga Stone").at(path), name);
    }

    // ---- what there is to see

    /** @param difference kind of a difference to the LMS, or null; {@code shown} what it shows */
    private record Seed(
            String state,
            @Nullable String reason,
            @Nullable String difference,
            @Nullable Double shown) {}

    private static Seed points(String state, @Nullable String reason) {
        return new Seed(state, reason, null, null);
    }

    private static Map<String, Seed> states() {
        return Map.of(
                "sent", points("SENT", null),
                "waiting", points("WAITING", null),
                "late", points("WAITING", Reasons.NO_ANSWER),
                "failed", points("FAILED", Reasons.NOT_GRADABLE),
                "kept", points("KEPT_HERE", Reasons.NO_PERSON),
                "differs", new Seed("SENT", null, "OPEN", 20.0));
    }

    private void everyState(TestCourse course) {
        states().forEach((name, seed) -> put(course.coach("Coach " + name), seed));
        put(course.coach("Ann Gray"), points("FAILED", Reasons.NEWER));
        put(course.coach("Bob Hill"), new Seed("SENT", null, "KEEPS", 20.5));
        put(course.coach("Cleo Vance"), new Seed("SENT", null, "LEFT", null));
        put(course.coach("Dr. Maximiliana-Alexandra Wolfeschlegelsteinhausen-Bergerdorff"), points("SENT", null));
        course.coach("Eve Young");
    }

    /** A course whose session stands in an LMS that lets us read and write its gradebook. */
    private TestCourse placed() {
        TestCourse course = members.course();
        offered(course, Map.of("pc_activity", SESSION));
        return course;
    }

    private void offered(TestCourse course, Map<String, String> custom) {
        members.open(new TestLaunch(course, "Tom Trainer")
                .roles(INSTRUCTOR)
                .custom(custom)
                .gradebook(SCOPES, ITEMS, custom.isEmpty() ? null : ITEMS + "/1")
                .build());
    }

    /** Comes in outside of any course. */
    private Landing administrator(TestCourse course) {
        return course.fromOutside("Ada Park");
    }

    private static TestCourse another(TestCourse course, int number) {
        return new TestCourse(
                course.people(), course.target(), course.district(), course.context() + "-n" + number, "training");
    }

    /** Points as they would be after delivery, in a queue that no platform answers for. */
    private void put(SignedIn coach, Seed seed) {
        jdbc.sql("delete from gradebook_score where member_id = ?")
                .param(coach.member().id().value())
                .update();
        jdbc.sql("insert into gradebook_score (member_id, activity_key, course_id, district_id, points, maximum,"
                        + " completed, started_at, recorded_at, version, state, state_at, reason, attempts, queue, due_at,"
                        + " sent_version, sent_points, sent_maximum, sent_url, difference, lms_points)"
                        + " values (:member, 'session-1', :course, :district, 11, 25, false, :now, :now, 1, :state, :now,"
                        + " :reason, 0, :queue, :due, 1, 11, 25, :url, :difference, :shown)")
                .param("member", coach.member().id().value())
                .param("course", coach.member().course().value())
                .param("district", coach.member().district())
                .param("now", Utc.of(clock.instant()))
                .param("state", seed.state())
                .param("reason", seed.reason())
                .param("queue", "looks-" + NUMBERS.incrementAndGet())
                .param("due", seed.state().equals("WAITING") ? Utc.of(inAnHour()) : null)
                .param("url", ITEMS + "/1")
                .param("difference", seed.difference())
                .param("shown", seed.shown())
                .update();
    }

    private void tried(SignedIn coach, int number) {
        List<Tries.Result> results = List.of(Tries.Result.values());
        Tries.Result result = results.get(number % results.size());
        String reason = result == Tries.Result.SENT || result == Tries.Result.BROKEN_OFF ? null : Reasons.NO_ANSWER;
        jdbc.sql("insert into gradebook_try (member_id, activity_key, course_id, tried_at, points, maximum, outcome,"
                        + " reason) values (:member, 'session-1', :course, :at, :points, 25, :outcome, :reason)")
                .param("member", coach.member().id().value())
                .param("course", coach.member().course().value())
                .param("at", Utc.of(clock.instant().minus(Duration.ofHours(40 - number))))
                .param("points", number % 25)
                .param("outcome", result.name())
                .param("reason", reason)
                .update();
    }

    /** The course's session has an older column of ours as well. */
    private void replaced(SignedIn trainer) {
        jdbc.sql("delete from gradebook_line_item where course_id = ?")
                .param(trainer.member().course().value())
                .update();
        jdbc.sql("insert into gradebook_line_item (course_id, activity_key, wanted, url, replaced_url, changed_at)"
                        + " values (?, 'session-1', true, ?, ?, ?)")
                .params(trainer.member().course().value(), ITEMS + "/1", ITEMS + "/0", Utc.of(clock.instant()))
                .update();
    }

    /** The LMS of one of the course's queues has asked to be left alone. */
    private void rests(TestCourse course) {
        String queue = "lms.lincoln.example:443 looks-" + NUMBERS.incrementAndGet();
        jdbc.sql("update gradebook_score set queue = ? where course_id = ? and state = 'WAITING'")
                .params(queue, course.observer("Olga Stone").member().course().value())
                .update();
        jdbc.sql("insert into gradebook_queue (name, paused_until, pauses) values (?, ?, 2)")
                .params(queue, Utc.of(inAnHour()))
                .update();
    }

    private Instant inAnHour() {
        return clock.instant().plus(Duration.ofHours(1));
    }
}
