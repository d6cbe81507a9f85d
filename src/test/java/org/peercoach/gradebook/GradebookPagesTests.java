package org.peercoach.gradebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peercoach.fixture.TestRoles.INSTRUCTOR;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.course.MemberId;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.Statements;
import org.peercoach.fixture.TestMembers;
import org.peercoach.fixture.TestMembers.TestCourse;
import org.peercoach.fixture.TestMembers.TestLaunch;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where points are, for a trainer, a coach and those who look after a district: LTI-A21, A22, UX-P8, UX-48. */
@ApplicationTest
class GradebookPagesTests {

    private static final String SESSION = "session-1";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Autowired
    TestMembers members;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Gradebook gradebook;

    @Autowired
    Clock clock;

    private TestCourse course;
    private SignedIn tom;
    private SignedIn mary;

    /** A course whose session is placed in an LMS that nobody answers for; Mary has points there. */
    @BeforeEach
    void maryHasPoints() {
        course = members.course();
        tom = course.trainer("Tom Trainer");
        mary = course.coach("Mary Ellis");
        points(mary, "SENT", null);
    }

    // ---- who may

    @Test
    @DisplayName("LTI-A21: role by page: trainers see everybody, coaches themselves, others nothing")
    void pagesWhenOpenedByEachRoleThenOnlyTheirs() {
        SignedIn dana = course.participant("Dana Reed");
        SignedIn olga = course.observer("Olga Stone");
        String history = "/gradebook/history?activity=" + SESSION;
        for (String path : List.of("/gradebook", history)) {
            assertThat(tom.get(tom.at(path)).statusCode()).as(path).isEqualTo(200);
            assertThat(mary.get(mary.at(path)).statusCode()).as(path).isEqualTo(200);
            assertThat(dana.get(dana.at(path)).statusCode()).as(path).isEqualTo(403);
            assertThat(olga.get(olga.at(path)).statusCode()).as(path).isEqualTo(403);
        }
        SignedIn ken = course.coach("Ken Park");
        String ofMary = history + "&person=" + mary.member().id();
        assertThat(tom.get(tom.at(ofMary)).body()).contains("Points of Mary Ellis");
        assertThat(mary.get(mary.at(ofMary)).body()).contains("History of your points");
        assertThat(ken.get(ken.at(ofMary)).statusCode()).isEqualTo(404);
        SignedIn other = members.course().trainer("Tina Other");
        assertThat(other.get(other.at(ofMary)).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"send-again", "send", "send-ours", "leave", "compare", "old-column"})
    @DisplayName("LTI-A21: only a trainer acts, and only with a form of ours")
    void actsWhenNotATrainerThenRefused(String act) {
        Map<String, String> form =
                Map.of("activity", SESSION, "person", mary.member().id().toString());
        assertThat(mary.post(mary.at("/gradebook/" + act), form).statusCode()).isEqualTo(403);
        assertThat(tom.post(tom.at("/gradebook/" + act), form, "forged").statusCode())
                .isEqualTo(403);
        assertThat(tom.post(tom.at("/gradebook/" + act), Map.of("activity", "no-such", "person", "1"))
                        .statusCode())
                .isEqualTo(404);
    }

    // ---- the trainer

    @Test
    @DisplayName("LTI-A22: the trainer reads what the LMS shows, and may send ours again or leave it")
    void gradebookWhenTheLmsShowsSomethingElseThenTheTrainerDecides() {
        differs(mary);
        String page = tom.get(tom.at("/gradebook")).body();
        assertThat(page)
                .contains(
                        "The LMS shows 20, the tool 11.", "Different in the LMS", "Send ours again", "Leave the LMS’s");
        assertThat(mary.get(mary.at("/gradebook")).body())
                .contains("The LMS shows 20, the tool 11.")
                .doesNotContain("Send ours again");
        decide("leave");
        assertThat(tom.get(tom.at("/gradebook")).body())
                .contains("The LMS’s entry stays", "Send ours again")
                .doesNotContain("Leave the LMS’s</button>");
        decide("send-ours");
        assertThat(column("difference", mary)).isNull();
        // on its way again; however far the delivery has come meanwhile, the LMS cannot have it yet
        assertThat(column("state", mary)).isIn("WAITING", "SENDING", "FAILED", "KEPT_HERE");
        assertThat(acts()).containsSubsequence("gradebook.left-lms member:", "gradebook.sent-ours member:");
    }

    @Test
    @DisplayName("LTI-A22: a decision about somebody of another course changes nothing")
    void decideWhenThePersonIsOfAnotherCourseThenNothing() {
        differs(mary);
        SignedIn other = members.course().trainer("Tina Other");
        Map<String, String> form =
                Map.of("activity", SESSION, "person", mary.member().id().toString());
        other.post(other.at("/gradebook/leave"), form);
        other.post(other.at("/gradebook/send-ours"), form);
        assertThat(column("difference", mary)).isEqualTo("OPEN");
    }

    @Test
    @DisplayName("UX-P8: the page filters by state and by reason")
    void gradebookWhenFilteredThenOnlyThese() {
        points(course.coach("Ann Gray"), "FAILED", "gradebook.reason.not-gradable");
        points(course.coach("Bob Hill"), "FAILED", "gradebook.reason.gone");
        String failed = tom.get(tom.at("/gradebook?activity=" + SESSION + "&state=FAILED"))
                .body();
        assertThat(failed).contains("Ann Gray", "Bob Hill", "Graded roles").doesNotContain("Mary Ellis");
        String gone = tom.get(tom.at("/gradebook?activity=" + SESSION + "&state=FAILED&reason=gone"))
                .body();
        assertThat(gone).contains("Bob Hill").doesNotContain("Ann Gray", "Mary Ellis");
    }

    @Test
    @DisplayName("UX-P8: long lists come in pages, each person once")
    void gradebookWhenThereAreManyThenPageByPage() {
        for (int i = 0; i < ScoreSheets.PAGE + 5; i++) {
            points(course.coach("Coach %03d".formatted(i)), "SENT", null);
        }
        String first = tom.get(tom.at("/gradebook")).body();
        assertThat(first).contains("Coach 000", "Next page").doesNotContain("Coach 050");
        String next =
                first.replaceAll("(?s).*href=\"([^\"]*after=[^\"]*)\".*", "$1").replace("&amp;", "&");
        assertThat(tom.get(next).body())
                .contains("Coach 050", "Coach 054", "Mary Ellis")
                .doesNotContain("Coach 049");
    }

    @Test
    @DisplayName("UX-P8: the number of questions to the database does not grow with the list")
    void gradebookWhenMorePeopleThenAsManyStatements() {
        tom.get(tom.at("/gradebook"));
        int few = Statements.during("gradebook_", () -> tom.get(tom.at("/gradebook")))
                .size();
        for (int i = 0; i < 20; i++) {
            points(course.coach("Coach " + i), "FAILED", "gradebook.reason.gone");
        }
        assertThat(Statements.during("gradebook_", () -> tom.get(tom.at("/gradebook"))))
                .hasSizeLessThanOrEqualTo(few);
    }

    @Test
    @DisplayName("LTI-A21: send again and compare are noted in the audit log")
    void actsWhenDoneThenNoted() {
        points(mary, "FAILED", "gradebook.reason.gone");
        tom.post(tom.at("/gradebook/send-again"), Map.of("activity", SESSION));
        assertThat(acts()).contains("gradebook.send-again -");
        assertThat(column("state", mary)).isIn("WAITING", "SENDING", "FAILED", "KEPT_HERE");
        assertThat(tom.post(tom.at("/gradebook/compare"), Map.of("activity", SESSION))
                        .statusCode())
                .isEqualTo(302);
        assertThat(jdbc.sql("select count(*) from gradebook_reading where course_id = ?")
                        .param(mary.member().course().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("LTI-A23: without a gradebook all works, and the page says that points stay here")
    void recordWhenTheLmsOffersNoGradebookThenKeptHere() {
        TestCourse plain = members.course();
        SignedIn ann = plain.coach("Ann Gray");
        gradebook.record(ann.member(), SESSION, 9, false);
        assertThat(ann.get(ann.at("/gradebook")).body()).contains("Kept here", "9 of 25");
        SignedIn trainer = plain.trainer("Tina Other");
        assertThat(trainer.get(trainer.at("/gradebook")).body()).contains("points stay here for now");
    }

    // ---- the district

    @Test
    @DisplayName("UX-48: administrators see figures course by course, nobody's name, and only their district's")
    void districtWhenOpenedThenFiguresOfThisDistrictOnly() {
        points(course.coach("Ann Gray"), "FAILED", "gradebook.reason.not-gradable");
        points(course.coach("Bob Hill"), "WAITING", "gradebook.reason.no-answer");
        differs(mary);
        SignedIn ada = course.administrator("Ada Park");
        String path = "/d/" + ada.member().district() + "/gradebook";
        String page = ada.get(path).body();
        assertThat(page)
                .contains(
                        "Course by course",
                        "1: The LMS says: this person cannot be graded in this course (role).",
                        "Oldest waiting:",
                        "Send again")
                .doesNotContain("Ann Gray", "Bob Hill", "Mary Ellis");
        assertThat(ada.get(path + "?show=DIFFERENT").body()).contains("Lincoln Cohort 3");
        SignedIn other = members.course().administrator("Una Other");
        String theirs =
                other.get("/d/" + other.member().district() + "/gradebook").body();
        assertThat(theirs).contains("No points yet").doesNotContain("cannot be graded");
        assertThat(other.get(path).statusCode()).isEqualTo(403);
        assertThat(tom.get(path).statusCode()).isEqualTo(403);
        assertThat(mary.get(path).statusCode()).isEqualTo(403);
        assertThat(mary.withCookies("").get(path).statusCode()).isEqualTo(401);
    }

    @Test
    @DisplayName("UX-48: an administrator sends one course again, or all; another district's rows are untouched")
    void districtWhenSentAgainThenOnlyThisDistricts() {
        points(mary, "FAILED", "gradebook.reason.gone");
        TestCourse elsewhere = members.course();
        SignedIn zoe = elsewhere.coach("Zoe Lane");
        points(zoe, "FAILED", "gradebook.reason.gone");
        SignedIn ada = course.administrator("Ada Park");
        String path = "/d/" + ada.member().district() + "/gradebook";
        String token = token(ada.get(path).body());
        ada.post(path + "/send-again", Map.of("course", zoe.member().course().toString()), token);
        assertThat(column("state", zoe)).isEqualTo("FAILED");
        assertThat(ada.post(path + "/send-again", Map.of(), "forged").statusCode())
                .isEqualTo(403);
        assertThat(column("reason", mary)).isEqualTo("gradebook.reason.gone");
        assertThat(ada.post(path + "/send-again", Map.of(), token).statusCode()).isEqualTo(302);
        assertThat(column("attempts", mary)).isEqualTo("0");
        assertThat(column("queue", mary)).startsWith("queue-");
        assertThat(column("state", mary)).isNotEqualTo("FAILED");
        assertThat(column("state", zoe)).isEqualTo("FAILED");
    }

    @Test
    @DisplayName("UX-48: a queue that rests is told with the LMS's host, and until when")
    void districtWhenAQueueRestsThenTold() {
        points(mary, "WAITING", "gradebook.reason.busy");
        jdbc.sql("update gradebook_score set queue = 'lms.lincoln.example:443 secret-client' where member_id = ?")
                .param(mary.member().id().value())
                .update();
        jdbc.sql("insert into gradebook_queue (name, paused_until, pauses) values (?, ?, 2)")
                .params(
                        "lms.lincoln.example:443 secret-client",
                        Utc.of(clock.instant().plusSeconds(600)))
                .update();
        SignedIn ada = course.administrator("Ada Park");
        assertThat(ada.get("/d/" + ada.member().district() + "/gradebook").body())
                .contains("lms.lincoln.example rests until")
                .doesNotContain("secret-client");
    }

    @Test
    @DisplayName("UX-48: the number of questions to the database does not grow with the courses")
    void districtWhenMoreCoursesThenAsManyStatements() {
        SignedIn ada = course.administrator("Ada Park");
        String path = "/d/" + ada.member().district() + "/gradebook";
        ada.get(path);
        int one = Statements.during("gradebook_", () -> ada.get(path)).size();
        for (int i = 0; i < DistrictGradebook.COURSES + 3; i++) {
            SignedIn coach = inOtherCourse("course-" + i);
            points(coach, i % 2 == 0 ? "FAILED" : "SENT", i % 2 == 0 ? "gradebook.reason.gone" : null);
        }
        assertThat(Statements.during("gradebook_", () -> ada.get(path))).hasSizeLessThanOrEqualTo(one);
        String page = ada.get(path).body();
        String next =
                page.replaceAll("(?s).*href=\"([^\"]*after=[^\"]*)\".*", "$1").replace("&amp;", "&");
        assertThat(ada.get(next).body()).contains("Course by course").doesNotContain("Next page");
    }

    private SignedIn inOtherCourse(String context) {
        TestCourse other =
                new TestCourse(course.people(), course.target(), course.district(), context, course.purpose());
        return other.coach("Mary Ellis");
    }

    /** Points as they would be after delivery, in a queue that no platform answers for. */
    private void points(SignedIn coach, String state, @org.jspecify.annotations.Nullable String reason) {
        members.open(new TestLaunch(course, "placing " + NUMBERS.incrementAndGet())
                .roles(INSTRUCTOR)
                .custom(Map.of("pc_activity", SESSION))
                .gradebook(Set.of(), null, null)
                .build());
        MemberId member = coach.member().id();
        jdbc.sql("delete from gradebook_score where member_id = ?")
                .param(member.value())
                .update();
        jdbc.sql("insert into gradebook_score (member_id, activity_key, course_id, district_id, points, maximum,"
                        + " completed, started_at, recorded_at, version, state, state_at, reason, attempts, queue, due_at,"
                        + " sent_version, sent_points, sent_maximum, sent_url) values (:member, 'session-1', :course,"
                        + " :district, 11, 25, false, :now, :now, 1, :state, :now, :reason, 0, :queue, :due, 1, 11, 25,"
                        + " 'https://lms.example/items/1')")
                .param("member", member.value())
                .param("course", coach.member().course().value())
                .param("district", coach.member().district())
                .param("now", Utc.of(clock.instant()))
                .param("state", state)
                .param("reason", reason)
                .param("queue", "queue-" + NUMBERS.incrementAndGet())
                .param("due", state.equals("WAITING") ? Utc.of(clock.instant().plusSeconds(3600)) : null)
                .update();
    }

    private void differs(SignedIn coach) {
        jdbc.sql("update gradebook_score set difference = 'OPEN', lms_points = 20 where member_id = ?")
                .param(coach.member().id().value())
                .update();
    }

    private void decide(String act) {
        Map<String, String> form =
                Map.of("activity", SESSION, "person", mary.member().id().toString());
        assertThat(tom.post(tom.at("/gradebook/" + act), form).statusCode()).isEqualTo(302);
    }

    private @org.jspecify.annotations.Nullable String column(String name, SignedIn coach) {
        return jdbc.sql("select " + name + " from gradebook_score where member_id = ?")
                .param(coach.member().id().value())
                .query((row, index) -> java.util.Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    /** Acts of this course's people, without the numbers behind their subjects. */
    private List<String> acts() {
        return jdbc.sql(
                        "select concat(act, ' ', coalesce(subject, '-')) from audit_entry where course_id = ? order by id")
                .param(mary.member().course().value())
                .query((row, index) -> row.getString(1).replaceAll("\\d+$", ""))
                .list();
    }

    private static String token(String page) {
        return page.replaceAll("(?s).*?name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
    }
}
