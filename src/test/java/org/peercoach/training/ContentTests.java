package org.peercoach.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The content as it ships, and each rule broken once. */
class ContentTests {

    @Test
    void sessionWhenReadThenElevenActivitiesOf180MinutesAnd25Points() {
        SessionContent session = TestContent.session();
        assertThat(ContentRules.faults(session)).isEmpty();
        assertThat(session.activities())
                .extracting(ActivityContent::id)
                .containsExactly(
                        "S1.1", "S1.2", "S1.3", "S1.4", "S1.5", "S1.6", "S1.7", "S1.8", "S1.9", "S1.10", "S1.11");
        assertThat(session.activities())
                .extracting(ActivityContent::points)
                .containsExactly(2, 1, 2, 4, 1, 3, 1, 4, 2, 1, 4);
        assertThat(session.activities())
                .extracting(ActivityContent::minutes)
                .containsExactly(20, 20, 15, 20, 15, 25, 15, 25, 10, 5, 10);
        assertThat(session.activities())
                .filteredOn(activity -> !activity.required())
                .extracting(ActivityContent::id)
                .containsExactly("S1.10");
    }

    @Test
    void doneRulesWhenReadThenNameTheButtonOfTheirPage() {
        List<ActivityContent> all = TestContent.CATALOG.sessions().stream()
                .flatMap(session -> session.activities().stream())
                .toList();
        assertThat(all)
                .filteredOn(activity -> activity.work() instanceof Work.Worksheet)
                .allSatisfy(activity -> assertThat(activity.doneWhen()).contains("handed "));
        assertThat(all)
                .filteredOn(activity -> activity.work() instanceof Practice)
                .allSatisfy(activity -> assertThat(activity.doneWhen()).doesNotContain("handed ", "saved"));
        assertThat(all)
                .filteredOn(activity -> activity.work() instanceof Work.Reflection)
                .allSatisfy(activity -> assertThat(activity.doneWhen()).contains("“Finish this activity”"));
    }

    @Test
    void openActivitiesWhenCountedThenAllButTheBoard() {
        assertThat(TestContent.session().open())
                .extracting(ActivityContent::id)
                .containsExactly("S1.1", "S1.2", "S1.3", "S1.5", "S1.6", "S1.7", "S1.8", "S1.9", "S1.10", "S1.11");
        assertThat(TestContent.session().open().stream()
                        .mapToInt(ActivityContent::points)
                        .sum())
                .isEqualTo(21);
    }

    @Test
    void pathWhenReadThenEightOpenSessions() {
        assertThat(TestContent.CATALOG.titles())
                .extracting(SessionTitle::number)
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(TestContent.CATALOG.sessions())
                .extracting(SessionContent::key)
                .containsExactly(
                        "session-1",
                        "session-2",
                        "session-3",
                        "session-4",
                        "session-5",
                        "session-6",
                        "session-7",
                        "session-8");
        assertThat(TestContent.CATALOG.titles().getFirst().shortTitle())
                .isEqualTo(TestContent.session().shortTitle());
        assertThat(TestContent.CATALOG.titles())
                .allSatisfy(title -> assertThat(title.about()).endsWith(".").doesNotContain("\n"));
        assertThat(TestContent.CATALOG.titles().getFirst().title())
                .isEqualTo(TestContent.session().title());
    }

    @ParameterizedTest
    @MethodSource("readings")
    void readingWhenCountedThen500To900WordsOfOurSpelling(ActivityContent activity) {
        Work.Reading reading = (Work.Reading) activity.work();
        String text = reading.html().replaceAll("<[^>]+>", " ");
        assertThat(Progress.words(text)).isBetween(500, 900);
        assertThat(text).doesNotContainIgnoringCase("programme", "colour", "judgement", "modelling");
        assertThat(reading.html()).contains("<h2>").doesNotContain("<script", "---");
    }

    static List<ActivityContent> readings() {
        return TestContent.session().activities().stream()
                .filter(activity -> activity.kind() == Kind.READ)
                .toList();
    }

    @Test
    void cardsWhenReadThenTwelveWithReasonsAndNotes() {
        Work.Sorting sorting = (Work.Sorting) TestContent.work("S1.6");
        assertThat(sorting.cards())
                .hasSize(12)
                .allSatisfy(card -> assertThat(card.also()).isNotEmpty());
        assertThat(sorting.cards())
                .extracting(Work.Card::box)
                .containsExactly(
                        "none",
                        "expert",
                        "collaborator",
                        "facilitator",
                        "catalyst",
                        "none",
                        "collaborator",
                        "facilitator",
                        "none",
                        "expert",
                        "catalyst",
                        "facilitator");
        assertThat(sorting.boxes()).hasSize(5);
    }

    @Test
    void checkWhenReadThenFiveQuestionsOfFourOptionsPassedWithFour() {
        Work.Check check = (Work.Check) TestContent.work("S1.9");
        assertThat(check.pass()).isEqualTo(4);
        assertThat(check.questions())
                .hasSize(5)
                .allSatisfy(question -> assertThat(question.options()).hasSize(4));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("spoiled")
    void faultsWhenOneThingSpoiledThenThatOneIsNamed(String id, UnaryOperator<ActivityContent> change, String fault) {
        assertThat(ContentRules.faults(TestContent.with(id, change)))
                .anySatisfy(found -> assertThat(found).contains(fault));
    }

    static Stream<Arguments> spoiled() {
        Work.Option right = new Work.Option("a", "Yes", true, "Because");
        Work.Option wrong = new Work.Option("b", "No", false, "Because");
        Work.Box box = new Work.Box("expert", "Expert", "Gives a tip");
        return Stream.of(
                spoiled("S1.2", TestContent.lasting(15), "minutes"),
                spoiled("S1.2", TestContent.lasting(45), "not 5 to 40"),
                spoiled("S1.2", TestContent.worth(2), "points"),
                spoiled("S1.2", TestContent.worth(0), "is not positive"),
                spoiled("S1.2", TestContent.identified("S1.3"), "id of an activity"),
                spoiled("S1.2", TestContent.working(new Work.Reading("<p>Text</p>", " ")), "take is empty"),
                spoiled("S1.5", TestContent.working(new Work.Scene("The hall", List.of())), "lines is empty"),
                spoiled("S1.3", TestContent.working(new Work.Reflection("a", "b", 0, List.of("c"))), "minWords"),
                spoiled("S1.9", check(3, right, wrong), "cannot be passed"),
                spoiled("S1.9", check(1, wrong, new Work.Option("c", "Also", false, "Because")), "right options"),
                spoiled("S1.9", check(1, right, new Work.Option("c", "Also", true, "Because")), "right options"),
                spoiled(
                        "S1.9",
                        check(1, right, new Work.Option("a", "Same key", false, "Because")),
                        "keys of their own"),
                spoiled("S1.9", check(1, right, new Work.Option("b", "No", false, "")), "feedback is empty"),
                spoiled("S1.6", sorting(box, "none", "expert"), "unknown box none"),
                spoiled("S1.6", sorting(box, "expert", "expert"), "boxes named"));
    }

    private static Arguments spoiled(String id, UnaryOperator<ActivityContent> change, String fault) {
        return Arguments.of(id, change, fault);
    }

    private static UnaryOperator<ActivityContent> check(int pass, Work.Option... options) {
        return TestContent.working(new Work.Check(pass, List.of(new Work.Question("q1", "Which?", List.of(options)))));
    }

    private static UnaryOperator<ActivityContent> sorting(Work.Box box, String ours, String also) {
        Work.Card card = new Work.Card("c1", "A case", ours, "Because", List.of(new Work.Also(also, "Because")));
        return TestContent.working(new Work.Sorting(List.of(box), List.of(card)));
    }
}
