package org.peercoach.lti.notice;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.RSAKey;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.PlatformStub;
import org.peercoach.fixture.TestKeys;
import org.peercoach.fixture.TestMembers;
import org.peercoach.fixture.TestPlatform;
import org.peercoach.fixture.TestTokens;
import org.peercoach.lti.LtiLaunch.NoticeService;
import org.peercoach.lti.NoticeOffers;
import org.peercoach.lti.ServiceTarget;
import org.peercoach.lti.launch.SignedNotices;
import org.peercoach.shared.ProblemPage;
import org.peercoach.shared.RequestLimits;
import org.peercoach.shared.Settings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;

/** Notices over HTTP, good and bad, and how they are asked for. */
@ApplicationTest
class NoticeTests {

    private static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";
    private static final String SCOPE = "https://purl.imsglobal.org/spec/lti/scope/noticehandlers";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    Settings settings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestMembers members;

    @Autowired
    NoticeInbox inbox;

    @Autowired
    SignedNotices notices;

    @Autowired
    NoticeServices services;

    @Autowired
    NoticeOffers offers;

    @Test
    @DisplayName("LTI-O4: a hello shows that notices arrive")
    void takeWhenHelloThenTheTimeIsKept() {
        TestPlatform platform = TestPlatform.registered(jdbc);
        long deployment = deployment(platform);
        services.write(deployment, new NoticeService(platform.issuer() + "/notices", Set.of("LtiHelloWorldNotice")));
        assertThat(helloAt(deployment)).isNull();
        assertThat(post(body(hello(platform)))).isEqualTo(200);
        inbox.passOn();
        assertThat(helloAt(deployment)).isNotNull();
    }

    @Test
    @DisplayName("LTI-O3: a copied course is noted once, however often its notice comes")
    void takeWhenContextCopyComesTwiceThenNotedOnce() {
        TestPlatform platform = TestPlatform.registered(jdbc);
        String jwt = TestTokens.signed(copy(platform, "new", "old"), platform.signer());
        assertThat(post(body(jwt, jwt))).isEqualTo(200);
        inbox.passOn();
        assertThat(post(body(jwt))).isEqualTo(200);
        inbox.passOn();
        assertThat(jdbc.sql("select count(*) from lti_notice where deployment_id = ?")
                        .param(deployment(platform))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql(
                                "select context_id, origin_context_id, told_by from course_copy_hint where registration_id = ?")
                        .param(platform.registrationId(jdbc))
                        .query()
                        .singleRow())
                .containsEntry("context_id", "new")
                .containsEntry("origin_context_id", "old")
                .containsEntry("told_by", "NOTICE");
    }

    @Test
    @DisplayName("LTI-O2: a bad notice does no harm to a good one beside it")
    void takeWhenOneOfTwoIsBadThenTheOtherIsTaken() {
        TestPlatform platform = TestPlatform.registered(jdbc);
        String bad = TestTokens.signed(copy(platform, "bad", "old"), TestKeys.stranger());
        String good = TestTokens.signed(copy(platform, "good", "old"), platform.signer());
        assertThat(post(body(bad, good))).isEqualTo(200);
        inbox.passOn();
        assertThat(contexts(platform)).containsExactly("good");
    }

    @ParameterizedTest(name = "LTI-O2: {0} is refused")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            iss                  | https://elsewhere.example
            iss                  | -
            aud                  | somebody-else
            aud                  | -
            exp                  | 1000000000
            exp                  | -
            iat                  | 1000000000
            iat                  | 4000000000
            version              | 1.2.0
            deployment_id        | 999
            deployment_id        | -
            notice/id            | -
            notice/type          | LtiAssetProcessorSubmissionNotice
            notice/type          | -
            context/id           | -
            origin_contexts      | -
            azp                  | somebody-else
            """)
    void takeWhenAClaimIsSpoiledThenRefused(String claim, @Nullable String value) {
        TestPlatform platform = TestPlatform.registered(jdbc);
        Map<String, Object> claims = copy(platform, "new", "old");
        spoil(claims, claim, value);
        assertThat(post(body(TestTokens.signed(claims, platform.signer())))).isEqualTo(400);
        assertThat(contexts(platform)).isEmpty();
    }

    @Test
    @DisplayName("LTI-O2: only signed with a key that the platform publishes")
    void takeWhenNotSignedByThePlatformThenRefused() {
        TestPlatform platform = TestPlatform.registered(jdbc);
        Map<String, Object> claims = copy(platform, "new", "old");
        RSAKey stranger = TestKeys.stranger();
        assertThat(post(body(TestTokens.signed(claims, stranger)))).isEqualTo(400);
        String unsigned = TestTokens.unsigned(Map.of("alg", "none"), TestTokens.json(claims)) + ".";
        assertThat(post(body(unsigned))).isEqualTo(400);
        assertThat(contexts(platform)).isEmpty();
    }

    @Test
    @DisplayName("LTI-O2: of a deployment that waits for approval nothing is taken")
    void takeWhenTheDeploymentIsNotApprovedThenRefused() {
        TestPlatform platform = TestPlatform.registered(jdbc);
        jdbc.sql("update lti_deployment set status = 'PENDING' where registration_id = ?")
                .param(platform.registrationId(jdbc))
                .update();
        assertThat(post(body(hello(platform)))).isEqualTo(400);
    }

    @Test
    @DisplayName("LTI-O2: of an LMS that is switched off nothing is taken")
    void takeWhenTheRegistrationIsSwitchedOffThenRefused() {
        TestPlatform platform = TestPlatform.registered(jdbc);
        jdbc.sql("update lti_registration set switched_off_at = created_at where id = ?")
                .param(platform.registrationId(jdbc))
                .update();
        assertThat(post(body(hello(platform)))).isEqualTo(400);
    }

    @Test
    @DisplayName("LTI-O2: each token that is refused counts, not each request")
    void takeWhenManyTokensAreBadThenEachCounts() {
        List<String> counted = new java.util.concurrent.CopyOnWriteArrayList<>();
        NoticesController controller = new NoticesController(notices, inbox, new RequestLimits() {
            @Override
            public void count(String kind, int perMinute, HttpServletRequest request) {
                counted.add(kind);
                if (counted.size() > 10) {
                    throw ProblemPage.of(HttpStatus.TOO_MANY_REQUESTS, "LIMIT", "shared.problem.not-found")
                            .thrown();
                }
            }

            @Override
            public String clientAddress(HttpServletRequest request) {
                return "192.0.2.1";
            }
        });
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/lti/notices");
        request.setContent(body(java.util.Collections.nCopies(50, "a.b.c").toArray(String[]::new))
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThatThrownBy(() -> controller.take(request)).isInstanceOf(ProblemPage.Thrown.class);
        assertThat(counted)
                .hasSize(11)
                .filteredOn("lti notices refused"::equals)
                .hasSize(10);
    }

    @Test
    void takeWhenTheBodyHasNotItsFormThenRefused() {
        assertThat(post("no json")).isEqualTo(400);
        assertThat(post("{}")).isEqualTo(400);
        assertThat(post("{\"notices\":[]}")).isEqualTo(400);
        assertThat(post("{\"notices\":[{\"jwt\":7}]}")).isEqualTo(400);
        assertThat(post(body(java.util.Collections.nCopies(51, "a.b.c").toArray(String[]::new))))
                .isEqualTo(400);
        assertThat(post("{\"notices\":[{\"jwt\":\"" + "x".repeat(300_000) + "\"}]}"))
                .isEqualTo(413);
    }

    @Test
    @DisplayName("LTI-O2: our handler is registered once for each notice that the platform offers")
    void registerWhenALaunchShowsTheOfferThenPutOnceForEachType() {
        try (PlatformStub lms = PlatformStub.start()) {
            ServiceTarget target = target(lms);
            lms.answersToken(SCOPE, 3600);
            lms.server().stubFor(put(urlPathEqualTo("/notices/1")).willReturn(PlatformStub.json(200, "{}")));
            NoticeService offer = new NoticeService(
                    lms.server().baseUrl() + "/notices/1",
                    Set.of("LtiHelloWorldNotice", "LtiContextCopyNotice", "LtiAssetProcessorSubmissionNotice"));
            offers.seen(target, offer);
            offers.seen(target, offer);
            await(target, "DUE", "REGISTERED");
            services.register();
            services.register();
            await(target, "REGISTERED");
            assertThat(lms.server().findAll(putRequestedFor(urlPathEqualTo("/notices/1"))))
                    .extracting(request -> request.getBodyAsString())
                    .hasSize(2)
                    .allMatch(body -> body.contains(settings.url("/lti/notices")))
                    .anyMatch(body -> body.contains("LtiHelloWorldNotice"))
                    .anyMatch(body -> body.contains("LtiContextCopyNotice"));
            assertThat(state(target)).isEqualTo("REGISTERED");

            lms.server().stubFor(put(urlPathEqualTo("/notices/2")).willReturn(PlatformStub.json(200, "{}")));
            services.write(
                    target.deploymentId(),
                    new NoticeService(lms.server().baseUrl() + "/notices/2", offer.noticeTypes()));
            services.register();
            await(target, "REGISTERED");
            assertThat(lms.server().findAll(putRequestedFor(urlPathEqualTo("/notices/2"))))
                    .as("the offer has changed")
                    .hasSize(2);
        }
    }

    @Test
    void registerWhenThePlatformRefusesThenTriedLater() {
        try (PlatformStub lms = PlatformStub.start()) {
            ServiceTarget target = target(lms);
            lms.answersToken(SCOPE, 3600);
            lms.server().stubFor(any(urlPathEqualTo("/notices/1")).willReturn(PlatformStub.json(503, "{}")));
            services.write(
                    target.deploymentId(),
                    new NoticeService(lms.server().baseUrl() + "/notices/1", Set.of("LtiHelloWorldNotice")));
            services.register();
            services.register();
            awaitPause(target);
            assertThat(lms.server().findAll(putRequestedFor(urlPathEqualTo("/notices/1"))))
                    .hasSize(1);
            assertThat(state(target)).isEqualTo("DUE");
            lms.server().stubFor(any(urlPathEqualTo("/notices/1")).willReturn(PlatformStub.json(200, "{}")));
            jdbc.sql("update lti_notice_service set due_at = '2020-01-01 00:00:00' where deployment_id = ?")
                    .param(target.deploymentId())
                    .update();
            services.register();
            await(target, "REGISTERED");
        }
    }

    @Test
    void registerWhenThePlatformIsSlowThenTheScheduleGoesOn() {
        try (PlatformStub lms = PlatformStub.start()) {
            ServiceTarget target = target(lms);
            lms.answersToken(SCOPE, 3600);
            lms.server()
                    .stubFor(put(urlPathEqualTo("/notices/1"))
                            .willReturn(PlatformStub.json(200, "{}").withFixedDelay(3000)));
            services.write(
                    target.deploymentId(),
                    new NoticeService(lms.server().baseUrl() + "/notices/1", Set.of("LtiHelloWorldNotice")));
            services.register();
            assertThat(state(target)).as("the call is still out").isEqualTo("DUE");
            await(target, "REGISTERED");
        }
    }

    private Map<String, Object> copy(TestPlatform platform, String context, String origin) {
        Map<String, Object> claims = claims(platform, "LtiContextCopyNotice");
        claims.put(LTI + "context", new LinkedHashMap<>(Map.of("id", context, "title", "Copy")));
        claims.put(LTI + "origin_contexts", List.of(origin));
        return claims;
    }

    private String hello(TestPlatform platform) {
        return TestTokens.signed(claims(platform, "LtiHelloWorldNotice"), platform.signer());
    }

    private static Map<String, Object> claims(TestPlatform platform, String type) {
        long now = Instant.now().getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", platform.issuer());
        claims.put("aud", platform.clientId());
        claims.put("azp", platform.clientId());
        claims.put("iat", now);
        claims.put("exp", now + 3600);
        claims.put("nonce", UUID.randomUUID().toString());
        claims.put(LTI + "version", "1.3.0");
        claims.put(LTI + "deployment_id", "1");
        claims.put(
                LTI + "notice",
                new LinkedHashMap<>(Map.of(
                        "id",
                        UUID.randomUUID().toString(),
                        "timestamp",
                        Instant.now().toString(),
                        "type",
                        type)));
        return claims;
    }

    @SuppressWarnings("unchecked")
    private static void spoil(Map<String, Object> claims, String claim, @Nullable String value) {
        int slash = claim.indexOf('/');
        boolean own = Set.of("iss", "aud", "azp", "exp", "iat").contains(claim);
        Map<String, Object> where = slash < 0
                ? claims
                : (Map<String, Object>) Objects.requireNonNull(claims.get(LTI + claim.substring(0, slash)));
        String name = slash >= 0 ? claim.substring(slash + 1) : own ? claim : LTI + claim;
        assertThat(where).containsKey(name);
        if (value == null) {
            where.remove(name);
        } else {
            where.put(name, value.matches("[0-9]{10}") ? (Object) Long.valueOf(value) : value);
        }
    }

    private static String body(String... tokens) {
        return TestTokens.json(Map.of(
                "notices",
                java.util.Arrays.stream(tokens).map(jwt -> Map.of("jwt", jwt)).toList()));
    }

    private int post(String body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(settings.url("/lti/notices")))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A deployment whose platform is the stub. */
    private ServiceTarget target(PlatformStub lms) {
        ServiceTarget target = members.target();
        jdbc.sql("update lti_registration set token_endpoint = ? where id = ?")
                .params(lms.registration().tokenEndpoint(), target.registrationId())
                .update();
        return target;
    }

    /** Until the next try is a minute away: the lease of one that is running is longer. */
    private void awaitPause(ServiceTarget target) {
        String sql = "select count(*) from lti_notice_service where deployment_id = ? and attempts = 1 and due_at < ?";
        for (int i = 0; i < 100; i++) {
            Integer paused = jdbc.sql(sql)
                    .params(
                            target.deploymentId(),
                            NoticeServices.utc(Instant.now().plusSeconds(90)))
                    .query(Integer.class)
                    .single();
            if (paused == 1) {
                return;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError("the registration was not tried");
    }

    private void await(ServiceTarget target, String... states) {
        for (int i = 0; i < 400 && !List.of(states).contains(state(target)); i++) {
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
        assertThat(state(target)).isIn((Object[]) states);
    }

    private String state(ServiceTarget target) {
        return jdbc.sql("select state from lti_notice_service where deployment_id = ?")
                .param(target.deploymentId())
                .query(String.class)
                .optional()
                .orElse("");
    }

    private long deployment(TestPlatform platform) {
        return jdbc.sql("select id from lti_deployment where registration_id = ?")
                .param(platform.registrationId(jdbc))
                .query(Long.class)
                .single();
    }

    private @Nullable Object helloAt(long deployment) {
        return jdbc.sql("select hello_at from lti_notice_service where deployment_id = ?")
                .param(deployment)
                .query()
                .singleRow()
                .get("hello_at");
    }

    private List<@Nullable String> contexts(TestPlatform platform) {
        return jdbc.sql("select context_id from lti_notice where deployment_id = ?")
                .param(deployment(platform))
                .query(String.class)
                .list();
    }
}
