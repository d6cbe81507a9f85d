package org.peercoach.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peercoach.fixture.ApplicationTest;

/** Mary opens Session 1 in her LMS, works, and her points stand in the gradebook. */
@ApplicationTest
@Tag("browser")
class CoachFinishesSessionTests extends SchoolStory {

    @Test
    void coachWhenSevenActivitiesDoneThenElevenPointsAndAllKept() {
        try (Visit mary = chromium.visit(1280)) {
            ToolWindow tool = launch(mary, "Mary");
            tool.finishSevenActivities();
            school.seenBy(mary).saysPoints("11 of 25");
            tool.signOut();

            ToolWindow again = launch(mary, "Mary");
            assertThat(again.find("main")).containsText("11 of 25");
            again.open("S1.3");
            assertThat(again.find("#t")).hasValue(ToolWindow.ENTRY);
            again.isDone();
        }
    }

    @Test
    void coachWhenCookiesRefusedThenTheJourneyGoesOnInANewTab() {
        school.platform().turn(Map.of("storage", "parent"));
        try (Visit mary = chromium.visit(1280)) {
            mary.refuseCookiesInFrames(settings.baseUrl());
            mary.stopTime(); // the frame asks the LMS for what it kept, and does not wait long for the answer
            ToolWindow frame = school.seenBy(mary).openAs("Mary");
            assertThat(frame.find("form[target=_blank] button")).isVisible();
            mary.letTimePass();
            mary.isAccessible(mary.page());
            mary.picture(mary.page(), "cookies-refused");
            Page tab = mary.context()
                    .waitForPage(() -> frame.find("form[target=_blank] button").click());
            ToolWindow tool = ToolWindow.inTab(tab);
            tool.shows("Mary Ellis");
            mary.isAccessible(tab);
            mary.picture(tab, "hand-over");
            tool.find("main form button").first().click();
            tool.finishSevenActivities();
            school.seenBy(mary).saysPoints("11 of 25");
        }
    }
}
