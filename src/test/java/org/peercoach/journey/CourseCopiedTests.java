package org.peercoach.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.fixture.ApplicationTest;

/** At the end of a year Ruth copies her course in the LMS, takes the settings over, and the copy works. */
@ApplicationTest
@Tag("browser")
class CourseCopiedTests extends SchoolStory {

    @ParameterizedTest
    @ValueSource(strings = {"moodle", "canvas"})
    void trainerWhenTheCourseIsCopiedThenTakesTheSettingsAndTheCopyWorks(String manner) {
        school.platform().turn(Map.of("manner", manner));
        try (Visit ruth = chromium.visit(1280)) {
            Page page = ruth.page();
            LmsWindow lms = school.seenBy(ruth);
            assertThat(lms.openAs("Ruth").find(".pc-foot")).isVisible();
            if (manner.equals("canvas")) {
                school.awaitNotices(page, jdbc);
            }
            String course = lms.copy(LmsWindow.COURSE);
            ToolWindow tool = lms.openInCourse(course, "Peer Coaching");
            assertThat(tool.find("main")).containsText("Take the settings of the old course over?");
            tool.find("main a[href$='/copy']").first().click();
            tool.shows("Take the settings of the old course over?");
            assertThat(tool.find("fieldset")).containsText("Lincoln Cohort 3");
            ruth.picture(page, "copy-asked-" + manner);
            tool.find("#take").click();
            assertThat(tool.find("#answer")).containsText("This course has the settings of “Lincoln Cohort 3”");
            coachWorksIn(course);
        }
    }

    /** Mary opens Session 1 of the copy and finds it new. */
    private void coachWorksIn(String course) {
        try (Visit mary = chromium.visit(375)) {
            LmsWindow lms = school.seenBy(mary);
            assertThat(lms.openAs("Mary").find(".pc-foot")).isVisible();
            ToolWindow tool = lms.openInCourse(course, "Session 1");
            assertThat(tool.find("main")).containsText("0 of 25");
            tool.open("S1.2");
            tool.read();
            lms.saysPoints("of 25");
        }
    }
}
