package org.peercoach.lti.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.peercoach.fixture.MovableClock;
import org.peercoach.fixture.PlainHttp;
import org.peercoach.fixture.PlatformStub;
import org.peercoach.lti.PlatformFault;
import org.peercoach.lti.PlatformFault.Kind;

/** LTI-A2, LTI-A3, MOODLE-3.1, MOODLE-3.2. */
class AccessTokensTests {

    private static final Set<String> SCOPES = Set.of("https://purl.imsglobal.org/spec/lti-ags/scope/score");

    private final PlatformStub platform = PlatformStub.start();
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T10:00:00Z"));
    private final Faults faults = new Faults(clock);
    private final AccessTokens tokens = tokens(Duration.ofSeconds(10));

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void getWhenAnswerIsTextHtmlThenTokenIsRead() {
        AccessToken token = tokens.get(platform.registration(), SCOPES);
        assertThat(token.value()).startsWith("token-");
        assertThat(token.scopes()).isEqualTo(PlatformStub.SCOPES);
    }

    @Test
    void getWhenAskedAgainThenOneRequestUntilShortlyBeforeExpiry() {
        AccessToken first = tokens.get(platform.registration(), SCOPES);
        clock.advance(Duration.ofMinutes(58));
        assertThat(tokens.get(platform.registration(), SCOPES)).isSameAs(first);
        assertThat(platform.tokenRequests()).hasSize(1);
        clock.advance(Duration.ofMinutes(1));
        assertThat(tokens.get(platform.registration(), SCOPES)).isNotSameAs(first);
        assertThat(platform.tokenRequests()).hasSize(2);
    }

    @Test
    void getWhenOtherScopesOrRegistrationThenOtherToken() {
        tokens.get(platform.registration(), SCOPES);
        tokens.get(platform.registration(), PlatformStub.SCOPES);
        tokens.get(platform.registration(8, null), SCOPES);
        assertThat(platform.tokenRequests()).hasSize(3);
    }

    @Test
    void getWhenManyCallersWaitThenOneRequest() throws Exception {
        platform.answersTokenSlowly(200);
        List<AccessToken> got = together(() -> tokens.get(platform.registration(), SCOPES));
        assertThat(got).extracting(AccessToken::value).containsOnly("slow");
        assertThat(platform.tokenRequests()).hasSize(1);
    }

    @Test
    void getWhenRefusedWhileManyWaitThenAllShareTheRefusal() throws Exception {
        platform.server()
                .stubFor(com.github.tomakehurst.wiremock.client.WireMock.post("/mod/lti/token.php")
                        .willReturn(PlatformStub.json(500, "").withFixedDelay(200)));
        List<Kind> kinds = together(() -> {
            try {
                tokens.get(platform.registration(), SCOPES);
                throw new AssertionError("a token");
            } catch (PlatformFault fault) {
                return fault.kind();
            }
        });
        assertThat(kinds).containsOnly(Kind.TRY_LATER);
        assertThat(platform.tokenRequests()).hasSizeLessThan(4);
    }

    @Test
    @DisplayName("LTI-A3: a signed proof with our key's id, for the audience, short-lived and used once")
    void requestWhenReadByThePlatformThenAssertionIsAsTheSpecificationWants() throws Exception {
        tokens.get(platform.registration(), PlatformStub.SCOPES);
        clock.advance(Duration.ofHours(2));
        tokens.get(platform.registration(), PlatformStub.SCOPES);
        Map<String, String> form = form(0);
        assertThat(form)
                .containsEntry("grant_type", "client_credentials")
                .containsEntry("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        assertThat(List.of(form.getOrDefault("scope", "").split(" ")))
                .containsExactlyInAnyOrderElementsOf(PlatformStub.SCOPES);
        SignedJWT jwt = SignedJWT.parse(form.get("client_assertion"));
        assertThat(jwt.verify(new RSASSAVerifier(TestClients.KEY.toRSAPublicKey())))
                .isTrue();
        assertThat(jwt.getHeader().getKeyID()).isEqualTo("key-1");
        var claims = jwt.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("client-7").isEqualTo(claims.getSubject());
        assertThat(claims.getAudience()).containsExactly(platform.registration().audience());
        Instant issued = claims.getIssueTime().toInstant();
        assertThat(issued).isEqualTo(Instant.parse("2026-11-23T09:59:50Z"));
        assertThat(claims.getExpirationTime().toInstant()).isBetween(issued.plusSeconds(60), issued.plusSeconds(300));
        SignedJWT second = SignedJWT.parse(form(1).get("client_assertion"));
        assertThat(second.getJWTClaimsSet().getJWTID()).isNotEqualTo(claims.getJWTID());
    }

    @Test
    void getWhenFewerScopesAreGrantedThenOnlyTheseCount() {
        platform.answersToken("https://purl.imsglobal.org/spec/lti-ags/scope/score", 3600);
        assertThat(tokens.get(platform.registration(), PlatformStub.SCOPES).scopes())
                .isEqualTo(SCOPES);
    }

    @Test
    void getWhenScopeIsInvalidThenNotAllowed() {
        platform.refusesToken(400, "invalid_scope");
        assertThat(kind()).isEqualTo(Kind.NOT_ALLOWED);
    }

    @Test
    void getWhenRefusedOtherwiseThenLater() {
        platform.refusesToken(401, "invalid_client");
        assertThat(kind()).isEqualTo(Kind.TRY_LATER);
        clock.advance(TokenRefusal.CLEAR);
        platform.refusesToken(400, "Signature verification failed");
        assertThat(kind()).isEqualTo(Kind.TRY_LATER);
        clock.advance(TokenRefusal.CLEAR);
        platform.refusesToken(500, "");
        assertThat(kind()).isEqualTo(Kind.TRY_LATER);
        platform.answersTokenWithAPage();
        assertThat(kind()).isEqualTo(Kind.TRY_LATER);
        platform.refusesToken(429, "");
        assertThat(kind()).isEqualTo(Kind.THROTTLED);
    }

    @Test
    void getWhenAnswerIsTooSlowThenLater() {
        platform.answersTokenSlowly(3000);
        AccessTokens impatient = tokens(Duration.ofMillis(200));
        assertThatThrownBy(() -> impatient.get(platform.registration(), SCOPES))
                .isInstanceOfSatisfying(
                        PlatformFault.class, fault -> assertThat(fault.kind()).isEqualTo(Kind.TRY_LATER));
    }

    @Test
    void toStringWhenLoggedThenWithoutTheSecret() {
        AccessToken token = tokens.get(platform.registration(), SCOPES);
        assertThat(token.toString()).doesNotContain(token.value());
    }

    private AccessTokens tokens(Duration patience) {
        ClientAssertions assertions = new ClientAssertions(() -> TestClients.KEY, clock);
        return new AccessTokens(new TokenRequests(new PlainHttp(patience), assertions, faults, clock), clock);
    }

    private Kind kind() {
        PlatformFault[] fault = new PlatformFault[1];
        assertThatThrownBy(() -> tokens.get(platform.registration(), SCOPES))
                .isInstanceOfSatisfying(PlatformFault.class, thrown -> fault[0] = thrown);
        return fault[0].kind();
    }

    private Map<String, String> form(int request) {
        String body = platform.tokenRequests().get(request).getBodyAsString();
        return Arrays.stream(body.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    private static <T> List<T> together(Callable<T> call) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures =
                    IntStream.range(0, 12).mapToObj(i -> threads.submit(call)).toList();
            List<T> results = new java.util.ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
