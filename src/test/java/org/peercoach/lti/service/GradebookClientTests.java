package org.peercoach.lti.service;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.peercoach.fixture.PlatformStub.json;
import static org.peercoach.fixture.PlatformStub.listing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peercoach.fixture.MovableClock;
import org.peercoach.fixture.PlainHttp;
import org.peercoach.fixture.PlatformStub;
import org.peercoach.lti.AssignmentAndGradeService;
import org.peercoach.lti.AssignmentAndGradeService.Result;
import org.peercoach.lti.LineItem;
import org.peercoach.lti.PlatformFault;
import org.peercoach.lti.PlatformFault.Kind;
import org.peercoach.lti.Score;
import org.peercoach.lti.Score.ActivityProgress;
import org.peercoach.lti.Score.GradingProgress;
import org.peercoach.lti.ServiceTarget;
import org.peercoach.lti.registration.Registration;
import tools.jackson.databind.JsonNode;

/** Assignment and Grade Services against a platform with Moodle's recorded shapes. */
class GradebookClientTests {

    private static final ServiceTarget TARGET = new ServiceTarget(7, 70);
    private static final String AGS = "https://purl.imsglobal.org/spec/lti-ags/scope/";
    private static final Instant NOW = Instant.parse("2026-11-23T15:54:26Z");

    private final PlatformStub platform = PlatformStub.start();
    private final MovableClock clock = new MovableClock(NOW);
    private final AssignmentAndGradeService service = TestClients.gradebook(platform.registration(), clock);

    @AfterEach
    void stop() {
        platform.close();
    }

    // ---- scores

    @Test
    void sendWhenUrlHasAQueryThenScoresGoesIntoThePath() { // LTI-A4, A5
        platform.acceptsScores();
        send(service);
        assertThat(platform.scoreRequests()).singleElement().satisfies(request -> {
            assertThat(request.getUrl()).isEqualTo("/mod/lti/services.php/2/lineitems/5/lineitem/scores?type_id=1");
            assertThat(request.getHeader("Content-Type")).isEqualTo("application/vnd.ims.lis.v1.score+json");
            assertThat(request.getHeader("Authorization")).startsWith("Bearer token-");
        });
    }

    @Test
    void sendWhenReadByThePlatformThenScoreIsComplete() { // LTI-A11, A12, A13, A16, A17
        platform.acceptsScores();
        send(service);
        assertThat(platform.scores()).singleElement().satisfies(body -> {
            assertThat(body.path("userId").asString()).isEqualTo("p-88");
            assertThat(body.path("timestamp").asString()).isEqualTo("2026-11-23T15:54:26.000Z");
            assertThat(body.path("scoreGiven").toString()).isEqualTo("11");
            assertThat(body.path("scoreMaximum").toString()).isEqualTo("25");
            assertThat(body.path("activityProgress").asString()).isEqualTo("InProgress");
            assertThat(body.path("gradingProgress").asString()).isEqualTo("FullyGraded");
            assertThat(body.path("comment").asString()).isEqualTo("Well begun");
            assertThat(body.at("/submission/startedAt").asString()).isEqualTo("2026-11-23T15:54:16.000Z");
            assertThat(body.at("/submission/submittedAt").asString()).isEqualTo("2026-11-23T15:54:26.000Z");
            assertThat(body.propertyNames()).noneMatch(name -> name.contains("canvas"));
        });
    }

    @Test
    void sendWhenZeroPointsThenScoreGivenIsStillSent() { // LTI-A17
        platform.acceptsScores();
        service.send(TARGET, PlatformStub.SCOPES, platform.lineItemUrl(5), score(0));
        assertThat(platform.scores())
                .singleElement()
                .satisfies(
                        body -> assertThat(body.path("scoreGiven").isNumber()).isTrue());
    }

    @Test
    void sendWhenHundredScoresThenOneTokenRequest() { // LTI-A2
        platform.acceptsScores();
        for (int i = 0; i < 100; i++) {
            send(service);
        }
        assertThat(platform.scoreRequests()).hasSize(100);
        assertThat(platform.tokenRequests()).hasSize(1);
    }

    @Test
    void sendWhenTheLmsIsSwitchedOffThenNothingIsSentAndItWaits() { // ruling 21
        Registration on = platform.registration();
        Registration off = new Registration(
                on.id(),
                on.issuer(),
                on.clientId(),
                on.name(),
                on.authorizationEndpoint(),
                on.tokenEndpoint(),
                on.jwksUri(),
                on.audience(),
                on.productFamily(),
                on.districtName(),
                false,
                true);
        platform.acceptsScores();
        assertThatThrownBy(() -> send(TestClients.gradebook(off, clock)))
                .isInstanceOfSatisfying(
                        PlatformFault.class, fault -> assertThat(fault.kind()).isEqualTo(Kind.TRY_LATER));
        assertThat(platform.tokenRequests()).isEmpty();
        assertThat(platform.scoreRequests()).isEmpty();
    }

    @Test
    void sendWhenOnCanvasThenNoNewSubmission() { // ruling 35
        platform.acceptsScores();
        send(TestClients.gradebook(platform.registration(7, "canvas"), clock));
        assertThat(platform.scores())
                .singleElement()
                .satisfies(body -> assertThat(body.path("https://canvas.instructure.com/lti/submission")
                                .toString())
                        .isEqualTo("{\"new_submission\":false}"));
    }

    @Test
    void sendWhenAnUnknownCanvasCountsAttemptsThenAskedAgainAsGradingOnly() { // LTI-A19
        platform.answersThenAccepts(
                json(422, "{\"errors\":{\"message\":\"maximum number of allowed attempts has been reached\"}}"));
        send(service);
        List<JsonNode> scores = platform.scores();
        assertThat(scores).hasSize(2);
        assertThat(scores.get(1)
                        .path("https://canvas.instructure.com/lti/submission")
                        .path("new_submission")
                        .asBoolean(true))
                .isFalse();
        assertThat(scores.get(1).path("timestamp")).isEqualTo(scores.get(0).path("timestamp"));
    }

    @ParameterizedTest
    @CsvSource({ // LTI-A18, A20, A12
        "400, [], NOT_GRADABLE",
        "412, {}, NOT_GRADABLE",
        "422, {\"errors\":\"User not found in course or is not a student\"}, NOT_GRADABLE",
        "400, Provided timestamp of 10:00 before last updated timestamp of 11:00, CONFLICT",
        "409, [], CONFLICT",
        "401, {}, NOT_ALLOWED",
        "403, {}, NOT_ALLOWED",
        "403, 403 Forbidden (Rate Limit Exceeded), THROTTLED",
        "429, '', THROTTLED",
        "404, {}, GONE",
        "410, '', GONE",
        "408, '', TRY_LATER",
        "500, '', TRY_LATER",
        "503, '', TRY_LATER",
        "301, '', REFUSED",
        "405, '', REFUSED"
    })
    void sendWhenRefusedThenSaysWhatCanBeDone(int status, String body, Kind kind) {
        platform.refusesScores(status, body);
        PlatformFault fault = fault(() -> send(service));
        assertThat(fault.kind()).isEqualTo(kind);
        assertThat(fault.status()).isEqualTo(status);
        assertThat(fault).hasMessageNotContaining("p-88"); // the recorded refusals echo the person (MOODLE-3.7)
    }

    @ParameterizedTest
    @CsvSource({"200", "201", "204"})
    void sendWhenConfirmedInAnyWayThenDone(int status) { // LTI-A20
        platform.refusesScores(status, "");
        send(service);
        assertThat(platform.scores()).hasSize(1);
    }

    @Test
    void sendWhenCanvasBucketIsEmptyThenThrottled() { // LTI-A20
        platform.answersThenAccepts(json(403, "").withHeader("X-Rate-Limit-Remaining", "0.0"));
        assertThat(fault(() -> send(service)).kind()).isEqualTo(Kind.THROTTLED);
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "'Mon, 23 Nov 2026 15:55:26 GMT', 60", "'Mon, 23 Nov 2020 15:55:26 GMT', 0", "9999999, 86400"})
    void sendWhenToldToWaitThenTheTimeIsKnown(String retryAfter, int seconds) { // LTI-A20
        platform.answersThenAccepts(json(429, "").withHeader("Retry-After", retryAfter));
        assertThat(fault(() -> send(service)).retryAfter()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void sendWhenTokenIsRefusedThenOneRetryWithAFreshOne() { // LTI-A20
        platform.refusesTheTokenOnceThenAccepts();
        send(service);
        assertThat(platform.tokenRequests()).hasSize(2);
        assertThat(platform.scoreRequests())
                .extracting(request -> request.getHeader("Authorization"))
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void sendWhenFreshTokensAreRefusedAsWellThenNoStormOfTokenRequests() { // LTI-A20
        platform.refusesScores(401, "{}");
        for (int i = 0; i < 10; i++) {
            assertThat(fault(() -> send(service)).kind()).isEqualTo(Kind.NOT_ALLOWED);
        }
        assertThat(platform.tokenRequests()).hasSize(2);
    }

    @Test
    void sendWhenNoAnswerInTimeThenLater() {
        platform.answersThenAccepts(json(200, "").withFixedDelay(900));
        AssignmentAndGradeService impatient =
                TestClients.gradebook(platform.registration(), clock, new PlainHttp(Duration.ofMillis(300)));
        PlatformFault fault = fault(() -> send(impatient));
        assertThat(fault.kind()).isEqualTo(Kind.TRY_LATER);
        assertThat(fault.status()).isZero();
    }

    @Test
    void sendWhenScopeIsNotInTheClaimThenNothingIsAsked() { // LTI-A2
        platform.acceptsScores();
        Set<String> readOnly = Set.of(AGS + "lineitem.readonly");
        PlatformFault fault = fault(() -> service.send(TARGET, readOnly, platform.lineItemUrl(5), score(11)));
        assertThat(fault.kind()).isEqualTo(Kind.NOT_ALLOWED);
        assertThat(platform.tokenRequests()).isEmpty();
    }

    @Test
    void sendWhenScopeIsNotGrantedThenNotAllowed() { // LTI-A2
        platform.acceptsScores();
        platform.answersToken(AGS + "lineitem", 3600);
        assertThat(fault(() -> send(service)).kind()).isEqualTo(Kind.NOT_ALLOWED);
        assertThat(platform.scoreRequests()).isEmpty();
    }

    @Test
    void tokenRequestWhenClaimHasFewerScopesThenOnlyThese() { // LTI-A2
        platform.acceptsScores();
        Set<String> gradeSyncOnly = Set.of(AGS + "lineitem.readonly", AGS + "score", "https://example.org/other");
        service.send(TARGET, gradeSyncOnly, platform.lineItemUrl(5), score(11));
        assertThat(platform.tokenRequests().getFirst().getBodyAsString())
                .contains("lineitem.readonly", "score")
                .doesNotContain("result.readonly", "example.org");
    }

    // ---- line items

    @Test
    void findWhenFiltersAreGivenThenAskedForAndAppliedAndWithoutLimit() { // LTI-A6, MOODLE-3.4
        platform.holdsLineItems(
                platform.lineItem(4, "session-2", "peer-coaching", null),
                platform.lineItem(5, "session-1", "peer-coaching", null),
                platform.lineItem(6, "session-1", "another-tool", null),
                platform.lineItem(7, null, null, "3"));
        assertThat(find("session-1", "peer-coaching", null))
                .extracting(LineItem::id)
                .containsExactly(platform.lineItemUrl(5));
        assertThat(find(null, null, "3")).extracting(LineItem::id).containsExactly(platform.lineItemUrl(7));
        platform.server()
                .verify(getRequestedFor(urlPathMatching(".*/lineitems"))
                        .withQueryParam("type_id", equalTo("1"))
                        .withQueryParam("resource_id", equalTo("session-1"))
                        .withQueryParam("tag", equalTo("peer-coaching"))
                        .withHeader("Accept", equalTo(PlatformStub.LINE_ITEMS_TYPE)));
        platform.server().verify(0, getRequestedFor(anyUrl()).withQueryParam("limit", matching(".*")));
    }

    @Test
    void findWhenThereAreMorePagesThenAllAreRead() { // LTI-A6, A7
        String second = platform.lineItemsUrl() + "&from=2";
        platform.server()
                .stubFor(listing()
                        .willReturn(json(200, "[" + platform.lineItem(5, "a", "t", null) + "]")
                                .withHeader("Link", "<" + platform.lineItemsUrl() + ">; rel=\"first\"")
                                .withHeader("Link", "<" + second.replace("&", "&amp;") + ">; rel=next")));
        platform.server()
                .stubFor(listing()
                        .withQueryParam("from", equalTo("2"))
                        .willReturn(json(200, "[" + platform.lineItem(6, "a", "t", null) + "]")));
        assertThat(find("a", "t", null))
                .extracting(LineItem::id)
                .containsExactly(platform.lineItemUrl(5), platform.lineItemUrl(6));
    }

    @Test
    void findWhenNextPointsToAnotherOriginThenNotFollowed() { // LTI-A6, ruling 25
        try (PlatformStub stranger = PlatformStub.start()) {
            stranger.holdsLineItems();
            platform.server()
                    .stubFor(listing()
                            .willReturn(json(200, "[]")
                                    .withHeader("Link", "<" + stranger.lineItemsUrl() + ">; rel=\"next\"")));
            assertThat(fault(() -> find("a", "t", null)).kind()).isEqualTo(Kind.REFUSED);
            assertThat(stranger.server().getAllServeEvents()).isEmpty();
        }
    }

    @Test
    void findWhenNextPointsToItselfThenEnds() { // LTI-A6
        String self = platform.lineItemsUrl() + "&resource_id=a&tag=t";
        platform.server()
                .stubFor(listing()
                        .willReturn(json(200, "[" + platform.lineItem(5, "a", "t", null) + "]")
                                .withHeader("Link", "<" + self + ">; rel=\"next\"")));
        assertThat(find("a", "t", null)).hasSize(1);
    }

    @Test
    void findWhenAnItemLivesElsewhereThenRefused() { // ruling 25: our token goes to no other host
        platform.holdsLineItems(
                "{\"id\":\"https://elsewhere.example/5\",\"label\":\"x\",\"resourceId\":\"a\",\"tag\":\"t\"}");
        assertThat(fault(() -> find("a", "t", null)).kind()).isEqualTo(Kind.REFUSED);
    }

    @Test
    void createWhenAskedThenSendsTheIdentityAndReturnsTheAddress() { // LTI-A4, A8, A10
        platform.createsLineItem(9);
        LineItem created = create(service);
        assertThat(created.id()).isEqualTo(platform.lineItemUrl(9));
        platform.server()
                .verify(postRequestedFor(urlPathMatching(".*/lineitems"))
                        .withHeader("Content-Type", equalTo(PlatformStub.LINE_ITEM_TYPE))
                        .withRequestBody(com.github.tomakehurst.wiremock.client.WireMock.equalToJson(
                                "{\"label\":\"Session 1\",\"scoreMaximum\":25,\"resourceId\":\"session-1\","
                                        + "\"tag\":\"peer-coaching\"}")));
    }

    @Test
    void createWhenOnCanvasThenTheColumnOpensTheTool() { // LTI-A10
        platform.createsLineItem(9);
        create(TestClients.gradebook(platform.registration(7, "canvas"), clock));
        platform.server()
                .verify(postRequestedFor(urlPathMatching(".*/lineitems"))
                        .withRequestBody(com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath(
                                "$['https://canvas.instructure.com/lti/submission_type'].external_tool_url",
                                equalTo("https://tool.example/lti/launch?pc_activity=session-1"))));
    }

    @Test
    void createWhenLabelIsBlankOrMaximumZeroThenNeverSent() { // LTI-A10
        LineItem blank = new LineItem(null, " ", 25, "a", "t", null);
        LineItem zero = new LineItem(null, "Session", 0, "a", "t", null);
        for (LineItem item : List.of(blank, zero)) {
            assertThatThrownBy(() -> service.create(TARGET, PlatformStub.SCOPES, platform.lineItemsUrl(), item))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void createWhenRefusedThenNotTakenForAPersonsFault() { // LTI-A10: 412 of Canvas
        platform.server()
                .stubFor(com.github.tomakehurst.wiremock.client.WireMock.post(urlPathMatching(".*/lineitems"))
                        .willReturn(json(412, "{}")));
        assertThat(fault(() -> create(service)).kind()).isEqualTo(Kind.REFUSED);
    }

    @Test
    void deleteWhenAskedThenDeletes() {
        platform.deletesLineItem(5);
        service.delete(TARGET, PlatformStub.SCOPES, platform.lineItemUrl(5));
        platform.server().verify(1, deleteRequestedFor(urlPathMatching(".*/5/lineitem")));
    }

    // ---- results

    @Test
    void resultWhenRecordedByMoodleThenRead() { // LTI-A22, A5
        platform.holdsResults(5, """
                [{"id":"x","userId":"11","resultScore":1,"resultMaximum":40},
                 {"id":"y","userId":"p-88","resultScore":30,"resultMaximum":40,"comment":"Good",
                  "timestamp":"2026-11-23T07:54:28-08:00"}]""");
        assertThat(service.result(TARGET, PlatformStub.SCOPES, platform.lineItemUrl(5), "p-88"))
                .contains(new Result(30.0, 40, Instant.parse("2026-11-23T15:54:28Z"), "Good"));
    }

    @Test
    void resultWhenMaximumIsMissingThenOneAndWhenNoneThenEmpty() { // LTI-A22
        platform.holdsResults(5, "[{\"userId\":\"p-88\",\"resultScore\":0.5}]");
        assertThat(service.result(TARGET, PlatformStub.SCOPES, platform.lineItemUrl(5), "p-88"))
                .contains(new Result(0.5, 1, null, null));
        platform.holdsResults(5, "[]");
        assertThat(service.result(TARGET, PlatformStub.SCOPES, platform.lineItemUrl(5), "p-88"))
                .isEqualTo(Optional.empty());
    }

    // ---- queues

    @Test
    void queueOfWhenSameHostAndClientThenSameQueueWithoutSecrets() { // ruling 38
        String queue = service.queueOf(new ServiceTarget(7, 1));
        assertThat(queue).isEqualTo(service.queueOf(new ServiceTarget(7, 2))).endsWith(" client-7");
        assertThat(fault(() -> service.queueOf(new ServiceTarget(99, 1))).kind())
                .isEqualTo(Kind.REFUSED);
    }

    private static Score score(double points) {
        return new Score(
                "p-88",
                NOW,
                (double) points,
                25,
                ActivityProgress.InProgress,
                GradingProgress.FullyGraded,
                "Well begun",
                null,
                new Score.Submission(NOW.minusSeconds(10), NOW, null));
    }

    private void send(AssignmentAndGradeService to) {
        to.send(TARGET, PlatformStub.SCOPES, platform.lineItemUrl(5), score(11));
    }

    private List<LineItem> find(@Nullable String resourceId, @Nullable String tag, @Nullable String resourceLinkId) {
        return service.find(TARGET, PlatformStub.SCOPES, platform.lineItemsUrl(), resourceId, tag, resourceLinkId);
    }

    private LineItem create(AssignmentAndGradeService at) {
        LineItem item = new LineItem(null, "Session 1", 25, "session-1", "peer-coaching", null);
        return at.create(TARGET, PlatformStub.SCOPES, platform.lineItemsUrl(), item);
    }

    private static PlatformFault fault(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        PlatformFault fault = catchThrowableOfType(PlatformFault.class, call);
        assertThat(fault).as("a fault of the platform").isNotNull();
        return fault;
    }
}
