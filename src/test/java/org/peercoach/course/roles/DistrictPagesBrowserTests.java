package org.peercoach.course.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peercoach.fixture.TestRoles.INSTRUCTOR;
import static org.peercoach.fixture.TestRoles.LEARNER;
import static org.peercoach.fixture.TestRoles.MEMBER;

import com.microsoft.playwright.Page;
import java.util.Map;
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

/** Role rules, courses and the question to a copied course in a browser: accessible, and never wider than the window. */
@ApplicationTest
@Tag("browser")
@Tag("looks")
class DistrictPagesBrowserTests extends PagesInBrowser {

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(ints = {1280, 375, 320})
    void pagesWhenUsedThenARuleIsMadeTriedLookedAtAndSaved(int width) {
        TestCourse course = members.course();
        jdbc.sql("update lti_deployment set district_name = ?, platform_name = 'Lincoln Moodle' where id = ?")
                .params(course.district(), course.target().deploymentId())
                .update();
        course.signIn("Mary Ellis", null, LEARNER);
        course.signIn("Ben Hill", null, MEMBER);
        SignedIn ada = course.administrator("Ada Park");
        course.sibling().trainer("Tom Trainer");
        Landing outside = course.fromOutside("Ada Park");
        try (Visit visit = visit(outside, width)) {
            Page page = visit.page();
            open(visit, "/d/" + ada.member().district() + "/roles");
            visit.look("roles");
            page.locator("main a:has-text('Lincoln Moodle')").click();
            visit.look("roles-rules");
            add(page, "ROLE", "Member", "COACH");
            add(page, "MOODLE_GROUP", "Coaches", "COACH");
            assertThat(page.locator("#fault").isVisible()).isTrue();
            visit.look("roles-fault");
            add(page, "SUB_ROLE", "Instructor#TeachingAssistant", "COACH");
            page.locator("button[value='down-0']").click();
            page.locator("#member")
                    .selectOption(
                            page.locator("#member option:has-text('Ben Hill')").getAttribute("value"));
            page.locator("#try").click();
            assertThat(page.locator("#trial").textContent()).contains("Ben Hill would be here as: Coach");
            visit.look("roles-draft");
            page.locator("#effect").click();
            assertThat(page.locator("main").textContent()).contains("1 person changes in 1 course");
            visit.look("roles-effect");
            page.locator("#save").click();
            assertThat(page.locator("main").textContent()).contains("Saved.");
            visit.look("roles-saved");
            open(visit, "/d/" + ada.member().district() + "/courses");
            visit.look("courses");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375, 320})
    void copyWhenAskedAndAnsweredThenAccessible(int width) {
        TestCourse old = members.course();
        old.trainer("Tom Trainer");
        TestCourse copy = old.sibling().withoutPurpose();
        members.open(new TestLaunch(copy, "Tom Trainer")
                .roles(INSTRUCTOR)
                .custom(Map.of("context_history", old.context()))
                .build());
        SignedIn tom = copy.trainer("Tom Trainer");
        try (Visit visit = visit(tom, width)) {
            Page page = visit.page();
            open(visit, tom.at("/copy"));
            visit.look("copy");
            page.locator("#take").click();
            visit.look("copy-taken");
            page.locator("#undo").click();
            assertThat(page.locator("#decline").isVisible()).isTrue();
        }
    }

    private static void add(Page page, String kind, String value, String role) {
        page.locator("#kind").selectOption(kind);
        page.locator("#value").fill(value);
        page.locator("#role").selectOption(role);
        page.locator("#add").click();
    }
}
