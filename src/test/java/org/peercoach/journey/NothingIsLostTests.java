package org.peercoach.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peercoach.fixture.ApplicationTest;

/** The session ends between typing and saving: after the next launch every word and every choice is there. */
@ApplicationTest
@Tag("browser")
class NothingIsLostTests extends SchoolStory {

    private static final String LINE = "[name='header.school']";
    private static final String TEXT = "[name='purpose.school-goal']";
    private static final String CHOICE = "input[name='structure.structure'][type=radio] >> nth=1";
    private static final String TICK = "input[name='trust.confidentiality-coach'][type=checkbox]";

    @Test
    @DisplayName("UX-F4: a worksheet comes back with every field, offered on the first page after the launch")
    void worksheetWhenSessionIsLostWhileTypingThenOfferedAndAllIsBack() {
        try (Visit mary = chromium.visit(1280)) {
            ToolWindow tool = worksheet(mary);
            tool.find(LINE).fill("Lincoln");
            assertThat(tool.status()).containsText("Saved");
            mary.forgetSessions();
            fill(tool, "Students talk about mathematics.");
            assertThat(tool.status()).containsText("You are signed out. Your text is kept.");

            ToolWindow again = launch(mary, "Mary");
            Locator offer = again.find("#pc-kept");
            assertThat(offer).containsText("Words of yours that are not saved yet");
            mary.isAccessible(mary.page());
            mary.picture(mary.page(), "kept-offered");
            offer.locator("a").click();
            assertThat(again.find(TEXT)).hasValue("Students talk about mathematics.");
            assertThat(again.status()).containsText("Saved");
            isThere(again, "Students talk about mathematics.");

            ToolWindow last = launch(mary, "Mary");
            assertThat(last.find("#pc-kept")).isHidden();
            last.open("S1.8");
            isThere(last, "Students talk about mathematics.");
        }
    }

    @Test
    @DisplayName("UX-F4: a worksheet that is handed in without a session comes back as well")
    void worksheetWhenHandedInWithoutASessionThenItsWordsAreShownAndComeBack() {
        try (Visit mary = chromium.visit(1280)) {
            ToolWindow tool = worksheet(mary);
            mary.forgetSessions();
            fill(tool, "Pressed in a hurry.");
            tool.find("#work .btn-primary").click();
            tool.shows("You are signed out");
            assertThat(tool.find("#kept"))
                    .hasValue(java.util.regex.Pattern.compile("Lincoln[\\s\\S]*Pressed in a hurry\\."));

            ToolWindow again = launch(mary, "Mary");
            again.find("#pc-kept a").click();
            assertThat(again.find(TEXT)).hasValue("Pressed in a hurry.");
            assertThat(again.status()).containsText("Saved");
            isThere(again, "Pressed in a hurry.");
        }
    }

    @Test
    @DisplayName("UX-F4: whoever signs in again in another window goes on in the first one")
    void worksheetWhenSignedInAgainInAnotherWindowThenSavedFromTheFirst() {
        try (Visit mary = chromium.visit(1280)) {
            ToolWindow tool = worksheet(mary);
            mary.forgetSessions();
            tool.find(LINE).fill("Lincoln");
            assertThat(tool.status()).containsText("You are signed out. Your text is kept.");
            Page second = mary.context().newPage();
            ToolWindow other = new LmsWindow(second, school.url()).openAs("Mary");
            assertThat(other.find("main a[href$='/activities/S1.2']").first()).isVisible();
            second.close();
            mary.page().bringToFront();
            tool.find(LINE).evaluate("() => window.dispatchEvent(new Event('focus'))");
            assertThat(tool.status()).containsText("Saved");
        }
    }

    @Test
    @DisplayName("UX-F4: where the browser keeps nothing, nothing is said to be kept")
    void worksheetWhenTheBrowserRefusesStorageThenNobodyIsToldThatTheTextIsKept() {
        try (Visit mary = chromium.visit(1280)) {
            mary.context()
                    .addInitScript("Object.defineProperty(window, 'localStorage',"
                            + " {get() { throw new DOMException('refused', 'SecurityError'); }})");
            ToolWindow tool = worksheet(mary);
            mary.forgetSessions();
            tool.find(LINE).fill("Lincoln");
            assertThat(tool.status()).containsText("You are signed out, and this browser keeps no copy");
        }
    }

    @Test
    @DisplayName("UX-F4: leaving is warned of only while words are unsaved for more than three seconds")
    void leavingWhenTheServerCannotBeReachedThenWarned() {
        try (Visit mary = chromium.visit(1280)) {
            mary.stopTime();
            ToolWindow tool = worksheet(mary);
            mary.page().route("**/draft", com.microsoft.playwright.Route::abort);
            tool.find(LINE).fill("Lincoln");
            org.assertj.core.api.Assertions.assertThat(warns(tool)).isFalse();
            mary.pass(Duration.ofMillis(2_100));
            assertThat(tool.status()).containsText("Not saved yet, trying again");
            org.assertj.core.api.Assertions.assertThat(warns(tool)).isFalse();
            mary.pass(Duration.ofMillis(1_100));
            org.assertj.core.api.Assertions.assertThat(warns(tool)).isTrue();
            mary.page().unroute("**/draft");
            mary.pass(Duration.ofSeconds(5));
            assertThat(tool.status()).containsText("Saved");
            org.assertj.core.api.Assertions.assertThat(warns(tool)).isFalse();
        }
    }

    /** Whether the page would hold somebody back who leaves. */
    private static boolean warns(ToolWindow tool) {
        return (boolean) tool.find("body")
                .evaluate("() => !window.dispatchEvent(new Event('beforeunload', {cancelable: true}))");
    }

    private static void fill(ToolWindow tool, String text) {
        tool.find(LINE).fill("Lincoln");
        tool.find(CHOICE).check();
        tool.find(TICK).check();
        tool.find(TEXT).fill(text);
    }

    private static void isThere(ToolWindow tool, String text) {
        assertThat(tool.find(LINE)).hasValue("Lincoln");
        assertThat(tool.find(TEXT)).hasValue(text);
        assertThat(tool.find(CHOICE)).isChecked();
        assertThat(tool.find(TICK)).isChecked();
    }

    /** Mary has opened her worksheet. */
    private ToolWindow worksheet(Visit mary) {
        ToolWindow tool = launch(mary, "Mary");
        tool.open("S1.8");
        return tool;
    }
}
