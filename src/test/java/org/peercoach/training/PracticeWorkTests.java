package org.peercoach.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peercoach.training.Exercises.fields;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A coach at every kind of practice: what is asked, what is told when, what is kept. */
@ApplicationTest
class PracticeWorkTests {

    private static final String DONE = "id=\"done\"";

    private static final String SECRET = "Nobody else may read this sentence.";

    @Autowired
    TestMembers members;

    @Autowired
    JdbcClient jdbc;

    private Exercises mary;

    @BeforeEach
    void signIn() {
        mary = new Exercises(members.coach());
    }

    @Test
    void rewritingWhenOwnWordsAreMissingThenOursAreNotInThePage() {
        assertThat(mary.page("S20.1"))
                .contains("The tablets just make them noisy", "1 of 3 · 0 done")
                .doesNotContain("The noise hides", "Noise is easy to hear");
        assertThat(mary.handIn("S20.1", fields("item", "noisy", "noisy:paraphrase", "You hear noise.")))
                .isEqualTo("?tooShort&at=noisy#part");
        assertThat(mary.page("S20.1", "?tooShort&at=noisy"))
                .contains("Write your own words in every box first", "You hear noise.", "aria-invalid=\"true\"")
                .doesNotContain("The noise hides");
    }

    @Test
    void rewritingWhenHandedInThenOursAndOwnMarkAndAllThreeFinishIt() {
        assertThat(mary.handIn("S20.1", words("noisy"))).isEqualTo("?at=noisy#ours");
        assertThat(mary.page("S20.1", "?at=noisy"))
                .contains("id=\"ours\"", "The noise hides whether they work.", "Advice slipped in", "My words");
        var marked = words("noisy");
        marked.put("noisy:mark", "advice");
        marked.put("next", "1");
        assertThat(mary.handIn("S20.1", marked)).isEqualTo("#item");
        assertThat(mary.page("S20.1")).contains("2 of 3 · 1 done", "I tried that in October", "Advice slipped in");

        mary.handIn("S20.1", words("october"));
        assertThat(mary.page("S20.1")).doesNotContain(DONE);
        mary.handIn("S20.1", words("fair"));
        assertThat(mary.page("S20.1")).contains(DONE, "3 of 3 done");
    }

    @Test
    void rewritingWhenChangedToNothingThenStaysDoneAndTheWordsAreKept() {
        mary.handIn("S20.1", words("noisy"));
        assertThat(mary.handIn("S20.1", fields("item", "noisy", "noisy:paraphrase", "", "noisy:question", "Why?")))
                .isEqualTo("?tooShort&at=noisy#part");
        assertThat(mary.page("S20.1", "?at=noisy")).contains("The noise hides", ">Why?<");
    }

    @Test
    void rewritingWhenTypedOnlyThenThereAgain() {
        assertThat(mary.autosave("S20.1", fields("item", "fair", "fair:question", "Half a")))
                .isEqualTo(204);
        assertThat(mary.page("S20.1", "?at=fair"))
                .contains(">Half a<", "Saved ")
                .doesNotContain("Fairness worries");
    }

    @Test
    void boxesWhenChosenThenVerdictAndOnlyOpinionsAreRewritten() {
        assertThat(mary.page("S20.2")).contains("What is it?").doesNotContain("<textarea", "It can be counted.");
        assertThat(mary.handIn("S20.2", fields("item", "sheet"))).isEqualTo("?tooShort&at=sheet#part");
        assertThat(mary.page("S20.2", "?tooShort&at=sheet")).contains("Choose one first.");
        assertThat(mary.handIn("S20.2", fields("item", "sheet", "sheet:box", "opinion")))
                .isEqualTo("?at=sheet#ours");
        assertThat(mary.page("S20.2", "?at=sheet"))
                .contains("You said Opinion. We would say Evidence.", "It can be counted.", "1 of 3 done")
                .doesNotContain("<textarea");
        mary.handIn("S20.2", fields("item", "motivated", "motivated:box", "opinion"));
        assertThat(mary.page("S20.2", "?at=motivated"))
                .contains("You said Opinion, and so would we.", "<textarea", "1 of 3 done")
                .doesNotContain("Nine of 24");
        mary.handIn("S20.2", fields("item", "motivated", "motivated:seen", "They asked for more."));
        assertThat(mary.page("S20.2", "?at=motivated")).contains("Nine of 24 asked", "2 of 3 done");
        mary.handIn("S20.2", fields("item", "rushed", "rushed:box", "evidence"));
        assertThat(mary.page("S20.2")).doesNotContain(DONE);
        mary.handIn("S20.2", fields("item", "rushed", "rushed:seen", "Four minutes for two steps."));
        assertThat(mary.page("S20.2")).contains(DONE);
    }

    @Test
    void dialogueWhenDeadEndThenCostAndHintAndBack() {
        assertThat(mary.handIn("S20.3", fields("step", "n0:a"))).isEqualTo("#now");
        assertThat(mary.page("S20.3"))
                .contains("Kim has closed up.", "Ask what she has seen", "value=\"n1:back\"")
                .doesNotContain("value=\"n0:a\"");
        mary.handIn("S20.3", fields("step", "n1:back"));
        assertThat(mary.page("S20.3"))
                .contains("You went back.", "value=\"n0:b\"", "Choice is better, research says so.")
                .doesNotContain(DONE);
    }

    @Test
    void dialogueWhenEndingReachedThenTheRecordFinishesItAndStartAgainKeepsItAndTheWayIsStored() {
        assertThat(mary.page("S20.3")).contains("At the end").doesNotContain("Which sentence");
        walk("n0:b", "n2:a");
        assertThat(mary.page("S20.3"))
                .contains("How it ends: A small trial", "1 of 2 endings", "Which sentence")
                .doesNotContain(DONE);
        assertThat(mary.handIn("S20.3", fields("record", "1", "words.line", " ")))
                .isEqualTo("?tooShort=record#answer");
        assertThat(mary.page("S20.3", "?tooShort=record")).contains("id=\"answer\"", "aria-invalid=\"true\"");
        assertThat(mary.handIn("S20.3", fields("record", "1", "words.line", "What did it look like?")))
                .isEqualTo("#done");
        mary.handIn("S20.3", fields("again", "1"));
        assertThat(mary.page("S20.3"))
                .contains("value=\"n0:c\"", DONE, "What did it look like?")
                .doesNotContain("How it ends");
        walk("n0:c");
        assertThat(mary.page("S20.3")).contains("Peace without progress", DONE).doesNotContain("of 2 endings");
        assertThat(mary.who().get(mary.who().at("/my-data/download")).body()).contains("n0:b n2:a", "n0:c");
    }

    @Test
    void recordWhenHandedInBeforeTheEndingThenNotDoneYet() {
        mary.handIn("S20.3", fields("record", "1", "words.line", "A sentence"));
        assertThat(mary.page("S20.3")).doesNotContain(DONE);
        walk("n0:c");
        assertThat(mary.page("S20.3")).contains(DONE);
    }

    @Test
    void dialogueWhenStepIsNotFromHereThenNothingMoves() {
        walk("n0:b", "n0:b", "n9:a", "n2:z", "x");
        assertThat(mary.page("S20.3")).contains("value=\"n2:a\"").doesNotContain("value=\"n0:b\"");
    }

    @Test
    void ratingWhenAreaIsHandedInThenTheNextOneAndOursOnlyAfterTheLast() {
        assertThat(mary.page("S20.4"))
                .contains("Look up facts on water pollution", "Area 1 of 2", "0 of 4 done")
                .doesNotContain("is a topic, not an aim");
        assertThat(mary.handIn("S20.4", fields("part", "creek:aim", "creek:few", "clearly")))
                .isEqualTo("?tooShort&at=creek:aim#part");
        assertThat(mary.page("S20.4", "?tooShort&at=creek:aim"))
                .contains("Rate every statement", "Choose one.")
                .containsPattern("value=\"clearly\"\\s+checked");
        assertThat(mary.handIn("S20.4", area("creek:aim", "few", "good"))).isEqualTo("?at=creek:problem#part");
        assertThat(mary.page("S20.4")).contains("Area 2 of 2", "1 of 4 done").doesNotContain("is a topic");
        assertThat(mary.handIn("S20.4", area("creek:problem", "open", "judge"))).isEqualTo("?at=creek#ours");
        assertThat(mary.page("S20.4", "?at=creek"))
                .contains("is a topic, not an aim", "Worth a second look", "Close", "The line I saw", "Go on: What")
                .doesNotContain("criteria for students are missing");
        mary.handIn("S20.4", area("town:aim", "few", "good"));
        assertThat(mary.page("S20.4")).doesNotContain(DONE);
        mary.handIn("S20.4", area("town:problem", "open", "judge"));
        assertThat(mary.page("S20.4")).contains(DONE);
    }

    private static Map<String, String> area(String part, String... statements) {
        String lesson = part.substring(0, part.indexOf(':'));
        Map<String, String> fields = fields("part", part, part + ":evidence", "The line I saw");
        for (String statement : statements) {
            fields.put(lesson + ":" + statement, "clearly");
        }
        return fields;
    }

    @Test
    void inventoryWhenSomethingIsOpenThenToldAndOtherwiseAPictureAndAFocusFinishIt() {
        assertThat(mary.handIn("S20.5", fields("item:wait", "often", "item:finish", "often")))
                .isEqualTo("?tooShort#part");
        assertThat(mary.page("S20.5", "?tooShort"))
                .contains("2 are still open.", "href=\"#q3\"")
                .doesNotContain("Your picture");
        assertThat(mary.handIn("S20.5", habits("often", "often", "rarely", "sometimes")))
                .isEqualTo("#results");
        assertThat(mary.page("S20.5"))
                .contains("6 of 6", "3 of 6", "width=\"50\"", "Begin with what you heard.")
                .doesNotContain("Count to three before you speak.", DONE);
        assertThat(mary.handIn("S20.5", fields("part", "focus"))).isEqualTo("?tooShort&at=focus#part");
        assertThat(mary.handIn("S20.5", fields("part", "focus", "focus", "pausing")))
                .isEqualTo("#done");
        assertThat(mary.page("S20.5")).contains(DONE).containsPattern("value=\"pausing\"\\s+checked");
    }

    @Test
    void inventoryWhenAllAreEvenThenSaidSo() {
        mary.handIn("S20.5", habits("often", "rarely", "sometimes", "sometimes"));
        assertThat(mary.page("S20.5")).contains("All of them are as strong").doesNotContain("most room to grow");
    }

    private static Map<String, String> habits(String wait, String finish, String back, String word) {
        return fields("item:wait", wait, "item:finish", finish, "item:back", back, "item:word", word);
    }

    @Test
    void valuesWhenAllAreGivenThenReasonsAndWithinOnePointIsClose() {
        assertThat(mary.handIn("S20.6", fields("use:worksheet", "1", "use:cloud", "9")))
                .isEqualTo("?tooShort#part");
        assertThat(mary.page("S20.6", "?tooShort"))
                .contains("2 are still open.", "href=\"#q2\"")
                .doesNotContain("It marks faster");
        assertThat(mary.handIn("S20.6", fields("use:worksheet", "1", "use:simulation", "4", "use:cloud", "3")))
                .isEqualTo("#results");
        assertThat(mary.page("S20.6"))
                .contains("2 of 3 within one point", "You say 1, we say 0: close.", "You say 4, and so do we.")
                .contains("You say 3, we say 1: less than you see in it.", "It marks faster", DONE);
    }

    @Test
    void protocolWhenTheRecordIsFilledInThenDone() {
        assertThat(mary.page("S20.7"))
                .contains("12 minutes in all", "0 to 4", "7 to 12", "Write down each step", "The most useful question");
        assertThat(mary.handIn("S20.7", fields("record", "1", "circle.question", "What else?")))
                .isEqualTo("?tooShort=record#answer");
        assertThat(mary.handIn("S20.7", fields("anything", "1"))).isEqualTo("?tooShort#part");
        assertThat(mary.page("S20.7")).contains("What else?").doesNotContain(DONE);
        mary.handIn(
                "S20.7",
                fields("record", "1", "circle.question", "What else?", "circle.next-step", "Ask her on Monday"));
        assertThat(mary.page("S20.7")).contains(DONE, "Ask her on Monday");
    }

    @Test
    void textsWhenTwoWindowsDifferThenNothingIsOverwrittenAndBothAreOffered() {
        String first = mary.page("S20.1", "?at=fair");
        String second = mary.page("S20.1", "?at=fair");
        assertThat(mary.autosaveFrom(first, "S20.1", fields("item", "fair", "fair:question", "From the first")))
                .isEqualTo(204);
        assertThat(mary.autosaveFrom(second, "S20.1", fields("item", "fair", "fair:question", "From the second")))
                .isEqualTo(409);
        String choice = mary.leaveFrom(second, "S20.1", fields("item", "fair", "fair:question", "From the second"));
        assertThat(choice).contains("Ask one question", "From the first", "From the second");
        mary.leaveFrom(choice, "S20.1", fields("fair:question", "From the second"));
        assertThat(mary.page("S20.1", "?at=fair")).contains("From the second").doesNotContain("From the first");
    }

    @Test
    void pagesWhenTrainerOrLeaderLooksThenAllContentWithOursAndNothingOfACoach() {
        TestMembers.TestCourse course = members.course();
        Exercises coach = new Exercises(course.coach("Mary Ellis"));
        coach.handIn("S20.1", fields("item", "noisy", "noisy:paraphrase", SECRET, "noisy:question", SECRET));
        coach.autosave("S20.1", fields("fair:question", SECRET));
        coach.handIn("S20.4", fields("part", "creek:aim", "creek:aim:evidence", SECRET));
        coach.handIn("S20.7", fields("record", "1", "circle.question", SECRET, "circle.next-step", SECRET));
        assertThat(coach.page("S20.1", "?at=noisy")).contains(SECRET);
        for (SignedIn who : List.of(course.trainer("Tom Trainer"), course.leader("Lea Leader"))) {
            Exercises look = new Exercises(who);
            for (String id : List.of("S20.1", "S20.2", "S20.3", "S20.4", "S20.5", "S20.6", "S20.7")) {
                assertThat(look.page(id))
                        .contains("Nothing you click is saved")
                        .doesNotContain(SECRET, "name=\"version\"");
                assertThat(who.post(who.at(Exercises.at(id)), fields("item", "noisy"))
                                .statusCode())
                        .isEqualTo(403);
            }
            assertThat(look.page("S20.1")).contains("The noise hides whether they work.");
            assertThat(look.page("S20.2")).contains("Nine of 24 asked");
            assertThat(look.page("S20.3")).contains("Peace without progress", "leads to place 2");
            assertThat(look.page("S20.4")).contains("is a topic, not an aim", "criteria for students are missing");
            assertThat(look.page("S20.5")).contains("Begin with what you heard.");
            assertThat(look.page("S20.6")).contains("It marks faster", "No points");
            assertThat(look.page("S20.7")).contains("The most useful question", "0 to 4");
        }
        for (SignedIn who : List.of(course.participant("Dana Reed"), course.observer("Olga Stone"))) {
            assertThat(who.get(who.at(Exercises.at("S20.1"))).statusCode()).isEqualTo(403);
        }
        assertThat(new Exercises(course.coach("Ken Park")).page("S20.1", "?at=noisy"))
                .doesNotContain(SECRET);
    }

    private void walk(String... steps) {
        for (String step : steps) {
            mary.handIn("S20.3", fields("step", step));
        }
    }

    private static Map<String, String> words(String item) {
        return fields("item", item, item + ":paraphrase", "My words", item + ":question", "My question?");
    }
}
