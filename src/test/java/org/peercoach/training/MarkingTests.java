package org.peercoach.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.peercoach.course.CourseChanges;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.Statements;
import org.peercoach.fixture.TestMembers;
import org.peercoach.gradebook.DeliveryStatus;
import org.peercoach.gradebook.Gradebook;
import org.peercoach.training.cohort.CohortPlan;
import org.springframework.beans.factory.annotation.Autowired;

/** Trainers mark worksheets: "meets" or "not yet", which takes the points back until it is handed in again. */
@ApplicationTest
class MarkingTests extends TomAndMary {

    private static final String PLAN = "S1.8";
    private static final String LIST = "/training/worksheets";
    private static final Pattern VERSION = Pattern.compile("name=\"handedIn\" value=\"(\\d+)\"");

    @Autowired
    CourseChanges changes;

    @Autowired
    CohortSettings cohort;

    @Autowired
    Gradebook gradebook;

    @Autowired
    Marking marking;

    @Test
    void listWhenNothingWasHandedInThenSaysSoAndDraftsStayUnseen() {
        mary.open(PLAN).autosave(TestFields.filled(TestContent.work(PLAN), "Only a draft"));
        assertThat(get(LIST)).contains("Nothing has been handed in yet", "No worksheet waits for you");
        assertThat(tom.get(sheet(mary)).statusCode()).isEqualTo(404);
        assertThat(tom.get(tom.at("")).body()).doesNotContain("Mark one worksheet");
    }

    @Test
    void sheetWhenHandedInThenShownWithoutTheDraftThatFollowed() {
        mary.fillIn(PLAN, "Handed in");
        mary.open(PLAN).autosave(Map.of(TestFields.firstText(TestContent.work(PLAN)), "Nobody else may read this."));
        assertThat(get(LIST))
                .contains("Mary Ellis", "Version 1, handed in", "Waits for you", sheet(mary))
                .contains(">Mary Ellis</option>")
                .doesNotContain(">Tom Trainer</option>");
        assertThat(get("/training/cohort")).contains("Work in one session waits for you", tom.at(LIST));
        assertThat(tom.get(sheet(mary)).body())
                .contains("Handed in and", "What do you say?")
                .doesNotContain("Nobody else may read this.");
        assertThat(tom.get(tom.at("")).body()).contains("Mark one worksheet");
        assertThat(get("/training")).contains("One worksheet waits for you");
    }

    @Test
    void personWhenAWorksheetWaitsThenItsRowSaysSoAndLeadsThere() {
        String person = "/training/cohort/people/" + mary.who().member().id();
        String waits = "Waits for you</span>";
        mary.read("S1.2");
        mary.fillIn(PLAN, "Handed in");
        assertThat(get(person)).contains(waits, "Mark it", "href=\"" + sheet(mary) + "\"", "· handed in ");
        assertThat(get(person + "/" + PLAN)).contains(waits, sheet(mary)).doesNotContain("Done 2");
        assertThat(get("/training/review/1/" + mary.who().member().id())).contains(waits);
        say("MEETS", "");
        assertThat(get(person)).doesNotContain("Waits for you", "Mark it");
        assertThat(get(person + "/" + PLAN)).doesNotContain("Waits for you");
    }

    @Test
    void personWhenNothingIsBegunThenSaysSoInOneLineAndListsNothing() {
        String person = "/training/cohort/people/" + mary.who().member().id();
        assertThat(get(person)).contains("Not begun yet.").doesNotContain("Still needs");
        mary.read("S1.2");
        assertThat(get(person).split("Still needs")).hasSize(2);
        assertThat(get(person).split("Not begun yet\\.")).hasSize(8);
    }

    @Test
    void notYetWhenSaidThenPointsGoBackUntilHandedInAgain() {
        mary.fillIn(PLAN, "First");
        mary.read("S1.2");
        assertThat(points()).isEqualTo(5);
        assertThat(say("NOT_YET", "Who takes your lunch duty?").statusCode()).isEqualTo(302);
        assertThat(points()).isEqualTo(1);
        assertThat(mary.page(PLAN))
                .contains("Not yet", "Who takes your lunch duty?", "Tom Trainer")
                .doesNotContain("id=\"done\"");
        assertThat(mary.sessionPage()).contains("Not yet: see the comment");
        assertThat(mary.who().get(mary.who().at("/training")).body())
                .contains("Your trainer says “not yet” to one worksheet", "1 of 200");
        assertThat(get(LIST)).contains("No worksheet waits for you", "Not yet");

        mary.fillIn(PLAN, "Second");
        assertThat(points()).isEqualTo(5);
        assertThat(mary.page(PLAN)).doesNotContain("Nothing has changed in it since");
        assertThat(mary.page(PLAN)).contains("id=\"done\"", "Version 2, handed in", "has not looked at this version");
        assertThat(mary.sessionPage()).doesNotContain("Not yet: see the comment");
        assertThat(get(LIST)).contains("Waits for you", "Version 2, handed in");
        assertThat(tom.get(sheet(mary)).body()).contains("Version 1, handed in", "Who takes your lunch duty?");
    }

    @Test
    void notYetWhenHandedInAgainUnchangedThenItWaitsAgain() {
        mary.fillIn(PLAN, "First");
        assertThat(mary.page(PLAN)).doesNotContain("Nothing has changed in it since");
        say("NOT_YET", "Please talk to your leader first.");
        assertThat(mary.page(PLAN)).contains("Nothing has changed in it since your trainer said “not yet”.");
        mary.fillIn(PLAN, "First");
        assertThat(mary.page(PLAN)).contains("Nothing has changed in it since your trainer said “not yet”.");
        assertThat(points()).isEqualTo(4);
        assertThat(get(LIST)).contains("Waits for you");
    }

    @Test
    void meetsWhenSaidThenPointsStayAndTheCoachIsTold() {
        mary.fillIn(PLAN, "First");
        say("MEETS", "");
        assertThat(points()).isEqualTo(4);
        assertThat(mary.page(PLAN)).contains("Meets what is asked", "id=\"done\"");
        assertThat(marking.queue(tom.member().course()).waiting()).isZero();
    }

    @Test
    void notYetWhenTheCohortLeavesItOutThenCannotBeSaid() {
        mary.fillIn(PLAN, "First");
        cohort.keep(tom.member(), new CohortPlan(false, Map.of(), java.util.Set.of(PLAN)));
        assertThat(tom.get(sheet(mary)).body()).contains("value=\"MEETS\"").doesNotContain("value=\"NOT_YET\"");
        HttpResponse<String> refused = say("NOT_YET", "Write more.");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("nobody can hand it in again", "Write more.");
        assertThat(points()).isEqualTo(4);
        assertThat(say("MEETS", "").statusCode()).isEqualTo(302);
    }

    @Test
    void notYetWhenTheCohortLeavesItOutAfterwardsThenSheetAndCommentCanStillBeRead() {
        mary.fillIn(PLAN, "First");
        say("NOT_YET", "Who takes your lunch duty?");
        cohort.keep(tom.member(), new CohortPlan(false, Map.of(), java.util.Set.of(PLAN)));
        assertThat(mary.page(PLAN))
                .contains("Who takes your lunch duty?", "First and")
                .doesNotContain("<form method=\"post\" class=\"pc-panel\"");
    }

    @Test
    void pageWhenManyVersionsWereMarkedThenTheirTrainersAreAskedForOnce() {
        mary.fillIn(PLAN, "First");
        say("NOT_YET", "Once more.");
        mary.page(PLAN);
        int one = Statements.during("course_", () -> mary.page(PLAN)).size();
        for (String words : List.of("Second", "Third")) {
            mary.fillIn(PLAN, words);
            say("NOT_YET", "Once more.");
        }
        assertThat(Statements.during("course_", () -> mary.page(PLAN))).hasSizeLessThanOrEqualTo(one);
    }

    @Test
    void undoWhenNotYetWasSaidThenItCountsAndWaitsAgain() {
        mary.fillIn(PLAN, "First");
        say("NOT_YET", "A slip of the mouse.");
        String version = version();
        assertThat(tom.post(sheet(mary) + "/undo", Map.of("handedIn", version)).statusCode())
                .isEqualTo(302);
        assertThat(points()).isEqualTo(4);
        assertThat(mary.page(PLAN)).contains("id=\"done\"").doesNotContain("A slip of the mouse.");
        assertThat(get(LIST)).contains("Waits for you");
    }

    @Test
    void markWhenItIsNotWholeThenSaysWhatIsMissingAndKeepsTheWords() {
        mary.fillIn(PLAN, "First");
        HttpResponse<String> empty = say("NOT_YET", "  ");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("Write what is missing").containsPattern("value=\"NOT_YET\" checked");
        HttpResponse<String> none = say("", "These words stay.");
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("These words stay.", "Choose “meets” or “not yet”.");
        HttpResponse<String> longest = say("MEETS", "x".repeat(GivenMark.LONGEST_COMMENT + 1));
        assertThat(longest.statusCode()).isEqualTo(422);
        assertThat(longest.body()).contains("4,000 characters");
        assertThat(marking.queue(tom.member().course()).waiting()).isEqualTo(1);
    }

    @Test
    void markWhenANewerVersionCameInThenNothingIsSaidAndTheWordsAreKept() {
        mary.fillIn(PLAN, "First");
        String seen = version();
        mary.fillIn(PLAN, "Second");
        HttpResponse<String> answer =
                tom.post(sheet(mary), Map.of("handedIn", seen, "verdict", "NOT_YET", "comment", "About the first."));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("A newer version was handed in", "About the first.", "Second and");
        assertThat(points()).isEqualTo(4);
    }

    @Test
    void marksWhenGivenThenAuditedWithoutText() {
        mary.fillIn(PLAN, "First");
        say("NOT_YET", "Nobody else may read this.");
        tom.post(sheet(mary) + "/undo", Map.of("handedIn", version()));
        List<@Nullable String> acts = jdbc.sql("select concat(act, ' ', subject, ' ', details) from audit_entry"
                        + " where course_id = ? and act like 'training.worksheet-mark%' order by id")
                .param(tom.member().course().value())
                .query(String.class)
                .list();
        String subject = "member:" + mary.who().member().id();
        assertThat(acts)
                .containsExactly(
                        "training.worksheet-marked " + subject + " S1.8 version 1: NOT_YET",
                        "training.worksheet-mark-undone " + subject + " S1.8 version 1");
    }

    @Test
    void listWhenManyThenThoseThatWaitFirstAndTheOldestFirstAndFiltered() {
        Coach ken = new Coach(course.coach("Ken Park"));
        mary.fillIn(PLAN, "Mary");
        ken.fillIn(PLAN, "Ken");
        ken.fillIn("S1.11", "Ken");
        say("MEETS", "");
        String page = get(LIST);
        assertThat(page.indexOf(sheet(ken, PLAN))).isPositive().isLessThan(page.indexOf(sheet(ken, "S1.11")));
        assertThat(page.indexOf(sheet(ken, "S1.11"))).isLessThan(page.indexOf(sheet(mary, PLAN)));
        assertThat(get(LIST + "?who=" + mary.who().member().id() + "&session=1"))
                .contains(sheet(mary, PLAN))
                .doesNotContain(sheet(ken, PLAN));
        assertThat(tom.get(sheet(ken, PLAN)).body()).contains(sheet(ken, "S1.11"));
        assertThat(get(LIST + "?who=999999999")).contains("Nothing handed in that fits");
    }

    @Test
    void listWhenLongerThanAPageThenGoesOnWhereItStopped() {
        mary.fillIn(PLAN, "Mary");
        GivenMarks.Handed first = marking.list(tom.member(), new Marking.Wanted(null, null), null, 1)
                .rows()
                .getFirst();
        mary.fillIn("S1.11", "Mary");
        String after = first.marking() + "_" + first.at() + "_" + first.state();
        assertThat(get(LIST + "?after=" + after)).contains(sheet(mary, "S1.11")).doesNotContain(sheet(mary, PLAN));
        assertThat(get(LIST + "?after=1_%2B1000000000-12-31T23:59:59Z_1")).contains(sheet(mary, PLAN));
        assertThat(get(LIST + "?after=x_y_z")).contains(sheet(mary, PLAN));
    }

    @Test
    void listWhenOpenedThenFewStatementsHoweverManyThereAre() {
        mary.fillIn(PLAN, "Mary");
        int one = Statements.warm(changes::heard, () -> get(LIST)).size();
        for (String name : List.of("Ana Ruiz", "Ken Park", "Zoe Zimmer")) {
            new Coach(course.coach(name)).fillIn(PLAN, name);
        }
        assertThat(Statements.warm(changes::heard, () -> get(LIST))).hasSizeLessThanOrEqualTo(Math.max(one, 6));
    }

    @Test
    void pagesWhenNotATrainerOfThisCourseThenRefusedAndNothingChanges() {
        mary.fillIn(PLAN, "Handed in");
        String version = version();
        Map<String, String> word = Map.of("handedIn", version, "verdict", "NOT_YET", "comment", "Not mine to say.");
        for (SignedIn who : List.of(
                mary.who(), course.coach("Ken Park"), course.participant("Dana Reed"), course.observer("Olga Stone"))) {
            assertThat(who.get(sheet(mary)).statusCode()).isEqualTo(403);
            assertThat(who.post(sheet(mary), word).statusCode()).isEqualTo(403);
            assertThat(who.post(sheet(mary) + "/undo", Map.of("handedIn", version))
                            .statusCode())
                    .isEqualTo(403);
        }
        for (TestMembers.TestCourse other : List.of(course.sibling(), members.course())) {
            SignedIn stranger = other.trainer("Eve Other");
            String path = stranger.at(LIST + "/" + mary.who().member().id() + "/" + PLAN);
            assertThat(stranger.get(path).statusCode()).isEqualTo(404);
            assertThat(stranger.post(path, word).statusCode()).isEqualTo(404);
            assertThat(stranger.get(stranger.at(LIST)).body()).doesNotContain("Mary Ellis");
            assertThat(stranger.get(sheet(mary)).statusCode()).isIn(401, 403);
        }
        assertThat(points()).isEqualTo(4);
        assertThat(tom.get(tom.at(LIST + "/" + mary.who().member().id() + "/S1.3"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void waitingWhenAskedForThenByAuthor() {
        mary.fillIn(PLAN, "First");
        assertThat(marking.waiting(tom.member().course()))
                .containsExactly(Map.entry(mary.who().member().id(), java.util.Set.of(PLAN)));
        assertThat(marking.waiting(mary.who().member())).containsExactly(PLAN);
        say("MEETS", "");
        assertThat(marking.waiting(tom.member().course())).isEmpty();
    }

    @Test
    void dataWhenAskedForThenMarksOfBothSides() {
        mary.fillIn(PLAN, "First");
        say("NOT_YET", "Who takes your lunch duty?");
        for (SignedIn who : List.of(mary.who(), tom)) {
            assertThat(who.get(who.at("/my-data/download")).body())
                    .contains("Who takes your lunch duty?", "\"verdict\" : \"NOT_YET\"");
        }
    }

    @Test
    void commentWhenTypedThenKeptForThisTrainerAloneUntilItIsSaid() {
        mary.fillIn(PLAN, "First");
        SignedIn ann = course.trainer("Ann Other");
        Map<String, String> typed = Map.of("handedIn", version(), "verdict", "NOT_YET", "comment", "Half a thought");
        HttpResponse<String> kept = tom.post(sheet(mary) + "/draft", typed);
        assertThat(kept.statusCode()).isEqualTo(204);
        assertThat(kept.headers().firstValue("Pc-Version")).contains("1");
        assertThat(tom.get(sheet(mary)).body())
                .contains("Half a thought", "Saved ")
                .containsPattern("value=\"NOT_YET\" checked");
        assertThat(ann.get(sheet(mary)).body()).doesNotContain("Half a thought");
        assertThat(mary.page(PLAN)).doesNotContain("Half a thought");
        assertThat(mary.who().post(sheet(mary) + "/draft", typed).statusCode()).isEqualTo(403);
        assertThat(tom.post(sheet(mary) + "/draft", Map.of("handedIn", "1", "comment", "x"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(points()).isEqualTo(4);
        say("MEETS", "A whole thought");
        assertThat(tom.get(sheet(mary)).body()).contains("A whole thought").doesNotContain("Half a thought");
    }

    private HttpResponse<String> say(String verdict, String comment) {
        return tom.post(sheet(mary), Map.of("handedIn", version(), "verdict", verdict, "comment", comment));
    }

    private String version() {
        Matcher found = VERSION.matcher(tom.get(sheet(mary)).body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private String sheet(Coach whose) {
        return sheet(whose, PLAN);
    }

    private String sheet(Coach whose, String activity) {
        return tom.at(LIST + "/" + whose.who().member().id() + "/" + activity);
    }

    private String get(String path) {
        return tom.get(tom.at(path)).body();
    }

    private int points() {
        SignedIn who = mary.who();
        return gradebook
                .status(who.member().course(), who.member().id(), "session-1")
                .map(DeliveryStatus::points)
                .orElse(0);
    }
}
