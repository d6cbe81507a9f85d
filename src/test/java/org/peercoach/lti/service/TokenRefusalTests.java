package org.peercoach.lti.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.fixture.MovableClock;
import org.peercoach.fixture.PlainHttp;
import org.peercoach.fixture.PlatformStub;
import org.peercoach.lti.PlatformFault;
import org.peercoach.lti.PlatformFault.Kind;
import org.peercoach.lti.registration.Registration;

/** A platform that gives no token is not asked for every course and every call (LTI-A2; RFC 6749, 5.2; RFC 9110, 10.2.3). */
class TokenRefusalTests {

    private static final Set<String> SCOPES = Set.of("https://purl.imsglobal.org/spec/lti-ags/scope/score");

    private final PlatformStub platform = PlatformStub.start();
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T10:00:00Z"));
    private final PlainHttp http = new PlainHttp();
    private final TokenRequests requests =
            new TokenRequests(http, new ClientAssertions(() -> TestClients.KEY, clock), new Faults(clock), clock);
    private final AccessTokens tokens = new AccessTokens(requests, clock);

    @AfterEach
    void stop() {
        platform.close();
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_client, TRY_LATER",
        "401, invalid_client, TRY_LATER",
        "403, unauthorized_client, TRY_LATER",
        "404, none, TRY_LATER",
        "400, invalid_scope, NOT_ALLOWED",
        "429, none, THROTTLED"
    })
    @DisplayName("LTI-A2: ten seconds long the same clear answer, without asking")
    void tokenWhenRefusedThenNotAskedAgainWithinTenSeconds(int status, String error, Kind kind) {
        platform.refusesToken(status, error);
        PlatformFault first = refused();
        clock.advance(Duration.ofSeconds(9));
        PlatformFault again = refused();
        assertThat(List.of(first.kind(), again.kind())).containsOnly(kind);
        assertThat(again.status()).isEqualTo(first.status()).isEqualTo(status);
        assertThat(again.retryAfter()).isNull();
        assertThat(platform.tokenRequests()).hasSize(1);
    }

    @Test
    void tokenWhenTenSecondsHavePassedThenAskedAgain() {
        platform.refusesToken(401, "invalid_client");
        refused();
        clock.advance(Duration.ofSeconds(10));
        refused();
        assertThat(platform.tokenRequests()).hasSize(2);
        clock.advance(Duration.ofSeconds(10));
        platform.answersTokenAsHtml();
        assertThat(tokens.get(platform.registration(), SCOPES).value()).startsWith("token-");
    }

    @Test
    void tokenWhenRefusedThenOtherRegistrationsAndScopesAreNotTouched() {
        platform.refusesToken(401, "invalid_client");
        refused();
        platform.answersTokenAsHtml();
        assertThat(tokens.get(platform.registration(8, null), SCOPES).value()).startsWith("token-");
        assertThat(tokens.get(platform.registration(), PlatformStub.SCOPES).value())
                .startsWith("token-");
        refused();
        assertThat(platform.tokenRequests()).hasSize(3);
    }

    @Test
    @DisplayName("LTI-A2: however many come at once and afterwards, one request")
    void tokenWhenRefusedWhileManyWaitThenOneRequest() throws Exception {
        platform.refusesTokenSlowly(401, 200);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<PlatformFault>> all = IntStream.range(0, 40)
                    .mapToObj(number -> threads.submit(this::refused))
                    .toList();
            List<Kind> kinds = new ArrayList<>();
            for (Future<PlatformFault> one : all) {
                kinds.add(one.get().kind());
            }
            assertThat(kinds).hasSize(40).containsOnly(Kind.TRY_LATER);
        }
        refused();
        assertThat(platform.tokenRequests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    @DisplayName("RFC 9110, 10.2.3: as long as the platform asks, and callers are told how much is left")
    void tokenWhenThePlatformSaysHowLongThenNotAskedBefore(int status) {
        platform.refusesTokenFor(status, 60);
        assertThat(refused().retryAfter()).isEqualTo(Duration.ofSeconds(60));
        clock.advance(Duration.ofSeconds(59));
        assertThat(refused().retryAfter()).isEqualTo(Duration.ofSeconds(1));
        assertThat(platform.tokenRequests()).hasSize(1);
        clock.advance(Duration.ofSeconds(1));
        platform.answersTokenAsHtml();
        assertThat(tokens.get(platform.registration(), SCOPES).value()).startsWith("token-");
    }

    @Test
    void tokenWhenThePlatformAsksForADayThenAskedAfterFiveMinutes() {
        platform.refusesTokenFor(503, 86_400);
        refused();
        clock.advance(Duration.ofMinutes(5).minusSeconds(1));
        assertThat(refused().retryAfter()).isGreaterThan(Duration.ofHours(23));
        assertThat(platform.tokenRequests()).hasSize(1);
        clock.advance(Duration.ofSeconds(1));
        refused();
        assertThat(platform.tokenRequests()).hasSize(2);
    }

    @Test
    void tokenWhenThereWasNoClearAnswerThenAskedAgainAtOnce() {
        platform.refusesToken(500, "");
        refused();
        platform.refusesToken(408, "");
        refused();
        platform.answersTokenWithAPage();
        refused();
        platform.answersTokenAsHtml();
        assertThat(tokens.get(platform.registration(), SCOPES).value()).startsWith("token-");
        assertThat(platform.tokenRequests()).hasSize(4);
    }

    @Test
    void tokenWhenTheRegistrationWasCorrectedThenAskedAtOnce() {
        platform.refusesToken(401, "invalid_client");
        refused();
        platform.answersTokenAsHtml();
        Registration wrong = platform.registration();
        assertThat(tokens.get(corrected(wrong, "client-new", wrong.audience()), SCOPES)
                        .value())
                .startsWith("token-");
        assertThat(tokens.get(corrected(wrong, wrong.clientId(), "https://other.example/token"), SCOPES)
                        .value())
                .startsWith("token-");
        assertThat(platform.tokenRequests()).hasSize(3);
    }

    @Test
    void tokenWhenSomebodyTriesAgainThenAskedAtOnce() {
        platform.refusesToken(401, "invalid_client");
        refused();
        tokens.forgetRefusals("another.example:443 client-7");
        refused();
        assertThat(platform.tokenRequests()).hasSize(1);
        platform.answersTokenAsHtml();
        tokens.forgetRefusals(QueueNames.of(platform.registration()));
        assertThat(tokens.get(platform.registration(), SCOPES).value()).startsWith("token-");
    }

    @Test
    @DisplayName("The connection doctor got a token: what was refused before is asked for again")
    void tokenWhenTheDoctorGotOneThenAskedAtOnce() {
        ServiceProbe probe = new ServiceProbe(requests, tokens, http);
        platform.refusesToken(401, "invalid_client");
        refused();
        probe.token(platform.registration(), SCOPES);
        refused();
        assertThat(platform.tokenRequests()).as("a doctor in vain").hasSize(2);
        platform.answersTokenAsHtml();
        assertThat(probe.token(platform.registration(), SCOPES).outcome().ok()).isTrue();
        assertThat(tokens.get(platform.registration(), SCOPES).value()).startsWith("token-");
    }

    @Test
    @DisplayName("LTI-A20: after a 401 of a service, a refused replacement is not asked for with every call")
    void replaceWhenRefusedThenNotAskedAgainWithinTenSeconds() {
        AccessToken token = tokens.get(platform.registration(), SCOPES);
        platform.refusesToken(401, "invalid_client");
        for (int call = 0; call < 5; call++) {
            assertThatThrownBy(() -> tokens.replace(token, platform.registration(), SCOPES))
                    .isInstanceOf(PlatformFault.class);
            refused();
        }
        assertThat(platform.tokenRequests()).hasSize(2);
    }

    private PlatformFault refused() {
        try {
            tokens.get(platform.registration(), SCOPES);
        } catch (PlatformFault fault) {
            return fault;
        }
        throw new AssertionError("a token");
    }

    private static Registration corrected(Registration old, String clientId, String audience) {
        return new Registration(
                old.id(),
                old.issuer(),
                clientId,
                old.name(),
                old.authorizationEndpoint(),
                old.tokenEndpoint(),
                old.jwksUri(),
                audience,
                old.productFamily(),
                old.districtName(),
                old.adoptsFirstDeployment());
    }
}
