package org.peercoach.training;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.TestMembers;
import org.peercoach.journey.PagesInBrowser;
import org.peercoach.journey.Visit;
import org.peercoach.lti.Landing;

/** The pages on which a district writes: the draft keeps itself, the preview lives, and all of it fits. */
@ApplicationTest
@Tag("browser")
@Tag("looks")
class DistrictTextsPagesTests extends PagesInBrowser {

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void pagesWhenADistrictWritesThenKeptShownPublishedAndAccessible(int width) {
        TestMembers.TestCourse course = members.course();
        String district = "/d/" + course.trainer("Tom Trainer").member().district() + "/training";
        Landing ada = course.fromOutside("Ada Park");
        try (Visit visit = visit(ada, width)) {
            Page page = visit.page();
            examine(visit, district, "district-texts");
            open(visit, district + "/texts/S1.2");
            page.locator("#f-text").fill("## Here\n\nWe begin on a Tuesday.");
            assertThat(page.locator("#preview .pc-read-page"))
                    .hasText(Pattern.compile("^\\s*Here\\s+We begin on a Tuesday\\.\\s*$"));
            assertThat(page.locator("#judged")).containsText("Draft saved");
            page.reload();
            assertThat(page.locator("#f-text")).hasValue("## Here\n\nWe begin on a Tuesday.");
            page.locator("button[value=publish]").click();
            assertThat(page.locator("main")).containsText("Published.");
            visit.examine("district-text-published");
            open(visit, district + "/texts/S1.5");
            page.locator("#f-source").fill("setting: Hall\nlines: [");
            assertThat(page.locator("#judged")).containsText("Line");
            visit.examine("district-text-wrong");
        }
    }
}
