package org.peercoach.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peercoach.training.Exercises.fields;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.TestMembers;
import org.springframework.beans.factory.annotation.Autowired;

/** A coach at every kind of practice: what is asked, what is told when, what is kept. */
@ApplicationTest
class PracticeWorkTests {

    private static final String DONE = "id=\"done\"";

    @Autowired
    TestMembers members;

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
        assertThat(mary.page("S20.1", "?at=fair")).contains(">Half a<", "Saved ").doesNotContain("Fairness worries");
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
        assertThat(mary.handIn("S20.3", fields("record", "1", "words.line", " "))).isEqualTo("?tooShort=record#answer");
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

    private void walk(String... steps) {
        for (String step : steps) {
            mary.handIn("S20.3", fields("step", step));
        }
    }

    private static java.util.Map<String, String> words(String item) {
        return fields("item", item, item + ":paraphrase", "My words", item + ":question", "My question?");
    }
}
