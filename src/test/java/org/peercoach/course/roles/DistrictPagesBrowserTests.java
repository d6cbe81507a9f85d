package org.peercoach.course.roles;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers;
import org.peercoach.fixture.TestMembers.TestCourse;
import org.peercoach.fixture.TestMembers.TestLaunch;
import org.peercoach.journey.Chromium;
import org.peercoach.journey.Visit;
import org.peercoach.lti.Landing;
import org.peercoach.shared.Settings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Role rules, courses and the question to a copied course in a browser: accessible, and never wider than the window. */
@ApplicationTest
@Tag("browser")
@Tag("looks")
class DistrictPagesBrowserTests {

    private static final String CONTEXT_ROLE = "http://purl.imsglobal.org/vocab/lis/v2/membership#";

    private static Chromium chromium;

    @Autowired
    TestMembers members;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Settings settings;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        chromium.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375, 320})
    void pagesWhenUsedThenARuleIsMadeTriedLookedAtAndSaved(int width) {
        TestCourse course = members.course();
        jdbc.sql("update lti_deployment set district_name = ?, platform_name = 'Lincoln Moodle' where id = ?")
                .params(course.district(), course.target().deploymentId())
                .update();
        course.signIn("Mary Ellis", null, CONTEXT_ROLE + "Learner");
        course.signIn("Ben Hill", null, CONTEXT_ROLE + "Member");
        SignedIn ada = course.administrator("Ada Park");
        course.sibling().trainer("Tom Trainer");
        try (Visit visit = chromium.visit(width)) {
            Page page = visit.page();
            signIn(
                    page,
                    members.open(new TestLaunch(course, "Ada Park")
                            .roles("http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator")
                            .context(null)
                            .build()));
            page.navigate(settings.url("/d/" + ada.member().district() + "/roles"));
            look(visit, "roles");
            page.locator("main a:has-text('Lincoln Moodle')").click();
            look(visit, "roles-rules");
            add(page, "ROLE", "Member", "COACH");
            add(page, "MOODLE_GROUP", "Coaches", "COACH");
            assertThat(page.locator("#fault").isVisible()).isTrue();
            look(visit, "roles-fault");
            add(page, "SUB_ROLE", "Instructor#TeachingAssistant", "COACH");
            page.locator("button[value='down-0']").click();
            page.locator("#member")
                    .selectOption(
                            page.locator("#member option:has-text('Ben Hill')").getAttribute("value"));
            page.locator("#try").click();
            assertThat(page.locator("#trial").textContent()).contains("Ben Hill would be here as: Coach");
            look(visit, "roles-draft");
            page.locator("#effect").click();
            assertThat(page.locator("main").textContent()).contains("1 person changes in 1 course");
            look(visit, "roles-effect");
            page.locator("#save").click();
            assertThat(page.locator("main").textContent()).contains("Saved.");
            look(visit, "roles-saved");
            page.navigate(settings.url("/d/" + ada.member().district() + "/courses"));
            look(visit, "courses");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375, 320})
    void copyWhenAskedAndAnsweredThenAccessible(int width) {
        TestCourse old = members.course();
        old.trainer("Tom Trainer");
        TestCourse copy = old.sibling().withoutPurpose();
        members.open(new TestLaunch(copy, "Tom Trainer")
                .roles(CONTEXT_ROLE + "Instructor")
                .custom(Map.of("context_history", old.context()))
                .build());
        SignedIn tom = copy.trainer("Tom Trainer");
        try (Visit visit = chromium.visit(width)) {
            Page page = visit.page();
            signIn(page, tom.landing());
            page.navigate(settings.url(tom.at("/copy")));
            look(visit, "copy");
            page.locator("#take").click();
            look(visit, "copy-taken");
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

    private static void look(Visit visit, String name) {
        visit.isAccessible(visit.page());
        visit.picture(visit.page(), name);
        assertThat(visit.page().evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                .as(name)
                .isEqualTo(false);
    }

    /** Comes in as through the button of the LMS's frame. */
    private void signIn(Page page, Landing landing) {
        page.setContent("<!doctype html><html lang=en><title>LMS</title><form method=post action='"
                + settings.url("/hand-over") + "'><input type=hidden name=ticket value='" + landing.handOverTicket()
                + "'><button>Open</button></form>");
        page.locator("button:has-text('Open')").click();
        page.locator("button:has-text('Continue')").click();
    }
}
