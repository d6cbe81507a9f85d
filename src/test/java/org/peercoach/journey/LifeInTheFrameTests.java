package org.peercoach.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.fixture.ApplicationTest;

/** What happens around the tool's pages: reviews from the gradebook, the way back, lost sessions, frames that grow. */
@ApplicationTest
@Tag("browser")
class LifeInTheFrameTests extends SchoolStory {

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    @DisplayName("LTI-O1, T27: the trainer opens somebody's work from the gradebook and finds back to the LMS")
    void trainerWhenReviewIsPressedThenThatPersonsWorkAndBack(int width) {
        school.platform().enrol(LmsWindow.COURSE, "9", "REMOVED"); // to Moodle, Helen is one more student
        try (Visit ruth = chromium.visit(width)) {
            ToolWindow tool = launch(ruth, "Mary");
            tool.open("S1.3");
            tool.reflect(ToolWindow.ENTRY);
            tool = launch(ruth, "Ana");
            assertThat(tool.find("main")).containsText("Session 1");
            ruth.page().navigate(school.url() + "/gradebook");
            ruth.isAccessible(ruth.page());
            ruth.page().getByText("Review Mary").click();
            ToolWindow review = ToolWindow.inFrame(ruth.page());
            review.shows("Work of Mary Ellis");
            assertThat(review.find("main")).containsText("1 of 11 done");
            assertThat(review.find(".pc-nav")).hasCount(0);
            assertThat(review.find("main")).not().containsText("reading specialist");
            ruth.isAccessible(ruth.page());
            ruth.picture(ruth.page(), "review");
            review.find("nav.pc-pager a").first().click();
            review.shows("Work of Ana Ruiz");
            review.find("#back-to-lms").press("Enter"); // the frame still grows: a pointer may hit where the link was
            assertThat(ruth.page().frameLocator("#tool").locator("h1")).hasText("Back in the LMS");
            assertThat(ruth.page().frameLocator("#tool").locator("main")).containsText("You have left Peer Coaching");
        }
    }

    @Test
    @DisplayName("UX-F4: what was typed before the session was lost is back after the next launch")
    void coachWhenSessionIsLostWhileTypingThenTheTextComesBack() {
        try (Visit mary = chromium.visit(1280)) {
            ToolWindow tool = launch(mary, "Mary");
            tool.open("S1.3");
            tool.find("#t").fill("These words");
            assertThat(tool.status()).containsText("Saved");
            mary.forgetSessions();
            tool.find("#t").fill("These words were typed after the session was gone.");
            assertThat(tool.status()).containsText("You are signed out. Your text is kept.");
            tool.find("form#answer button.btn-primary").click();
            tool.shows("You are signed out");
            assertThat(tool.find("#kept")).hasValue("These words were typed after the session was gone.");
            mary.isAccessible(mary.page());
            mary.picture(mary.page(), "signed-out-text");

            ToolWindow again = launch(mary, "Mary");
            again.open("S1.3");
            assertThat(again.find("#t")).hasValue("These words were typed after the session was gone.");
            assertThat(again.status()).containsText("Saved");
            again.find("footer form[action$=sign-out] button").click();
            ToolWindow last = launch(mary, "Mary");
            last.open("S1.3");
            assertThat(last.find("#t")).hasValue("These words were typed after the session was gone.");
        }
    }

    @Test
    @DisplayName(
            "UX 5.1: a small frame grows with its page where the LMS lists it, and the whole page sticks to nothing")
    void frameWhenTheLmsLetsItGrowThenAsHighAsThePage() {
        school.platform().turn(Map.of("manner", "canvas", "frame", "growing"));
        try (Visit mary = chromium.visit(1280)) {
            ToolWindow tool = launch(mary, "Mary");
            Locator frame = mary.page().locator("#tool");
            assertThat(tool.find("body.pc-grow")).isVisible();
            until(mary.page(), () -> frame.boundingBox().height > 900);
            Object inner = tool.find("body").evaluate("() => document.documentElement.scrollHeight - innerHeight");
            org.assertj.core.api.Assertions.assertThat(((Number) inner).intValue())
                    .isLessThanOrEqualTo(0);
            assertThat(tool.find(".pc-bar")).hasCSS("position", "static");
            mary.picture(mary.page(), "grow");
            double session = frame.boundingBox().height;
            tool.open("S1.3");
            until(mary.page(), () -> frame.boundingBox().height != session);
            tool.find("#t").fill("These words are not saved for a while.");
            assertThat(tool.status()).containsText("Saved");
            assertThat(tool.find("body")).isVisible();
        }
    }

    @Test
    @DisplayName("LTI-C5, UX 5.1: without the LMS’s word the frame stays as it is, and the page works")
    void frameWhenTheLmsSaysNothingThenFilled() {
        try (Visit mary = chromium.visit(1280)) {
            ToolWindow tool = launch(mary, "Mary");
            assertThat(tool.find(".pc-bar")).hasCSS("position", "sticky");
            assertThat(tool.find("body.pc-grow")).hasCount(0);
            assertThat(tool.find("h1")).not().isFocused();
            tool.open("S1.3");
            assertThat(tool.find("h1")).isFocused();
        }
    }

    @Test
    @DisplayName("LTI-C5: an LMS that answers no message, as the apps of Canvas, harms nothing")
    void frameWhenTheLmsNeverAnswersThenPagesWork() {
        try (Visit mary = chromium.visit(375)) {
            mary.page().route("**/messages.js*", com.microsoft.playwright.Route::abort);
            ToolWindow tool = launch(mary, "Mary");
            tool.open("S1.3");
            tool.find("#t").fill("These words are kept although nobody answers.");
            assertThat(tool.status()).containsText("Saved");
            assertThat(tool.find("body.pc-grow")).hasCount(0);
            tool.open("S1.2");
            assertThat(tool.find("h1")).isVisible();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375, 320})
    @DisplayName("LTI-O5, O6: what is stored about me, and what we decline, are readable pages")
    void pagesWhenLookedAtThenAccessible(int width) {
        try (Visit mary = chromium.visit(width)) {
            Page page = mary.page();
            launch(mary, "Mary");
            page.navigate(school.url() + "/gradebook");
            page.getByText("As Mary, what is stored about me").click();
            ToolWindow tool = ToolWindow.inFrame(page);
            tool.shows("What is stored about you");
            look(mary, "my-data");
            com.microsoft.playwright.Download download =
                    page.waitForDownload(() -> tool.find("#download").click());
            org.assertj.core.api.Assertions.assertThat(download.suggestedFilename())
                    .isEqualTo("peer-coaching-my-data.json");
            page.navigate(school.url() + "/gradebook");
            page.getByText("As Jonas, what is stored about Mary").click();
            ToolWindow.inFrame(page).shows("What is stored about Mary Ellis");
            look(mary, "data-of-another");
            page.navigate(school.url() + "/gradebook");
            page.getByText("As Mary, terms of use (declined)").click();
            ToolWindow.inFrame(page).shows("Peer Coaching does not offer this");
            look(mary, "declined");
            page.navigate(school.url() + "/gradebook");
            page.getByText("As Mary, from the course itself").click();
            ToolWindow.inFrame(page).shows("Welcome, Mary Ellis");
        }
    }

    @Test
    @DisplayName("WCAG 2.2.1: the end of a session is told, and a button extends it")
    void sessionWhenItIsAboutToEndThenToldAndExtended() {
        try (Visit mary = chromium.visit(1280)) {
            mary.page().clock().install();
            ToolWindow tool = launch(mary, "Mary");
            assertThat(tool.find("#pc-ending [data-pc-stay][hidden]"))
                    .hasCount(1); // the script has looked at the clock
            assertThat(tool.find("#pc-ending")).isHidden();
            mary.page().clock().fastForward("07:56:00");
            assertThat(tool.find("#pc-ending")).containsText("You will be signed out in 5 minutes");
            mary.isAccessible(mary.page());
            mary.picture(mary.page(), "session-ending");
            tool.find("#pc-ending button").click();
            assertThat(tool.find("#pc-ending")).isHidden();
        }
    }

    private static void look(Visit visit, String name) {
        visit.isAccessible(visit.page());
        visit.picture(visit.page(), name);
        Object sideways = ToolWindow.inFrame(visit.page())
                .find("body")
                .evaluate("() => document.documentElement.scrollWidth > document.documentElement.clientWidth");
        org.assertj.core.api.Assertions.assertThat(sideways).isEqualTo(false);
    }

    /** Polls from outside: the pages' policy lets no text be run as a script. */
    private static void until(Page page, BooleanSupplier reached) {
        for (int tries = 0; tries < 300 && !reached.getAsBoolean(); tries++) {
            page.waitForTimeout(100);
        }
        org.assertj.core.api.Assertions.assertThat(reached.getAsBoolean()).isTrue();
    }
}
