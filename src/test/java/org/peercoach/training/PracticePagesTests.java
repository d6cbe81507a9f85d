package org.peercoach.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peercoach.training.Exercises.fields;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers;
import org.peercoach.journey.PagesInBrowser;
import org.peercoach.journey.Visit;

/** The pages of every kind of practice, new, with something missing, half done and done: axe, pictures, 320 px, scripts. */
@ApplicationTest
@Tag("browser")
class PracticePagesTests extends PagesInBrowser {

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    @Tag("looks")
    void pagesWhenLookedAtThenAccessibleAtEveryStage(int width) {
        TestMembers.TestCourse course = members.course();
        SignedIn mary = course.coach("Mary Ellis");
        Exercises work = new Exercises(mary);
        try (Visit visit = visit(mary, width)) {
            Looks looks = new Looks(visit, mary);
            for (String id : List.of("S20.1", "S20.2", "S20.3", "S20.4", "S20.5", "S20.6", "S20.7")) {
                looks.at(id, "", "new");
            }
            missing(looks, work);
            told(looks, work);
            done(looks, work);
        }
        SignedIn tom = course.trainer("Tom Trainer");
        try (Visit visit = visit(tom, width)) {
            Looks looks = new Looks(visit, tom);
            for (String id : List.of("S20.1", "S20.2", "S20.3", "S20.4", "S20.5", "S20.6", "S20.7")) {
                looks.at(id, "", "trainer");
            }
        }
    }

    private static void missing(Looks looks, Exercises work) {
        work.handIn("S20.1", fields("item", "noisy", "noisy:paraphrase", "You hear noise."));
        looks.at("S20.1", "?tooShort&at=noisy", "missing");
        looks.at("S20.2", "?tooShort&at=sheet", "missing");
        work.handIn("S20.4", fields("part", "creek:aim", "creek:few", "partly"));
        looks.at("S20.4", "?tooShort&at=creek:aim", "missing");
        work.handIn("S20.5", fields("item:wait", "often"));
        looks.at("S20.5", "?tooShort", "missing");
        looks.at("S20.6", "?tooShort", "missing");
        looks.at("S20.7", "?tooShort=record", "missing");
    }

    private static void told(Looks looks, Exercises work) {
        rewrite(work, "noisy");
        looks.at("S20.1", "?at=noisy", "ours");
        work.handIn("S20.2", fields("item", "sheet", "sheet:box", "opinion"));
        looks.at("S20.2", "?at=sheet", "verdict");
        work.handIn("S20.2", fields("item", "motivated", "motivated:box", "opinion"));
        looks.at("S20.2", "?at=motivated", "to-rewrite");
        work.handIn("S20.3", fields("step", "n0:a"));
        looks.at("S20.3", "", "dead-end");
        work.handIn("S20.3", fields("step", "n1:back"));
        work.handIn("S20.3", fields("step", "n0:b"));
        looks.at("S20.3", "", "half");
        rate(work, "creek:aim", "few", "good");
        rate(work, "creek:problem", "open", "judge");
        looks.at("S20.4", "?at=creek", "compared");
        work.handIn(
                "S20.5",
                fields("item:wait", "often", "item:finish", "often", "item:back", "rarely", "item:word", "sometimes"));
        looks.at("S20.5", "", "picture");
        looks.at("S20.5", "?tooShort&at=focus", "no-focus");
        work.handIn("S20.6", fields("use:worksheet", "1", "use:simulation", "4", "use:cloud", "4"));
    }

    private static void done(Looks looks, Exercises work) {
        rewrite(work, "october");
        rewrite(work, "fair");
        work.handIn("S20.3", fields("step", "n2:a"));
        looks.at("S20.3", "?tooShort=record", "no-record");
        work.handIn("S20.3", fields("record", "1", "words.line", "What did it look like?"));
        rate(work, "town:aim", "few", "good");
        rate(work, "town:problem", "open", "judge");
        work.handIn("S20.5", fields("part", "focus", "focus", "paraphrasing"));
        work.handIn("S20.7", fields("record", "1", "circle.question", "What else?", "circle.next-step", "Ask her"));
        for (String id : List.of("S20.1", "S20.3", "S20.4", "S20.5", "S20.6", "S20.7")) {
            looks.at(id, "", "done");
        }
    }

    private static void rewrite(Exercises work, String item) {
        work.handIn(
                "S20.1",
                fields(
                        "item",
                        item,
                        item + ":paraphrase",
                        "Noise is all you hear.",
                        item + ":question",
                        "What do they do?"));
    }

    private static void rate(Exercises work, String part, String... statements) {
        String lesson = part.substring(0, part.indexOf(':'));
        var fields = fields("part", part, part + ":evidence", "“Look up facts on water pollution”");
        for (String statement : statements) {
            fields.put(lesson + ":" + statement, "clearly");
        }
        work.handIn("S20.4", fields);
    }

    private record Looks(Visit visit, SignedIn who) {
        void at(String id, String query, String stage) {
            visit.page().navigate(url(visit, who, id) + query);
            visit.examine("practice-" + id + "-" + stage);
        }

        private static String url(Visit visit, SignedIn who, String id) {
            return visit.page().url().replaceFirst("(https?://[^/]+).*", "$1") + who.at(Exercises.at(id));
        }
    }

    @Test
    void timerWhenStartedByKeyboardThenRunsAndIsStillThereAfterALook() {
        SignedIn mary = members.coach();
        try (Visit visit = chromium.visit(1280)) {
            Page page = open(visit, mary, "S20.7");
            page.clock().install();
            page.reload();
            page.clock().pauseAt(System.currentTimeMillis() + 5_000);
            assertThat(page.locator("[data-pc-total]").textContent()).isEqualTo("12:00");
            page.locator("[data-pc-go]").focus();
            page.keyboard().press("Enter");
            page.clock().runFor(61_000);
            assertThat(page.locator(".pc-timer [data-pc-left]").textContent()).isEqualTo("2:59");
            assertThat(page.locator("[data-pc-total]").textContent()).isEqualTo("10:59");
            page.clock().runFor(180_000);
            assertThat(page.locator("[data-pc-say]").textContent())
                    .isEqualTo("Time is up for this step. Next: Say it back");
            page.locator("[data-pc-next]").click();
            assertThat(page.locator("[data-pc-say]").textContent()).isEqualTo("Step 2 of 3: Say it back. 3 minutes.");
            page.clock().runFor(1_000);
            page.locator("[data-pc-go]").click();
            assertThat(page.locator("tr[aria-current]").textContent()).contains("Say it back");
            page.clock().resume();
            visit.examine("practice-timer");
            page.reload();
            assertThat(page.locator(".pc-timer [data-pc-left]").textContent()).isEqualTo("2:59");
            page.locator("[data-pc-back]").click();
            assertThat(page.locator("[data-pc-total]").textContent()).isEqualTo("12:00");
            assertThat(page.locator("[data-pc-go]").textContent()).isEqualTo("Start");
        }
    }

    @Test
    void talkWhenWalkedByKeyboardThenReadingGoesOnAtWhatIsNewAndTheRecordSavesItself() {
        SignedIn mary = members.coach();
        try (Visit visit = chromium.visit(375)) {
            Page page = open(visit, mary, "S20.3");
            page.locator("button", new Page.LocatorOptions().setHasText("What did the chaos"))
                    .focus();
            page.keyboard().press("Enter");
            page.locator("#now", new Page.LocatorOptions().setHasText("Three groups"))
                    .waitFor();
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("now");
            page.locator("button", new Page.LocatorOptions().setHasText("protects the weaker"))
                    .click();
            page.waitForResponse(
                    answer -> answer.status() == 204 && answer.url().endsWith("/draft"),
                    () -> page.locator("#record input[name='words.line']").fill("What did it look like?"));
        }
        assertThat(new Exercises(mary).page("S20.3")).contains("What did it look like?");
    }

    @Test
    void wordsWhenTheSessionIsLostBeforeTheyAreSavedThenThereAfterComingBack() {
        TestMembers.TestCourse course = members.course();
        SignedIn mary = course.coach("Mary Ellis");
        try (Visit visit = chromium.visit(1280)) {
            Page page = open(visit, mary, "S20.1");
            visit.context().clearCookies();
            page.locator("textarea").first().fill("Typed too late");
            page.locator("[data-pc-status]", new Page.LocatorOptions().setHasText("signed out"))
                    .waitFor();
            open(visit, course.coach("Mary Ellis"), "S20.1");
            assertThat(page.locator("textarea").first().inputValue()).isEqualTo("Typed too late");
            page.locator("[data-pc-status]", new Page.LocatorOptions().setHasText("Saved"))
                    .waitFor();
        }
        assertThat(new Exercises(mary).page("S20.1")).contains("Typed too late");
    }

    @Test
    void talkWhenTheSessionIsLostThenItStandsWhereItWasAndTheRecordIsBack() {
        TestMembers.TestCourse course = members.course();
        SignedIn mary = course.coach("Mary Ellis");
        try (Visit visit = chromium.visit(1280)) {
            Page page = open(visit, mary, "S20.3");
            page.locator("button", new Page.LocatorOptions().setHasText("keep the template"))
                    .click();
            page.locator("#now", new Page.LocatorOptions().setHasText("Nothing changes"))
                    .waitFor();
            visit.context().clearCookies();
            page.locator("input[name='words.line']").fill("What did it look like?");
            page.locator("#record [data-pc-status]", new Page.LocatorOptions().setHasText("signed out"))
                    .waitFor();
            open(visit, course.coach("Mary Ellis"), "S20.3");
            assertThat(page.locator("#now").textContent()).contains("Nothing changes");
            assertThat(page.locator("input[name='words.line']").inputValue()).isEqualTo("What did it look like?");
            page.locator("#record [data-pc-status]", new Page.LocatorOptions().setHasText("Saved"))
                    .waitFor();
        }
        assertThat(new Exercises(mary).page("S20.3")).contains("What did it look like?");
    }

    private Page open(Visit visit, SignedIn who, String id) {
        visit.comeIn(settings.baseUrl(), who.landing().handOverTicket());
        open(visit, who.at(Exercises.at(id)));
        return visit.page();
    }
}
