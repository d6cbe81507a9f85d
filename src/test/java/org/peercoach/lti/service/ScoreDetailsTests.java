package org.peercoach.lti.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.peercoach.fixture.MovableClock;
import org.peercoach.fixture.PlatformStub;
import org.peercoach.lti.AssignmentAndGradeService;
import org.peercoach.lti.AssignmentAndGradeService.Result;
import org.peercoach.lti.Score;
import org.peercoach.lti.Score.ActivityProgress;
import org.peercoach.lti.Score.GradingProgress;
import org.peercoach.lti.ServiceTarget;
import tools.jackson.databind.JsonNode;

/** What a score says beside its points, and how results are read back: LTI-A2, A13, A14, A16, A17, A22. */
class ScoreDetailsTests {

    private static final ServiceTarget TARGET = new ServiceTarget(7, 70);
    private static final Instant NOW = Instant.parse("2026-11-23T15:54:26Z");
    private static final String CANVAS = "https://canvas.instructure.com/lti/submission";

    private final PlatformStub platform = PlatformStub.start();
    private final MovableClock clock = new MovableClock(NOW);
    private final AssignmentAndGradeService moodle = TestClients.gradebook(platform.registration(), clock);
    private final AssignmentAndGradeService canvas = TestClients.gradebook(platform.registration(7, "canvas"), clock);

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    @DisplayName("LTI-A13: on Canvas a completed work names the launch that opens it, and is never a new submission")
    void sendWhenCompletedOnCanvasThenSpeedGraderOpensOurPage() {
        JsonNode part = sent(canvas, work(NOW.minusSeconds(60), "review=9&activity=session-1"))
                .path(CANVAS);
        assertThat(part.path("new_submission").asBoolean(true)).isFalse();
        assertThat(part.path("submission_type").asString()).isEqualTo("basic_lti_launch");
        assertThat(part.path("submission_data").asString())
                .isEqualTo("https://tool.example/lti/launch?review=9&activity=session-1");
        assertThat(part.path("submitted_at").asString()).isEqualTo("2026-11-23T15:53:26.000Z");
    }

    @Test
    @DisplayName("LTI-A13: Canvas is never told of work from the future")
    void sendWhenTheWorkIsLaterThanTheScoreThenCanvasHearsTheScoresTime() {
        JsonNode part = sent(canvas, work(NOW.plusSeconds(90), "review=9&activity=session-1"))
                .path(CANVAS);
        assertThat(part.path("submitted_at").asString()).isEqualTo("2026-11-23T15:54:26.000Z");
    }

    @Test
    @DisplayName("LTI-A13: running points on Canvas are grading only, nothing else")
    void sendWhenNotCompletedOnCanvasThenGradingOnly() {
        assertThat(sent(canvas, work(NOW, null)).path(CANVAS).toString()).isEqualTo("{\"new_submission\":false}");
    }

    @Test
    @DisplayName("LTI-A13: other platforms get the standard times and no word of Canvas")
    void sendWhenCompletedElsewhereThenStandardTimesOnly() {
        JsonNode body = sent(moodle, work(NOW.minusSeconds(60), "review=9&activity=session-1"));
        assertThat(body.toString()).doesNotContain("canvas", "review=9");
        assertThat(body.at("/submission/submittedAt").asString()).isEqualTo("2026-11-23T15:53:26.000Z");
    }

    @Test
    @DisplayName("LTI-A14: who graded by hand is told; computed points name nobody")
    void sendWhenGradedByHandThenScoringUserId() {
        assertThat(sent(moodle, score(11.0, "t-1", null)).path("scoringUserId").asString())
                .isEqualTo("t-1");
        assertThat(sent(moodle, score(11.0, null, null)).has("scoringUserId")).isFalse();
    }

    @Test
    @DisplayName("LTI-A17: progress alone carries neither points nor a maximum")
    void sendWhenWithoutPointsThenNoScoreGivenAndNoMaximum() {
        JsonNode body = sent(moodle, score(null, null, null));
        assertThat(body.has("scoreGiven")).isFalse();
        assertThat(body.has("scoreMaximum")).isFalse();
    }

    @Test
    @DisplayName("LTI-A22: results are read over all pages, with Moodle's broken links and without a limit")
    void resultsWhenInPagesThenAllAreRead() {
        platform.holdsResultsInPages(
                5,
                "[{\"userId\":\"1\",\"resultScore\":20,\"resultMaximum\":25}]",
                "[{\"userId\":\"2\",\"resultScore\":0.5},{\"userId\":3}]");
        Map<String, Result> results = moodle.results(TARGET, PlatformStub.SCOPES, platform.lineItemUrl(5));
        assertThat(results).containsOnlyKeys("1", "2", "3");
        assertThat(results.get("1")).isEqualTo(new Result(20.0, 25, null, null));
        assertThat(results.get("2")).isEqualTo(new Result(0.5, 1, null, null));
        assertThat(results.get("3")).isEqualTo(new Result(null, 1, null, null));
        assertThat(platform.server().getAllServeEvents())
                .noneMatch(event -> event.getRequest().getUrl().contains("limit"));
    }

    @Test
    @DisplayName("LTI-A22: a column of thousands in one answer is read, too")
    void resultsWhenManyInOneAnswerThenRead() {
        String body = IntStream.range(0, 6000)
                .mapToObj(i -> "{\"id\":\"https://lms.example/results/" + i + "\",\"userId\":\"user-" + i
                        + "\",\"resultScore\":20,\"resultMaximum\":25}")
                .collect(Collectors.joining(",", "[", "]"));
        assertThat(body.length()).isGreaterThan(256 * 1024);
        platform.holdsResults(5, body);
        assertThat(moodle.results(TARGET, PlatformStub.SCOPES, platform.lineItemUrl(5)))
                .hasSize(6000);
    }

    @Test
    @DisplayName("LTI-A2: one token request for one registration and scope set, however many callers at once")
    void sendWhenManyAtOnceThenOneTokenRequest() {
        platform.acceptsScores();
        try (ExecutorService callers = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 300; i++) {
                callers.execute(() ->
                        moodle.send(TARGET, PlatformStub.SCOPES, platform.lineItemUrl(5), score(11.0, null, null)));
            }
        }
        assertThat(platform.scoreRequests()).hasSize(300);
        assertThat(platform.tokenRequests()).hasSize(1);
    }

    private JsonNode sent(AssignmentAndGradeService service, Score score) {
        platform.acceptsScores();
        service.send(TARGET, PlatformStub.SCOPES, platform.lineItemUrl(5), score);
        return platform.scores().getLast();
    }

    private static Score work(Instant submitted, @Nullable String query) {
        return score(25.0, null, new Score.Submission(NOW.minusSeconds(600), submitted, query));
    }

    private static Score score(
            @Nullable Double points, @Nullable String grader, Score.@Nullable Submission submission) {
        return new Score(
                "p-88",
                NOW,
                points,
                25,
                ActivityProgress.Completed,
                GradingProgress.FullyGraded,
                "Well done",
                grader,
                submission);
    }
}
