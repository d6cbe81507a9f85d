package org.peercoach.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers;
import org.peercoach.journey.PagesInBrowser;
import org.peercoach.journey.Visit;

/** Worksheets and their marking as people see them: axe, pictures, the narrowest window. */
@ApplicationTest
@Tag("browser")
@Tag("looks")
class WorksheetPagesTests extends PagesInBrowser {

    private static final String PLAN = "S1.8";
    private static final String LIST = "/training/worksheets";

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void pagesWhenLookedAtThenAccessibleAtEveryStage(int width) {
        TestMembers.TestCourse course = members.course();
        Coach mary = new Coach(course.coach("Mary Ellis"));
        SignedIn tom = course.trainer("Tom Trainer");
        String sheet = tom.at(LIST + "/" + mary.who().member().id() + "/" + PLAN);
        try (Visit coach = visit(mary.who(), width);
                Visit trainer = visit(tom, width)) {
            examine(trainer, tom.at(LIST), "marking-none");
            open(coach, mary.path(PLAN));
            coach.page().locator("#work .btn-primary").click();
            coach.page().locator("#answer").waitFor();
            coach.examine("worksheet-faults");
            examine(coach, mary.path(PLAN) + "/print", "worksheet-print-empty");

            Coach.Tab behind = mary.open(PLAN);
            mary.fillIn(PLAN, "Students talk more about mathematics than we do");
            behind.autosave(Map.of());
            differ(coach, mary);
            examine(coach, mary.path(PLAN), "worksheet-handed-in");
            examine(coach, mary.path(PLAN) + "/print", "worksheet-print");
            examine(trainer, tom.at(LIST), "marking-list");
            examine(trainer, tom.at("/training"), "marking-path");
            examine(trainer, tom.at(""), "marking-today");
            examine(trainer, tom.at(mary.path(PLAN).substring(tom.at("").length())), "worksheet-preview");
            examine(trainer, sheet, "marking-sheet");
            trainer.page().locator("#mark input[value=NOT_YET]").check();
            trainer.page().locator("#mark .btn-primary").click();
            trainer.page().locator("#me").waitFor();
            trainer.examine("marking-no-comment");
            assertThat(trainer.page().locator("#mark input[value=NOT_YET]").isChecked())
                    .isTrue();
            trainer.page()
                    .locator("#comment")
                    .fill("Which hours are yours?\nWrite them down, then talk to your leader.");
            trainer.page().locator("#mark .btn-primary").click();
            trainer.page().locator(".pc-stack .pc-note.pc-warn").waitFor();
            trainer.examine("marking-not-yet");
            examine(coach, mary.path(PLAN), "worksheet-not-yet");
            examine(coach, mary.who().at("/training"), "worksheet-not-yet-path");
            examine(coach, mary.who().at(Coach.SESSION), "worksheet-not-yet-session");
            examine(trainer, tom.at("/training/review/1/" + mary.who().member().id()), "worksheet-review");
        }
    }

    /** Two windows, two texts: the page where one chooses. */
    private void differ(Visit coach, Coach mary) {
        String field = TestFields.firstText(TestContent.work(PLAN));
        open(coach, mary.path(PLAN));
        mary.open(PLAN).autosave(Map.of(field, "What the other window saved"));
        coach.page().locator("[name='" + field + "']").fill("What stood in this window");
        coach.page().locator("#work .btn-primary").click();
        coach.page().locator("h1").waitFor();
        coach.examine("worksheet-differences");
    }
}
