package org.peercoach.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;

/** The demo LMS as a person uses it: its own pages, and the tool in its frame. */
final class LmsWindow {

    /** Lincoln Cohort 3, which is there from the start. */
    static final String COURSE = "2";

    /** Points come in the background, and once more when the LMS was too busy for them. */
    private static final double PATIENCE = 120_000;

    private static final String WAY_IN = "10";

    private final Page page;
    private final String url;

    LmsWindow(Page page, String url) {
        this.page = page;
        this.url = url;
    }

    /** Signs in to the LMS by its number of the person, and opens nothing. */
    void signIn(String person) {
        page.context()
                .request()
                .post(
                        url + "/open",
                        RequestOptions.create()
                                .setMaxRedirects(0)
                                .setForm(FormData.create().set("person", person).set("link", WAY_IN)));
    }

    /** By the person's own button on the first page. */
    ToolWindow openAs(String givenName) {
        page.navigate(url);
        page.locator("button:has-text('Open as " + givenName + "')").click();
        return ToolWindow.inFrame(page);
    }

    /** What the course lists under this title. */
    ToolWindow openInCourse(String course, String title) {
        page.navigate(url + "/courses/" + course);
        page.locator("main a:has-text('" + title + "')").first().click();
        return ToolWindow.inFrame(page);
    }

    /** The tool's picker, as the trainer opens it in the course. */
    ToolWindow addAnActivity() {
        page.navigate(url);
        page.locator("button:has-text('Add an activity')").first().click();
        ToolWindow picker = ToolWindow.inFrame(page);
        picker.shows("Add activities to your course");
        return picker;
    }

    /** The id of the copy. */
    String copy(String course) {
        page.navigate(url + "/courses/" + course);
        page.locator("#copy").click();
        assertThat(page.locator("h1")).containsText("(copy)");
        return page.url().substring(page.url().lastIndexOf('/') + 1);
    }

    /** Beside the tool stands what the LMS's gradebook says of the person. */
    void saysPoints(String points) {
        assertThat(page.locator("[data-live*='/parts/grade']"))
                .containsText(points, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
    }

    /** The person's cell in the LMS's gradebook once it says these points. */
    Locator grade(String course, String name, String column, String points) {
        Locator cell = grade(course, name, column);
        Locator shown = cell.locator("strong");
        for (double waited = 0; waited < PATIENCE && !shown.allInnerTexts().equals(List.of(points)); waited += 500) {
            page.waitForTimeout(500);
            page.reload();
        }
        assertThat(shown).hasText(points);
        return cell;
    }

    /** The person's cell in the LMS's gradebook. */
    Locator grade(String course, String name, String column) {
        page.navigate(url + "/gradebook");
        return page.locator("table:has(caption:has-text('" + course + ": what')) tr:has-text('" + name
                + "') td[data-label='" + column + "']");
    }

    /** The tool's installer. */
    FrameLocator installer() {
        page.navigate(url + "/set-up");
        page.locator("button:has-text('Install by dynamic registration')").click();
        return page.frameLocator("#tool");
    }

    /** Closes the installer; from now on launches use what it registered. */
    void useWhatWasInstalled() {
        page.frameLocator("#tool").locator("#close").click();
        assertThat(page.locator("main")).containsText("The installer has closed");
        page.locator("form[action='/use'] button").last().click();
        assertThat(page.locator("main")).containsText("Saved.");
    }

    /** Adds the tool that launches use in one more place, by its client id. */
    void addInAnotherPlace() {
        page.navigate(url + "/set-up");
        page.locator("form[action='/deploy'] button").first().click();
        assertThat(page.locator("main")).containsText("Saved.");
    }
}
