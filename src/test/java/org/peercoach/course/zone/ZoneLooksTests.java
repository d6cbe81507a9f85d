package org.peercoach.course.zone;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers.TestCourse;
import org.peercoach.journey.PagesInBrowser;
import org.peercoach.journey.Visit;

/** The pages about time zones in every state: axe, pictures, the narrowest window. */
@ApplicationTest
@Tag("browser")
@Tag("looks")
class ZoneLooksTests extends PagesInBrowser {

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void pagesWhenShownAndChosenThenAccessible(int width) {
        SignedIn tom = members.trainer();
        try (Visit visit = visit(tom, width)) {
            examine(visit, tom.at("/zone"), "zone-page");
            choose(visit, "Europe/Berlin");
            visit.examine("zone-chosen");
            examine(visit, tom.at("/training/cohort/schedule/new"), "zone-meeting");
            examine(visit, tom.at("/why"), "zone-why");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void districtWhenShownAndChosenThenAccessible(int width) {
        TestCourse course = members.course();
        String path = "/d/" + course.trainer("Tom Trainer").member().district();
        try (Visit visit = visit(course.fromOutside("Ada Park"), width)) {
            examine(visit, path + "/zone", "zone-district");
            choose(visit, "America/Denver");
            visit.examine("zone-district-chosen");
            examine(visit, path, "zone-district-overview");
        }
    }

    private static void choose(Visit visit, String zone) {
        visit.page().locator("#zone").selectOption(zone);
        visit.page().locator("main form button.btn-primary").click();
        visit.page().locator("#undo").waitFor();
    }
}
