package org.peercoach.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peercoach.fixture.TestRoles.ADMINISTRATOR;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers;
import org.peercoach.fixture.TestMembers.TestCourse;
import org.peercoach.journey.PagesInBrowser;
import org.peercoach.journey.Visit;

/** The pages of the course and home rooms in a browser: accessible, within the policy, no sideways scroll at 320 px. */
@ApplicationTest
@Tag("browser")
@Tag("looks")
class CoursePagesTests extends PagesInBrowser {

    @Test
    void handOverWhenConfirmedInTheBrowserThenHomeOpensAndSignOutEndsIt() {
        SignedIn mary = members.coach();
        try (Visit visit = asked(mary, 1280)) {
            Page page = visit.page();
            assertThat(page.url()).endsWith(mary.at(""));
            assertThat(page.locator("h1").textContent()).isEqualTo("Welcome, Mary Ellis");
            Page tab =
                    page.waitForPopup(() -> page.getByText("Open in a new tab").click());
            tab.getByText("Continue", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(tab.url()).endsWith(mary.at(""));
            button(page, "Sign out").click();
            assertThat(page.locator("h1").textContent()).isEqualTo("You are signed out");
            open(visit, mary.at(""));
            assertThat(page.locator(".pc-code").first().textContent()).isEqualTo("SIGNED-OUT");
        }
    }

    @Test
    void pagesWhenLookedAtThenAccessibleAndWithinTheFrame() {
        TestCourse course = members.course();
        for (int width : new int[] {1280, 375}) {
            List<SignedIn> people = new ArrayList<>(List.of(
                    course.coach("Mary Ellis"), course.participant("Dana Reed"), course.observer("Olga Stone")));
            for (SignedIn person : people) {
                look(person, width, "home-" + person.member().role(), "");
            }
            look(people.getFirst(), width, "why", "/why");
            look(people.getFirst(), width, "wrong-role", "/purpose");
            look(people.getFirst(), width, "not-here", "/nowhere");
            look(course.administrator("Ada Park"), width, "home-TRAINER", "");
            look(course.administrator("Ada Park"), width, "purpose", "/purpose");
            lookAtDistrict(course.administrator("Ada Park"), width);
        }
    }

    private void lookAtDistrict(SignedIn ada, int width) {
        var landing = members.open(new TestMembers.TestLaunch(
                        new TestCourse(
                                members,
                                members.target(),
                                "Lincoln Schools " + ada.member().id() + width,
                                "x",
                                null),
                        "Ada Park")
                .roles(ADMINISTRATOR)
                .context(null)
                .build());
        try (Visit visit = visit(landing, width)) {
            visit.examine("course-district");
        }
    }

    private void look(SignedIn person, int width, String name, String path) {
        try (Visit visit = asked(person, width)) {
            if (!path.isEmpty()) {
                open(visit, person.at(path));
            }
            visit.examine("course-" + name);
        }
    }

    /** Comes in as through the button of the LMS's frame, and reads what it is asked before it goes on. */
    private Visit asked(SignedIn person, int width) {
        Visit visit = chromium.visit(width);
        visit.knock(settings.baseUrl(), person.landing().handOverTicket());
        assertThat(visit.page().locator("h1").textContent())
                .isEqualTo("Continue as " + person.member().name() + " in Lincoln Cohort 3?");
        button(visit.page(), "Continue").click();
        return visit;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
