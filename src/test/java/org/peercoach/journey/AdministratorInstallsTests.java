package org.peercoach.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.fixture.ApplicationTest;

/** An administrator installs the tool from the LMS's own pages, and the first coach opens it. */
@ApplicationTest
@Tag("browser")
class AdministratorInstallsTests extends SchoolStory {

    @Override
    DemoSchool begun() {
        return DemoSchool.unknown(settings);
    }

    @ParameterizedTest
    @CsvSource({"moodle, 1280, Activate", "canvas, 375, Developer Keys"})
    void administratorWhenInstallingThenFirstCoachGetsIn(String manner, int width, String next) {
        school.platform().turn(Map.of("manner", manner));
        try (Visit admin = chromium.visit(width)) {
            Page page = admin.page();
            LmsWindow lms = school.seenBy(admin);
            FrameLocator tool = lms.installer();
            tool.locator("#district").fill("Lincoln " + UUID.randomUUID());
            tool.locator("#install").click();
            assertThat(tool.locator("h1")).hasText("Peer Coaching is registered");
            assertThat(tool.locator("ol")).containsText(next);
            admin.picture(page, "installed-" + manner);
            lms.useWhatWasInstalled();
            assertThat(lms.openAs("Mary").find("main")).containsText("Session 1");
        }
    }

    /** On their own, since axe takes the LMS's landmarks and ours for those of one page. */
    @ParameterizedTest
    @ValueSource(ints = {1280, 375, 320})
    void pagesWhenLookedAtThenAccessibleAndNeverWiderThanTheWindow(int width) {
        try (Visit admin = chromium.visit(width)) {
            Page page = admin.page();
            page.navigate(school.platform().registrations().installerUrl(settings.url("/lti/register"), null));
            admin.look("install");
            page.locator("summary").click();
            page.locator("#contact").fill("no address");
            page.locator("#install").click();
            assertThat(page.locator(".pc-error")).hasCount(2);
            admin.look("install-faults");
            page.locator("#contact").fill("");
            page.locator("#district").fill("Lincoln " + UUID.randomUUID());
            school.platform().turn(Map.of("services", "failing"));
            page.locator("#install").click();
            assertThat(page.locator("#fault")).isVisible();
            admin.look("install-refused");
            school.platform().turn(Map.of("services", "working"));
            page.locator("#install").click();
            assertThat(page.locator("h1")).hasText("Peer Coaching is registered");
            admin.look("installed");
        }
    }
}
