package org.peercoach.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.peercoach.shared.Markdown;

/** What must hold of the content of each kind of practice, each rule broken once; and how answers are compared. */
class PracticeRulesTests {

    @Test
    void exercisesWhenReadThenNothingIsWrong() {
        assertThat(ContentRules.faults(TestExercises.SESSION)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("spoiled")
    void faultsWhenOneThingIsSpoiledThenThatOneIsNamed(String file, String good, String bad, String fault) {
        assertThat(new SpoiledFiles(file, UnaryOperator.identity()).read(file)).contains(good);
        SpoiledFiles files =
                new SpoiledFiles(file, whole -> whole.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad)));
        assertThat(ContentRules.faults(files.session()))
                .anySatisfy(found -> assertThat(found).contains(fault));
    }

    static Stream<Arguments> spoiled() {
        return Stream.of(
                Arguments.of("01-rewrite.yaml", "key: october", "key: noisy", "items without keys of their own"),
                Arguments.of("01-rewrite.yaml", "key: october", "key: oct:ober", "items with a colon in a key"),
                Arguments.of(
                        "01-rewrite.yaml", "{key: question, label", "{key: mark, label", "field with a key of ours"),
                Arguments.of(
                        "01-rewrite.yaml",
                        "{field: question, text: \"What kind",
                        "{field: other, text: \"What kind",
                        "unknown key other"),
                Arguments.of(
                        "01-rewrite.yaml",
                        "{field: question, text: \"What kind",
                        "{field: paraphrase, text: \"What kind",
                        "two models for paraphrase"),
                Arguments.of("02-boxes.yaml", "rewrite-box: opinion", "rewrite-box: guess", "unknown key guess"),
                Arguments.of("02-boxes.yaml", "box: evidence", "box: opinion", "sheet has models outside"),
                Arguments.of("02-boxes.yaml", "box: evidence", "box: guess", "sheet names an unknown key guess"),
                Arguments.of("03-dialogue.yaml", "start: n0", "start: n9", "start names an unknown key n9"),
                Arguments.of("03-dialogue.yaml", "next: n3", "next: n9", "n0 names an unknown key n9"),
                Arguments.of("03-dialogue.yaml", "next: n3", "next: n2", "n3 is never reached"),
                Arguments.of(
                        "03-dialogue.yaml",
                        "    hint: Ask what she has seen before you say what you think.\n",
                        "",
                        "n1 lacks cost, hint or back"),
                Arguments.of("03-dialogue.yaml", "good: true", "good: false", "has no good ending"),
                Arguments.of(
                        "03-dialogue.yaml",
                        "    back: n0\n",
                        "    back: n0\n    ending: {title: No, text: No, good: false}\n",
                        "n1 is not one of"),
                Arguments.of(
                        "04-rate.yaml",
                        "{key: good, rating: \"no\"}",
                        "{key: few, rating: \"no\"}",
                        "creek ratings are"),
                Arguments.of("04-rate.yaml", "rating: partly", "rating: perhaps", "unknown key perhaps"),
                Arguments.of("04-rate.yaml", "{area: problem,", "{area: aim,", "creek areas are"),
                Arguments.of(
                        "04-rate.yaml", "{key: judge, text", "{key: few, text", "statements without keys of their own"),
                Arguments.of("05-inventory.yaml", "pair: pausing}", "pair: other}", "wait names an unknown key other"),
                Arguments.of("05-inventory.yaml", "value: 1", "value: 0", "value is not positive"),
                Arguments.of("06-values.yaml", "value: 4", "value: 6", "simulation has a value beyond"),
                Arguments.of("06-values.yaml", "  - Does it bring a real audience?\n", "", "does not have 5 questions"),
                Arguments.of(
                        "07-protocol.yaml",
                        "kind: line, required: true}\n        - {key: next-step, label: My next step, kind: text, required: true}",
                        "kind: line}\n        - {key: next-step, label: My next step, kind: text}",
                        "no record with a required field"),
                Arguments.of("07-protocol.yaml", "minutes: 4", "minutes: 0", "minutes is not positive"));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, SAME", "1, 0, CLOSE", "3, 4, CLOSE", "3, 1, HIGHER", "0, 2, LOWER"})
    void verdictWhenWithinOnePointThenClose(int given, int ours, ValueTest.Verdict verdict) {
        assertThat(ValueTest.verdict(given, ours)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "no, no, SAME",
        "no, partly, CLOSE",
        "clearly, partly, CLOSE",
        "no, clearly, APART",
        "clearly, none, APART",
        "none, none, SAME"
    })
    void nearWhenNeighborsOnTheScaleThenCloseUnlessOneStandsOutside(String yours, String ours, Rating.Near near) {
        Rating work = (Rating) TestExercises.practice("S20.4");
        assertThat(work.near(work.level(yours).orElseThrow(), work.level(ours).orElseThrow()))
                .isEqualTo(near);
    }

    @ParameterizedTest
    @CsvSource({"'', false", "6, false", "-1, false", "x, false", "0, true", "5, true"})
    void valueWhenBeyondTheScaleThenNone(String sent, boolean counts) {
        ValueTest work = (ValueTest) TestExercises.practice("S20.6");
        Answer answer = new Answer(Map.of("use:worksheet", sent));
        assertThat(work.progress(answer).done()).isEqualTo(counts ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "'', n0",
        "n0:b, n2",
        "n0:b n2:b, n1",
        "n0:b n2:b n1:back, n0",
        "n0:b n9:a n2:a, n2",
        "n0:z, n0",
        "n0, n0"
    })
    void talkWhenTheWayIsGoneThenThereAndNeverBeyondAStepThatIsNotThere(String way, String there) {
        Dialogue work = (Dialogue) TestExercises.practice("S20.3");
        Answer answer = Answer.NONE.with(Dialogue.WAY, way);
        assertThat(work.talk(answer).getLast().node().key()).isEqualTo(there);
    }

    @ParameterizedTest
    @CsvSource({
        "often, often, rarely, often, paraphrasing",
        "rarely, often, often, often, pausing",
        "sometimes, sometimes, rarely, often, 'pausing,paraphrasing'"
    })
    void weakestWhenCountedThenThePairsWithTheLeast(
            String wait, String finish, String back, String word, String weakest) {
        Inventory work = (Inventory) TestExercises.practice("S20.5");
        Answer answer =
                new Answer(Map.of("item:wait", wait, "item:finish", finish, "item:back", back, "item:word", word));
        assertThat(work.weakest(answer).stream().map(Inventory.Pair::key)).isEqualTo(List.of(weakest.split(",")));
    }

    @Test
    void draftWhenFieldsAreNotOursThenDropped() {
        Entry entry = Entry.of(Map.of(
                "noisy:question",
                "Why?",
                "noisy:mark",
                "great",
                "noisy:box",
                "x",
                "other:question",
                "Why?",
                "way",
                "n0:b"));
        assertThat(TestExercises.practice("S20.1").draft(entry).fields()).isEqualTo(Map.of("noisy:question", "Why?"));
        assertThat(TestExercises.practice("S20.3").draft(entry).isEmpty()).isTrue();
    }

    @Test
    void progressWhenTheRecordIsMissingThenNotComplete() {
        Practice work = TestExercises.practice("S20.3");
        Answer ended = Answer.NONE.with(Dialogue.ENDINGS, "n4");
        assertThat(Progress.of(work, ended)).isEqualTo(new Progress(1, 2, false));
        assertThat(Progress.of(work, ended.with("words.line", "A sentence"))).isEqualTo(new Progress(2, 2, true));
    }

    /** The exercises with one file changed. */
    private static final class SpoiledFiles extends ContentFiles {
        private final String spoiled;
        private final UnaryOperator<String> change;

        SpoiledFiles(String spoiled, UnaryOperator<String> change) {
            super("exercises/", new Markdown());
            this.spoiled = spoiled;
            this.change = change;
        }

        String read(String file) {
            return text("session-20/" + file);
        }

        SessionContent session() {
            return session(new SessionTitle(20, "Exercises", "Exercises", "For tests.", "session-20"));
        }

        @Override
        String text(String file) {
            String whole = super.text(file);
            return file.endsWith(spoiled) ? change.apply(whole) : whole;
        }
    }
}
