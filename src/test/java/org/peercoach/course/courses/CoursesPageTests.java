package org.peercoach.course.courses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peercoach.fixture.TestRoles.LEARNER;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.peercoach.course.MemberRole;
import org.peercoach.course.Roster;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.Statements;
import org.peercoach.fixture.TestMembers;
import org.peercoach.fixture.TestMembers.TestCourse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of a district's courses. */
@ApplicationTest
class CoursesPageTests {

    @Autowired
    TestMembers members;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Roster roster;

    @Test
    void coursesWhenListedThenFiguresButNoNames() {
        TestCourse course = members.course();
        SignedIn ada = course.administrator("Ada Park");
        course.signIn("Mary Ellis", null, LEARNER);
        course.signIn("Ben Hill", null, LEARNER);
        TestCourse elsewhere = members.course();
        elsewhere.trainer("Tom Trainer");
        title(elsewhere, "Secret Cohort");
        String page = ada.get(path(ada, "")).body();
        assertThat(page.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " "))
                .contains("Lincoln Cohort 3", "2 × Coach", "1 × Trainer")
                .doesNotContain("Mary Ellis", "Ben Hill", "Secret Cohort");
    }

    @Test
    void purposeWhenChangedThenRolesFollowAndItIsNoted() {
        TestCourse course = members.course();
        SignedIn ada = course.administrator("Ada Park");
        SignedIn mary = course.signIn("Mary Ellis", null, LEARNER);
        assertThat(post(ada, path(ada, "/" + ada.member().course() + "/purpose"), "COLLABORATION")
                        .statusCode())
                .isEqualTo(302);
        assertThat(roster.member(mary.member().course(), mary.member().id())
                        .orElseThrow()
                        .role())
                .isEqualTo(MemberRole.PARTICIPANT);
        assertThat(jdbc.sql("select details from audit_entry where course_id = ? and act = 'course.purpose-changed'")
                        .param(ada.member().course().value())
                        .query(String.class)
                        .single())
                .isEqualTo("TRAINING -> COLLABORATION");
    }

    @Test
    void purposeWhenTheCourseIsOfAnotherDistrictThenNotThere() {
        SignedIn ada = members.administrator();
        SignedIn eve = members.administrator();
        String foreign = path(ada, "/" + eve.member().course() + "/purpose");
        assertThat(post(ada, foreign, "COLLABORATION").statusCode()).isEqualTo(404);
        assertThat(eve.get(path(ada, "")).statusCode()).isEqualTo(403);
        SignedIn tom = members.trainer();
        assertThat(tom.get("/d/" + tom.member().district() + "/courses").statusCode())
                .isEqualTo(403);
    }

    @Test
    void coursesWhenThereAreManyThenPagesSearchAndFewStatements() {
        TestCourse course = members.course();
        SignedIn ada = course.administrator("Ada Park");
        for (int i = 0; i < 30; i++) {
            jdbc.sql("insert into course_course (registration_id, district_id, deployment_id, context_id, title,"
                            + " ags_scopes, created_at) select registration_id, district_id, deployment_id, ?, ?, '',"
                            + " created_at from course_course where id = ?")
                    .params(
                            "many-" + i,
                            i == 7 ? "100% Cohort" : "Same title",
                            ada.member().course().value())
                    .update();
        }
        String first = ada.get(path(ada, "")).body();
        assertThat(rows(first)).isEqualTo(25);
        Matcher next = Pattern.compile("href=\"([^\"]+after=[^\"]+)\"").matcher(first);
        assertThat(next.find()).isTrue();
        String second = ada.get(next.group(1).replace("&amp;", "&")).body();
        assertThat(rows(second)).isEqualTo(6);
        assertThat(second).doesNotContain("More courses").contains("Back to the start");
        assertThat(rows(ada.get(path(ada, "?q=100%25")).body())).isEqualTo(1);
        assertThat(rows(ada.get(path(ada, "?q=COHORT")).body())).isEqualTo(2);
        assertThat(ada.get(path(ada, "?q=%3Cscript%3E")).body())
                .contains("No course found")
                .doesNotContain("<script>\"");
        assertThat(Statements.during("course_", () -> ada.get(path(ada, "")))).hasSizeLessThanOrEqualTo(6);
    }

    private static long rows(String page) {
        return Pattern.compile("role=\"rowheader\"").matcher(page).results().count();
    }

    private static String path(SignedIn ada, String rest) {
        return "/d/" + ada.member().district() + "/courses" + rest;
    }

    private void title(TestCourse course, String title) {
        jdbc.sql("update course_course set title = ? where context_id = ?")
                .params(title, course.context())
                .update();
    }

    private static HttpResponse<String> post(SignedIn who, String path, String purpose) {
        String page = who.get("/d/" + who.member().district()).body();
        String token = page.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        return who.post(path, Map.of("purpose", purpose), token);
    }
}
