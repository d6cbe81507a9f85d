package org.peercoach.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers;
import org.peercoach.gradebook.DeliveryStatus;
import org.peercoach.gradebook.Gradebook;
import org.springframework.beans.factory.annotation.Autowired;

/** A coach works through session 1: points follow the facts, and every page says so. */
@ApplicationTest
class SessionWorkTests {

    @Autowired
    TestMembers members;

    @Autowired
    Gradebook gradebook;

    private Coach mary;

    @BeforeEach
    void signIn() {
        mary = new Coach(members.coach());
    }

    @Test
    void sessionWhenAllOpenActivitiesAreDoneThenTwentyOnePointsInTheGradebook() {
        mary.finishAllOpen();
        assertThat(points()).isEqualTo(21);
        assertThat(mary.sessionPage())
                .contains("21 of 25 points", "10 of 11 done", "Everything that is open is done")
                .doesNotContain("Session complete");
        assertThat(mary.who().get(mary.who().at("/training")).body())
                .contains("Waits for the board, 10 of 11", "2 worksheets count already", "21 of 200");
    }

    @Test
    void addressWhenItNamesNothingThenNotFoundAndABadQuestionStaysBad() {
        assertThat(mary.who().get(mary.who().at("/training/sessions/abc")).statusCode())
                .isEqualTo(404);
        assertThat(mary.who()
                        .post(mary.who().at("/training/sessions/abc/activities/S1.2"), Map.of())
                        .statusCode())
                .isEqualTo(404);
        SignedIn tom = members.trainer();
        assertThat(tom.get(tom.at("/training/cohort/people/abc")).statusCode()).isEqualTo(404);
        assertThat(tom.get(tom.at("/training/cohort/nudge?to=abc")).statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("activities")
    void activityWhenFinishedThenItsPointsAndItsNote(String id, int worth, Consumer<Coach> work) {
        assertThat(mary.page(id)).doesNotContain("id=\"done\"");
        work.accept(mary);
        assertThat(points()).isEqualTo(worth);
        assertThat(mary.page(id)).contains("id=\"done\"");
    }

    static List<Arguments> activities() {
        return List.of(
                work("S1.1", 2, coach -> coach.answerSurvey("/surveys/coach-skills/pre")),
                work("S1.2", 1, coach -> coach.read("S1.2")),
                work("S1.3", 2, coach -> coach.reflect("S1.3", Coach.SIXTY_WORDS, "me")),
                work("S1.5", 1, Coach::watchToTheEnd),
                work("S1.6", 3, Coach::sortAll),
                work("S1.7", 1, coach -> coach.read("S1.7")),
                work("S1.9", 2, coach -> coach.answer("a", "b", "a", "a", "a")),
                work("S1.8", 4, coach -> coach.fillIn("S1.8", "Talk in class")),
                work("S1.11", 4, coach -> coach.fillIn("S1.11", "Talk in class")),
                work("S1.10", 1, coach -> coach.reflect("S1.10", "Hope.", "me")));
    }

    private static Arguments work(String id, int worth, Consumer<Coach> work) {
        return Arguments.of(id, worth, work);
    }

    @Test
    void reflectionWhenTooShortThenKeptAndToldHowManyAreMissing() {
        Coach.Tab tab = mary.open("S1.3");
        var answer = tab.finish(Map.of("text", "Only four words here", "share", "me"));
        assertThat(location(answer)).endsWith("/S1.3?tooShort#answer");
        assertThat(mary.who().get(mary.path("S1.3") + "?tooShort").body())
                .contains("Write at least 60 words; these are 4.", "Only four words here", "aria-invalid=\"true\"");
        assertThat(gradebook.status(
                        mary.who().member().course(), mary.who().member().id(), "session-1"))
                .isEmpty();
    }

    @Test
    void reflectionWhenChangedAfterFinishingThenEarlierVersionIsKept() {
        mary.reflect("S1.3", Coach.SIXTY_WORDS + " First.", "me");
        mary.reflect("S1.3", Coach.SIXTY_WORDS + " Second.", "me");
        mary.open("S1.3").finish(Map.of("text", "Too short now", "share", "me"));
        String page = mary.page("S1.3");
        assertThat(page).contains("Earlier versions", "First.", "Too short now", "You have changed the entry since");
        assertThat(points()).isEqualTo(2);
    }

    @Test
    void checkWhenThreeOfFiveRightThenFeedbackAndNoPointsUntilFour() {
        mary.answer("a", "a", "b", "a", "b");
        assertThat(mary.page("S1.9"))
                .contains("3 of 5 right: one more and you are done", "Praise is a judgment, too.", "question 3")
                .doesNotContain("Notes belong to the partnership.");
        mary.answer("a", "a", "a", "a", "b");
        assertThat(mary.page("S1.9")).contains("4 of 5 right: this is done", "Earlier tries", "3 of 5 right");
        assertThat(points()).isEqualTo(2);
        mary.answer("b", "b", "b", "b", "b");
        assertThat(mary.page("S1.9")).contains("This time 0 of 5 right. The activity stays done.");
        assertThat(points()).isEqualTo(2);
    }

    @Test
    void checkWhenNothingChosenThenNoTry() {
        assertThat(mary.open("S1.9").finish(Map.of()).statusCode()).isEqualTo(302);
        assertThat(mary.who().get(mary.path("S1.9") + "?tooShort").body()).contains("Choose an answer first.");
        assertThat(mary.page("S1.9")).doesNotContain("id=\"feedback\"");
    }

    @Test
    void checkWhenOpenedAgainThenTheSameOrderOfOptions() {
        String first = mary.page("S1.9").replaceAll("value=\"[0-9a-f-]+\"|_csrf.*", "");
        String second = mary.page("S1.9").replaceAll("value=\"[0-9a-f-]+\"|_csrf.*", "");
        assertThat(options(first)).isEqualTo(options(second)).hasSize(20);
    }

    private static List<String> options(String page) {
        return java.util.regex.Pattern.compile("id=\"?f|<span>([^<]+)</span>")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .filter(java.util.Objects::nonNull)
                .filter(text -> TestContent.work("S1.9").toString().contains(text))
                .toList();
    }

    @Test
    void sceneWhenLeftThenOpensAtTheVeryLine() {
        Coach.Tab tab = mary.open("S1.5");
        tab.finish(Map.of("line", "2"));
        tab.finish(Map.of("line", "3"));
        tab.finish(Map.of("line", "7"));
        assertThat(mary.page("S1.5")).contains("Line 3 of 8", "id=\"line-3\"").doesNotContain("id=\"line-4\"");
    }

    @Test
    void sortingWhenLeftThenOpensAtTheNextCardWithFeedbackOnTheLast() {
        Coach.Tab tab = mary.open("S1.6");
        String place = location(tab.finish(Map.of("card", "lamp", "box", "expert")));
        assertThat(place).endsWith("?sorted=lamp#feedback");
        assertThat(mary.who().get(mary.path("S1.6") + "?sorted=lamp").body())
                .contains("You said Expert, and that can be defended. We would say Not a coach’s job.")
                .contains("Situation 2 of 12 · 1 sorted", "name=\"card\" value=\"volcano\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"S1.4"})
    void roomWhenNotThereYetThenListedAndClosed(String id) {
        assertThat(mary.page(id)).contains("Opens with the").doesNotContain("name=\"version\"");
        assertThat(mary.who().post(mary.path(id), Map.of("text", "Hello")).statusCode())
                .isEqualTo(409);
        assertThat(mary.sessionPage()).contains("Opens with the").doesNotContain("/activities/" + id + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/training/sessions/9", "/training/sessions/1/activities/S1.12", "/training/sessions/x"})
    void pageWhenThereIsNoSuchThingThenNotFound(String path) {
        assertThat(mary.who().get(mary.who().at(path)).statusCode()).isIn(400, 404);
    }

    @Test
    void activitiesWhenFinishedAtOnceInManyTabsThenEveryPointCounts() {
        List<CompletableFuture<Void>> tabs = List.of(
                run(() -> mary.answerSurvey("/surveys/coach-skills/pre")),
                run(() -> mary.read("S1.2")),
                run(() -> mary.read("S1.7")),
                run(() -> mary.reflect("S1.3", Coach.SIXTY_WORDS, "me")),
                run(() -> mary.answer("a", "a", "a", "a", "a")),
                run(() -> mary.reflect("S1.10", "Hope.", "me")));
        tabs.forEach(CompletableFuture::join);
        assertThat(points()).isEqualTo(9);
    }

    private static CompletableFuture<Void> run(Runnable work) {
        return CompletableFuture.runAsync(work);
    }

    private int points() {
        SignedIn who = mary.who();
        return gradebook
                .status(who.member().course(), who.member().id(), "session-1")
                .map(DeliveryStatus::points)
                .orElse(0);
    }

    private static String location(java.net.http.HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
