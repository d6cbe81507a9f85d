package org.peercoach.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Completion is counted from the answer, not from a click. */
class ProgressTests {

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "one, 1",
        "'  two   words ', 2",
        "'it’s one–word — here', 3",
        "'- * 7 %', 1",
        "'Übung\tmacht\nMeister.', 3",
        "'教育 学校', 2"
    })
    void wordsWhenCountedThenOnlyRunsWithALetterOrDigit(String text, int words) {
        assertThat(Progress.words(text)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"59, false", "60, true", "61, true"})
    void reflectionWhenSoManyWordsThenCompleteFromSixty(int words, boolean complete) {
        Answer answer = Answer.NONE.with(Answer.TEXT, "word ".repeat(words));
        assertThat(Progress.of(TestContent.work("S1.3"), answer)).isEqualTo(new Progress(words, 60, complete));
    }

    @ParameterizedTest
    @CsvSource({"'', false", "'  ', false", "' - ', false", "Hope, true"})
    void optionalReflectionWhenAnythingWrittenThenComplete(String text, boolean complete) {
        Answer answer = Answer.NONE.with(Answer.TEXT, text);
        assertThat(Progress.of(TestContent.work("S1.10"), answer).complete()).isEqualTo(complete);
    }

    @ParameterizedTest
    @CsvSource({"7, false", "8, true"})
    void sceneWhenAtLineThenCompleteAtTheLast(int line, boolean complete) {
        Answer answer = Answer.NONE.with(Answer.LINE, Integer.toString(line));
        assertThat(Progress.of(TestContent.work("S1.5"), answer)).isEqualTo(new Progress(line, 8, complete));
    }

    @ParameterizedTest
    @CsvSource({"0, false", "3, false", "4, true", "5, true"})
    void checkWhenSoManyRightThenCompleteFromFour(int right, boolean complete) {
        Map<String, String> chosen = new HashMap<>();
        for (int number = 1; number <= 5; number++) {
            chosen.put("q" + number, number <= right ? "a" : "c");
        }
        assertThat(Progress.of(TestContent.work("S1.9"), new Answer(chosen)))
                .isEqualTo(new Progress(right, 5, complete));
    }

    @Test
    void checkWhenQuestionsAndOptionsAreUnknownThenCountForNothing() {
        Answer answer = new Answer(Map.of("q9", "a", "q1", "z", "q2", ""));
        assertThat(Progress.of(TestContent.work("S1.9"), answer)).isEqualTo(new Progress(0, 5, false));
    }

    @ParameterizedTest
    @CsvSource({"0, false", "11, false", "12, true"})
    void sortingWhenSoManySortedThenCompleteWithAllWhateverTheBox(int sorted, boolean complete) {
        Work.Sorting sorting = (Work.Sorting) TestContent.work("S1.6");
        Answer answer = new Answer(
                sorting.cards().stream().limit(sorted).collect(Collectors.toMap(Work.Card::key, card -> "catalyst")));
        assertThat(Progress.of(sorting, answer)).isEqualTo(new Progress(sorted, 12, complete));
    }

    @Test
    void sortingWhenCardLiesInNoBoxOfOursThenNotSorted() {
        Answer answer = new Answer(Map.of("lamp", "nowhere", "volcano", "expert"));
        assertThat(Progress.of(TestContent.work("S1.6"), answer).done()).isEqualTo(1);
    }

    @Test
    void readingWhenMarkedThenComplete() {
        assertThat(Progress.of(TestContent.work("S1.2"), Answer.NONE).complete())
                .isFalse();
        assertThat(Progress.of(TestContent.work("S1.2"), Answer.NONE.with(Answer.READ, "yes"))
                        .complete())
                .isTrue();
    }

    @Test
    void roomWhenAnythingIsSentThenNeverComplete() {
        assertThat(Progress.of(TestContent.work("S1.4"), new Answer(Map.of("text", "Hello", "read", "yes")))
                        .complete())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 2", "1, 3, 1", "1, 1, 1", "3, 4, 4", "8, 9, 8", "3, x, 3"})
    void nextLineWhenAskedThenOnlyTheVeryNext(int reached, String asked, int then) {
        Answer before = Answer.NONE.with(Answer.LINE, Integer.toString(reached));
        Entry entry = Entry.of(Map.of("line", asked));
        assertThat(Progress.line(entry.answerFor(TestContent.work("S1.5"), before, Answer.NONE)))
                .isEqualTo(then);
    }

    @Test
    void entryWhenFieldsAreNotOursThenDropped() {
        Entry entry =
                Entry.of(Map.of("text", "a\r\nb", "share", "me", "admin", "yes", "version", "3", "writer", "ab12"));
        assertThat(entry.draftFor(TestContent.work("S1.3"), Answer.NONE).fields())
                .isEqualTo(Map.of("text", "a\nb", "share", "me"));
        assertThat(entry.version()).isEqualTo(3);
        assertThat(entry.writer()).isEqualTo("ab12");
        assertThat(Entry.of(Map.of("version", "-1", "writer", "<script>")))
                .extracting(Entry::version, Entry::writer)
                .containsExactly(0, "");
    }
}
