package org.peercoach.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peercoach.fixture.TestRoles.ADMINISTRATOR;
import static org.peercoach.fixture.TestRoles.LEARNER;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.audit.AuditTrail;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers;
import org.peercoach.fixture.TestMembers.TestLaunch;
import org.peercoach.lti.Landing;
import org.peercoach.lti.LtiLaunch;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** LTI-O6: what is stored about oneself; of others kinds and numbers, for administrators alone. */
@ApplicationTest
class PersonalDataTests {

    private static final String SECRET = "Nobody else may read this sentence.";
    private static final String WORK = "/training/sessions/1/activities/S1.3/draft";

    @Autowired
    TestMembers members;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    private TestMembers.TestCourse course;
    private SignedIn mary;

    @BeforeEach
    void signIn() {
        course = members.course();
        mary = course.coach("Mary Ellis");
        mary.post(mary.at(WORK), Map.of("text", SECRET, "version", "0", "writer", "a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LtiDataPrivacyLaunchRequest", "DataPrivacyLaunchRequest"})
    @DisplayName("LTI-O6: a privacy launch needs no course and opens what is stored about the person")
    void launchWhenForPrivacyThenOwnDataOfTheWholeDistrict(String type) {
        SignedIn here = privacy(type, "Mary Ellis", null, LEARNER);
        assertThat(here.landing().path()).isEqualTo(data(mary));
        String page = here.get(data(mary)).body();
        assertThat(page).contains("Mary Ellis", "Lincoln Cohort 3", "Activities begun");
        assertThat(here.get(mary.at("")).statusCode()).isEqualTo(401);
    }

    @Test
    void downloadWhenOwnThenEverythingAndNothingOfOthers() {
        SignedIn ken = course.coach("Ken Park");
        ken.post(ken.at(WORK), Map.of("text", "What Ken wrote.", "version", "0", "writer", "a"));
        SignedIn outside = privacy("LtiDataPrivacyLaunchRequest", "Mary Ellis", "Mary Ellis", LEARNER);
        for (HttpResponse<String> file :
                List.of(mary.get(mary.at("/my-data/download")), outside.get(data(mary) + "/download"))) {
            assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                    .startsWith("attachment");
            assertThat(file.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(file.body())
                    .contains(SECRET, "\"activity\" : \"S1.3\"", "\"sub\" : \"Mary Ellis\"")
                    .doesNotContain("What Ken wrote.", "Ken Park");
        }
    }

    @Test
    @DisplayName("LTI-O6: also in a course where only the LMS's list names the person, who was never seen there")
    void pageWhenOnlyListedInAnotherCourseThenShownAndDownloaded() {
        SignedIn tom = course.sibling().trainer("Tom Trainer");
        jdbc.sql("insert into course_member (course_id, person_id, lms_roles, role, role_reason, active, came_by,"
                        + " roster_roles, created_at) values (?, ?, 'Learner', 'COACH', 'LEARNER', true, 'ROSTER',"
                        + " 'Learner', '2026-01-01 00:00:00')")
                .params(tom.member().course().value(), person(mary))
                .update();
        SignedIn here = privacy("LtiDataPrivacyLaunchRequest", "Mary Ellis", null, LEARNER);
        assertThat(here.get(data(mary)).statusCode()).isEqualTo(200);
        assertThat(here.get(data(mary) + "/download").body())
                .contains("\"cameBy\" : \"ROSTER\"", "\"cameBy\" : \"LAUNCH\"", "\"lastSeen\" : null");
    }

    @Test
    @DisplayName("LTI-O6: the download holds every fact of the membership, the points and the tries to send them")
    void downloadWhenRolesAndPointsAreKeptThenAllOfThem() {
        jdbc.sql("update course_member set roster_roles = 'Mentor', roster_differs = true, explicit_role = 'COACH',"
                        + " explicit_by = 4711, explicit_at = '2026-02-03 04:05:06', told_role = 'OBSERVER',"
                        + " told_reason = 'OTHERWISE', left_at = '2026-03-04 05:06:07' where id = ?")
                .param(mary.member().id().value())
                .update();
        SignedIn ken = course.coach("Ken Park");
        points(mary, "Well done, Mary", 12);
        points(ken, "Well done, Ken", 13);
        String file = mary.get(mary.at("/my-data/download")).body();
        assertThat(file)
                .contains("\"listRoles\" : \"Mentor\"", "\"listDiffers\" : true", "\"roleAssignedBy\" : 4711")
                .contains("2026-02-03T04:05:06Z", "\"roleBeneath\" : \"OBSERVER\"", "2026-03-04T05:06:07Z")
                .contains("\"roleBeneathReason\" : \"OTHERWISE\"", "pc_role")
                .contains("\"comment\" : \"Well done, Mary\"", "\"gradedBy\" : 4712", "\"lmsShows\" : 12.5")
                .contains("\"difference\" : \"OPEN\"", "\"reason\" : \"tried-12\"", "\"answer\" : \"4xx\"")
                .doesNotContain("Well done, Ken", "tried-13");
        assertThat(mary.get(data(mary)).statusCode()).isEqualTo(401);
        assertThat(mary.get(mary.at("/my-data")).body()).contains("Tries to send points");
    }

    @Test
    @DisplayName("LTI-O6: for_user gives no right; whoever is no administrator gets a 403 and learns of nobody")
    void launchWhenForAnotherAndNoAdministratorThenRefused() {
        for (String whom : new String[] {"Mary Ellis", "Nobody Here"}) {
            SignedIn ken = privacy("LtiDataPrivacyLaunchRequest", "Ken Park", whom, LEARNER);
            assertThat(ken.landing().path()).endsWith("/about/unknown");
            HttpResponse<String> refused = ken.get(ken.landing().path());
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("NOT-YOURS").doesNotContain("Mary Ellis");
            String straight = ken.landing().path().replace("unknown", Long.toString(person(mary)));
            assertThat(ken.get(straight).statusCode()).isEqualTo(403);
        }
    }

    @Test
    @DisplayName("LTI-O6: an administrator sees kinds and numbers of another person of the district, never a text")
    void launchWhenAdministratorForAnotherThenNumbersOnlyAndAudited() {
        SignedIn ada = privacy("LtiDataPrivacyLaunchRequest", "Ada Park", "Mary Ellis", ADMINISTRATOR);
        HttpResponse<String> page = ada.get(ada.landing().path());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("What is stored about Mary Ellis", "Activities begun")
                .doesNotContain(SECRET, "Your number in the LMS", "/download");
        audit.flush();
        assertThat(jdbc.sql("select count(*) from audit_entry where act = 'privacy.counts-seen' and subject = ?")
                        .param("person:" + person(mary))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void pageWhenOfAnotherDistrictOrUnknownThenNotThere() {
        SignedIn other = members.coach();
        SignedIn ada = privacy("LtiDataPrivacyLaunchRequest", "Ada Park", "Nobody Here", ADMINISTRATOR);
        assertThat(ada.get(ada.landing().path()).statusCode()).isEqualTo(404);
        String foreign = ada.landing().path().replace("unknown", Long.toString(person(other)));
        assertThat(ada.get(foreign).statusCode()).isEqualTo(404);
    }

    @Test
    void pageWhenOfSomebodyElsesAddressThenSignedOut() {
        SignedIn here = privacy("LtiDataPrivacyLaunchRequest", "Mary Ellis", null, LEARNER);
        SignedIn ken = course.coach("Ken Park");
        assertThat(here.get(data(ken)).statusCode()).isEqualTo(401);
        String stolen = here.cookies().replace("__Host-pc-p" + person(mary), "__Host-pc-p" + person(ken));
        assertThat(here.withCookies(stolen).get(data(ken)).statusCode()).isEqualTo(401);
    }

    @Test
    @DisplayName("LTI-O7: a context launch lands as course navigation does")
    void launchWhenOfTheCourseThenOnItsFirstPage() {
        LtiLaunch launch = new TestLaunch(course, "Mary Ellis")
                .roles(LEARNER)
                .message("LtiContextLaunchRequest")
                .link(null)
                .build();
        assertThat(members.open(launch).path()).isEqualTo(mary.at(""));
    }

    @Test
    @DisplayName("LTI-T23: a pretended learner works, is counted nowhere and has no place for points")
    void testUserWhenHereThenWorksAndIsHidden() {
        SignedIn nat = course.signIn(
                "Nat Pretend", "coach", LEARNER, "http://purl.imsglobal.org/vocab/lti/system/person#TestUser");
        assertThat(nat.get(nat.at("/training/sessions/1")).statusCode()).isEqualTo(200);
        SignedIn tom = course.trainer("Tom Trainer");
        assertThat(tom.get(tom.at("/gradebook")).body()).contains("Mary Ellis").doesNotContain("Nat Pretend");
        SignedIn ada = course.administrator("Ada Park");
        String district = ada.get("/d/" + ada.member().district()).body();
        assertThat(district).containsPattern("(?s)Coach</th>\\s*<td[^>]*>1<");
    }

    private void points(SignedIn who, String comment, int points) {
        jdbc.sql("insert into gradebook_score (member_id, activity_key, course_id, points, maximum, completed,"
                        + " started_at, recorded_at, version, state, state_at, attempts, sent_version, comment, grader_id,"
                        + " lms_points, difference) values (?, 'session-8', ?, ?, 25, true, '2026-01-01 00:00:00',"
                        + " '2026-01-01 00:00:00', 1, 'KEPT', '2026-01-01 00:00:00', 0, 0, ?, 4712, 12.5, 'OPEN')")
                .params(who.member().id().value(), who.member().course().value(), points, comment)
                .update();
        jdbc.sql("insert into gradebook_try (member_id, activity_key, course_id, tried_at, points, maximum, outcome,"
                        + " status_class, reason) values (?, 'session-8', ?, '2026-01-01 00:00:00', ?, 25, 'REFUSED',"
                        + " '4xx', ?)")
                .params(who.member().id().value(), who.member().course().value(), points, "tried-" + points)
                .update();
    }

    private SignedIn privacy(String type, String name, @Nullable String about, String... roles) {
        LtiLaunch launch = new TestLaunch(course, name)
                .roles(roles)
                .message(type)
                .link(null)
                .context(null)
                .forUser(about)
                .build();
        Landing landing = members.open(launch);
        return mary.withLanding(landing);
    }

    private static long person(SignedIn who) {
        return who.member().person();
    }

    private static String data(SignedIn who) {
        return "/my-data/" + person(who);
    }
}
