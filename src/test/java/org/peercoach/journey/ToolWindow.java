package org.peercoach.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.function.Function;

/** The tool as a coach meets it, in the LMS's frame or in a tab of its own, and what the coach does there. */
final class ToolWindow {

    static final String ENTRY = "In my third year the reading specialist came to my room every Thursday for six weeks. "
            + "She did not tell me what to do. She counted how often I asked and then answered my own question. Eleven "
            + "times in ten minutes! We laughed, and then she asked what would happen if I waited. I tried it the next "
            + "day with the small group by the window. The first silence was terrible.";

    private static final String[] RIGHT_ANSWERS = {
        "The teacher becomes more able to do it without the coach.",
        "Give one good page now and offer to look at the task together.",
        "say that the two of you work on class discussion and suggest asking Ms. L.",
        "Hours, release days, planning time, meeting rhythm, confidentiality.",
        "Resetting passwords for a class."
    };

    private final Page page;
    private final Function<String, Locator> finder;

    private ToolWindow(Page page, Function<String, Locator> finder) {
        this.page = page;
        this.finder = finder;
    }

    static ToolWindow inFrame(Page page) {
        return new ToolWindow(page, css -> page.frameLocator("#tool").locator(css));
    }

    static ToolWindow inTab(Page page) {
        return new ToolWindow(page, page::locator);
    }

    Page page() {
        return page;
    }

    Locator find(String css) {
        return finder.apply(css);
    }

    void shows(String heading) {
        assertThat(find("h1")).containsText(heading);
        isWhole();
    }

    /** What the page says about the saving of what was typed. */
    Locator status() {
        return find("[data-pc-status]").last();
    }

    /** From the session page into one of its activities. */
    void open(String activity) {
        find("main a[href$='/activities/" + activity + "']").first().click();
        assertThat(find("nav.pc-pager")).isVisible();
        isWhole();
    }

    /** All of the page is there and its scripts have run; it can be read, typed in and pressed before that. */
    private void isWhole() {
        page.frames().forEach(frame -> frame.waitForLoadState(LoadState.DOMCONTENTLOADED));
    }

    void backToSession() {
        find(".pc-crumbs a[href$='/training/sessions/1']").click();
        assertThat(find("main a[href$='/activities/S1.2']").first()).isVisible();
    }

    void isDone() {
        assertThat(find("#done")).isVisible();
    }

    void read() {
        find("form#work button.btn-primary").click();
        isDone();
    }

    void reflect(String text) {
        find("#t").fill(text);
        find("form#answer button.btn-primary").click();
        isDone();
    }

    void watch() {
        Locator next = find("#scene form button.btn-primary");
        Locator place = find("#scene .pc-num").first();
        for (int line = 0; line < 30 && next.count() > 0; line++) {
            String before = place.innerText();
            next.click();
            assertThat(place).not().hasText(before);
            isWhole();
        }
        isDone();
    }

    void sort() {
        for (int card = 1; card <= 12; card++) {
            find("#sort form input[name=box]").nth(card % 5).check();
            find("#sort form button.btn-primary").click();
            assertThat(find("#so")).containsText(card + " of 12");
        }
    }

    void check() {
        for (String answer : RIGHT_ANSWERS) {
            find("label.pc-choice:has-text('" + answer + "')")
                    .first()
                    .locator("input")
                    .check();
        }
        find("form button.btn:not(.btn-link)").last().click();
        isDone();
    }

    /** S1.2, 1.3, 1.5, 1.6, 1.7, 1.9 and 1.10: eleven points. */
    void finishSevenActivities() {
        open("S1.2");
        read();
        backToSession();
        open("S1.3");
        reflect(ENTRY);
        backToSession();
        open("S1.5");
        watch();
        backToSession();
        open("S1.6");
        sort();
        backToSession();
        open("S1.7");
        read();
        backToSession();
        open("S1.9");
        check();
        backToSession();
        open("S1.10");
        reflect("I hope that we keep our Thursdays. I worry about time. How do others begin?");
        backToSession();
    }

    void signOut() {
        find("footer form[action$=sign-out] button").click();
        shows("signed out");
    }
}
