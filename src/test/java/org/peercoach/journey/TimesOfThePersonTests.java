package org.peercoach.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peercoach.fixture.ApplicationTest;

/** Times as they are where the person is, in the frame of an LMS that tells no time zone, as Moodle. */
@ApplicationTest
@Tag("browser")
class TimesOfThePersonTests extends SchoolStory {

    private static final ZoneId THERE = ZoneId.of("America/New_York");

    @Test
    @DisplayName("Ruling 33: in Moodle the browser's zone holds from the second page on, until the person chooses")
    void coachWhenInNewYorkThenTimesAreThoseOfNewYork() {
        school.platform().turn(Map.of("manner", "moodle"));
        try (Visit mary = chromium.visit(375, THERE.getId())) {
            ToolWindow tool = toldByThePage(mary);
            tool.open("S1.3");
            tool.find("#t").fill("These words were written in New York.");
            int before = hour();
            assertThat(tool.find("[data-pc-status]").last()).containsText("Saved");
            assertThat(tool.find("[data-pc-status]").last())
                    .containsText(Pattern.compile("Saved (" + before + "|" + hour() + "):\\d\\d"));
            tool.find(".pc-tools a").click();
            tool.find("main a[href$='/zone']").click();
            assertThat(tool.find("#now"))
                    .containsText("Times are shown in Eastern Time (New York), because your browser says so.");
            assertThat(tool.find("#pc-zone")).hasAttribute("data-pc-told", THERE.getId());
            tool.find("#zone").selectOption("America/Los_Angeles");
            tool.find("main form button.btn-primary").click();
            assertThat(tool.find("#now"))
                    .containsText("Times are shown in Pacific Time (Los Angeles), because you chose it.");
            assertThat(tool.find("#pc-zone")).hasCount(0);
            tool.find("#undo").click();
            assertThat(tool.find("#now")).containsText("because your browser says so");
        }
    }

    /** The first page has told the zone, and the server has heard it. */
    private ToolWindow toldByThePage(Visit mary) {
        ToolWindow[] tool = new ToolWindow[1];
        int status = mary.page()
                .waitForResponse(
                        answer -> answer.url().endsWith("/zone/browser"),
                        () -> tool[0] = school.seenBy(mary).openAs("Mary"))
                .status();
        org.assertj.core.api.Assertions.assertThat(status).isEqualTo(204);
        return tool[0];
    }

    /** As it stands in "Saved 2:06", for AM and PM alike. */
    private static int hour() {
        return ZonedDateTime.now(THERE).get(ChronoField.CLOCK_HOUR_OF_AMPM);
    }
}
