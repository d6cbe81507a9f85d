package org.peercoach.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.fixture.ApplicationTest;

/** Ruth adds two sessions to her course by the picker; Mary opens them, works, and her points stand in the new column. */
@ApplicationTest
@Tag("browser")
class TrainerPlacesSessionsTests extends SchoolStory {

    @ParameterizedTest
    @ValueSource(strings = {"moodle", "canvas"})
    void trainerWhenPlacingTwoSessionsThenCoachWorksAndPointsStandInThePlacedColumn(String manner) {
        school.platform().turn(Map.of("manner", manner));
        try (Visit ruth = chromium.visit(1280)) {
            ToolWindow picker = school.seenBy(ruth).addAnActivity();
            picker.find("input[value=session-1]").check();
            picker.find("input[value=session-2]").check();
            picker.find("#add").click();
            picker.shows("Added to the course");
            ruth.picture(ruth.page(), "picked-" + manner);
            picker.find("#course").click();
            assertThat(ruth.page().locator("main")).containsText("Session 2: First steps");
            ruth.picture(ruth.page(), "placed-" + manner);
        }
        try (Visit mary = chromium.visit(1280)) {
            LmsWindow lms = school.seenBy(mary);
            lms.openAs("Mary").shows("Getting Started");
            ToolWindow session = lms.openInCourse(LmsWindow.COURSE, "Session 1: Getting Started");
            session.open("S1.2");
            session.read();
            lms.saysPoints("1 of 25");
            ToolWindow second = lms.openInCourse(LmsWindow.COURSE, "Session 2: First steps");
            second.shows("First steps: listening, asking, inviting");
            assertThat(second.find("main")).containsText("Rewriting lab: twelve things teachers say");
        }
        try (Visit ruth = chromium.visit(1280)) {
            ToolWindow picker = school.seenBy(ruth).addAnActivity();
            assertThat(picker.find("label:has(input[value=session-2])")).containsText("Placed already");
            picker.find("#cancel").click();
            picker.shows("Nothing was added");
            picker.find("#back").click();
            picker.shows("The course is as it was");
        }
    }

    /** On their own, since axe takes the LMS's landmarks and ours for those of one page. */
    @ParameterizedTest
    @ValueSource(ints = {1280, 375, 320})
    void pagesWhenLookedAtThenAccessibleAndNeverWiderThanTheWindow(int width) {
        try (Visit ruth = chromium.visit(width)) {
            Page page = ruth.page();
            school.seenBy(ruth).addAnActivity();
            page.navigate(school.url() + "/launch/10?pick=yes&window=yes");
            assertThat(page.locator("#add")).isVisible();
            ruth.look("picker");
            page.locator("#add").click();
            assertThat(page.locator("#fault")).isVisible();
            ruth.look("picker-nothing-chosen");
            page.locator("#cancel").click();
            assertThat(page.locator("#answer")).isVisible();
            ruth.look("picker-cancelled");
        }
        try (Visit mary = chromium.visit(width)) {
            school.seenBy(mary).openAs("Mary").shows("Getting Started");
            mary.page().navigate(school.url() + "/launch/11?window=yes");
            assertThat(mary.page().locator("h1")).containsText("Getting Started");
            mary.page().navigate(mary.page().url().replaceFirst("/sessions/1", "/sessions/2"));
            assertThat(mary.page().locator("main")).containsText("Rewriting lab: twelve things teachers say");
            mary.look("session-two");
        }
    }
}
