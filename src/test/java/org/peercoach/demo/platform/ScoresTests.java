package org.peercoach.demo.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules that were seen on Moodle 4.5, and Canvas's. */
class ScoresTests {

    private static final String COUPLED = "101";

    private final FakeTool tool = new FakeTool();

    @Test
    void postWhenGoodThenPointsStandInTheGradebook() {
        ServiceAnswer answer = tool.post(COUPLED, tool.score(11, 25));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEmpty();
        assertThat(tool.points(COUPLED)).isEqualTo(11);
        assertThat(tool.platform.events().getFirst().text()).isEqualTo("Mary Ellis, “Session 1”: 11 of 25");
    }

    @ParameterizedTest
    @CsvSource({"50, 25, 25", "-5, 25, 0", "1, 3, 8.33333", "7, 0, 7", "0, 25, 0"})
    void postWhenOnAnotherScaleThenConvertedAndClipped(double given, double maximum, double points) {
        tool.post(COUPLED, tool.score(given, maximum));
        assertThat(Json.tidy(tool.points(COUPLED) == null ? -1 : tool.points(COUPLED))
                        .doubleValue())
                .isEqualTo(points);
    }

    @Test
    void postWhenInTheSameSecondThenConflict() {
        tool.post(COUPLED, tool.score(11, 25));
        tool.clock.advance(Duration.ofMillis(500));
        assertThat(tool.post(COUPLED, tool.score(12, 25)).status()).isEqualTo(409);
        assertThat(tool.points(COUPLED)).isEqualTo(11);
        tool.clock.advance(Duration.ofMillis(500));
        assertThat(tool.post(COUPLED, tool.score(12, 25)).status()).isEqualTo(200);
    }

    @Test
    void postWhenTheSameTwiceThenConflictAndOneScore() {
        Map<String, Object> score = tool.score(11, 25);
        assertThat(tool.post(COUPLED, score).status()).isEqualTo(200);
        assertThat(tool.post(COUPLED, score).status()).isEqualTo(409);
        assertThat(tool.platform.counters().scores())
                .extracting(Counters.ReceivedScore::status)
                .containsExactly(200, 409);
    }

    @ParameterizedTest
    @ValueSource(strings = {FakeTool.RUTH, FakeTool.HELEN, "6", "999"})
    void postWhenPersonIsNoStudentOfTheCourseThenRefused(String userId) {
        Map<String, Object> score = tool.score(11, 25);
        score.put("userId", userId);
        assertThat(tool.post(COUPLED, score).status()).isEqualTo(400);
        assertThat(tool.like("canvas").post(COUPLED, score).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"userId", "timestamp", "activityProgress", "gradingProgress", "scoreMaximum"})
    void postWhenAPartIsMissingThenRefused(String part) {
        Map<String, Object> score = tool.score(11, 25);
        score.remove(part);
        assertThat(tool.post(COUPLED, score).status()).isEqualTo(400);
        score = tool.score(11, 25);
        score.put("timestamp", "yesterday");
        assertThat(tool.post(COUPLED, score).status()).isEqualTo(400);
    }

    @Test
    void postWhenNotFullyGradedThenTheGradeOfALinkVanishes() {
        tool.post(COUPLED, tool.score(11, 25));
        tool.clock.advance(Duration.ofSeconds(2));
        assertThat(tool.post(COUPLED, pending()).status()).isEqualTo(200);
        assertThat(tool.platform.grades()).isEmpty();
    }

    @Test
    void postWhenNotFullyGradedOnAColumnOfItsOwnThenItsTimeIsTheArrival() {
        String own = tool.newColumn("portfolio");
        Map<String, Object> early = pending();
        tool.clock.advance(Duration.ofSeconds(10));
        assertThat(tool.post(own, early).status()).isEqualTo(200);
        Map<String, Object> graded = tool.score(20, 25);
        graded.put("timestamp", FakeTool.START.plusSeconds(5).toString());
        assertThat(tool.post(own, graded).status()).isEqualTo(409);
    }

    @Test
    void postWhenWithoutCommentThenTheOldCommentGoes() {
        Map<String, Object> score = tool.score(11, 25);
        score.put("comment", "Well done");
        tool.post(COUPLED, score);
        assertThat(tool.platform.grades().getFirst().comment()).isEqualTo("Well done");
        tool.clock.advance(Duration.ofSeconds(2));
        tool.post(COUPLED, tool.score(12, 25));
        assertThat(tool.platform.grades().getFirst().comment()).isNull();
    }

    @Test
    void postWhenTypeOrPathIsWrongThenNoHandler() {
        Map<String, Object> score = tool.score(11, 25);
        String scores = "/services/2/lineitems/101/lineitem/scores";
        assertThat(tool.send("POST", scores, "application/json", score).status())
                .isEqualTo(400);
        assertThat(tool.send("POST", scores, GradebookService.SCORE + "; charset=utf-8", score)
                        .status())
                .isEqualTo(200);
        assertThat(tool.send("POST", "/services/2/lineitems/101/lineitem", GradebookService.SCORE, score)
                        .status())
                .isEqualTo(400);
        assertThat(tool.send("POST", "/services/2/lineitems/999/lineitem/scores", GradebookService.SCORE, score)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void postWhenCanvasThenResultIsNamedAndOlderOnesAreRefused() {
        tool.like("canvas");
        assertThat(tool.post(COUPLED, tool.score(30, 25)).text()).contains("resultUrl");
        assertThat(tool.points(COUPLED)).isEqualTo(30);
        Map<String, Object> older = tool.score(1, 25);
        older.put("timestamp", FakeTool.START.minusSeconds(60).toString());
        assertThat(tool.post(COUPLED, older).status()).isEqualTo(400);
        assertThat(tool.post(COUPLED, pending()).status()).isEqualTo(200);
        assertThat(tool.points(COUPLED)).isEqualTo(30);
    }

    private Map<String, Object> pending() {
        Map<String, Object> score = tool.score(0, 25);
        score.remove("scoreGiven");
        score.put("gradingProgress", "Pending");
        return score;
    }

    @Test // MOODLE-3.9
    void postWhenTheGradeWasEnteredByHandThenMoodleSaysYesAndKeepsIt() {
        tool.post(COUPLED, tool.score(11, 25));
        tool.platform.teacher().enter(COUPLED, FakeTool.MARY, 20.0);
        tool.clock.advance(Duration.ofSeconds(5));
        assertThat(tool.post(COUPLED, tool.score(25, 25)).status()).isEqualTo(200);
        assertThat(tool.points(COUPLED)).isEqualTo(20);
        tool.platform.teacher().enter(COUPLED, FakeTool.MARY, null);
        tool.clock.advance(Duration.ofSeconds(5));
        tool.post(COUPLED, tool.score(25, 25));
        assertThat(tool.points(COUPLED)).isEqualTo(25);
    }

    @Test
    void postWhenTheGradeWasEnteredByHandThenCanvasTakesTheNewOne() {
        tool.platform.turn(Map.of("manner", "canvas"));
        tool.post(COUPLED, tool.score(11, 25));
        tool.platform.teacher().enter(COUPLED, FakeTool.MARY, 20.0);
        assertThat(tool.points(COUPLED)).isEqualTo(20);
        tool.clock.advance(Duration.ofSeconds(5));
        tool.post(COUPLED, tool.score(25, 25));
        assertThat(tool.points(COUPLED)).isEqualTo(25);
    }
}
