package org.peercoach.shared;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.Configurable;
import org.apache.hc.client5.http.impl.InMemoryDnsResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.util.Timeout;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.shared.GuardedHttp.Answer;
import org.peercoach.shared.GuardedHttp.FailureKind;
import org.peercoach.shared.GuardedHttp.Request;

class GuardedHttpClientTests {

    @RegisterExtension
    static final WireMockExtension LMS = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().dynamicHttpsPort())
            .build();

    private final InMemoryDnsResolver names = new InMemoryDnsResolver();
    private GuardedHttpClient trying = client(names, List.of(), true);
    private GuardedHttpClient production = client(names, List.of(), false);

    @BeforeEach
    void name() {
        names.add("localhost", InetAddress.ofLiteral("127.0.0.1"));
        names.add("inside.example", InetAddress.ofLiteral("10.0.0.9"), InetAddress.ofLiteral("fd00::9"));
        names.add("here.example", InetAddress.ofLiteral("127.0.0.1"));
    }

    @AfterEach
    void close() throws IOException {
        trying.destroy();
        production.destroy();
    }

    @Test
    void sendWhenAnsweredThenGivesStatusHeadersAndBody() {
        LMS.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(418)
                        .withHeader("Link", "<a>; rel=next", "<b>; rel=\u201cnext\u201d")
                        .withBody("Grüße")));
        Answer answer = trying.send(
                Request.get(LMS.getRuntimeInfo().getHttpBaseUrl() + "/x?a=b%20c&d=", Map.of("Accept", "text/plain")));
        assertThat(answer.status()).isEqualTo(418);
        assertThat(answer.ok()).isFalse();
        assertThat(answer.body()).isEqualTo("Grüße");
        assertThat(answer.header("LINK").orElseThrow()).startsWith("<a>; rel=next, <b>");
        LMS.verify(com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor(urlEqualTo("/x?a=b%20c&d="))
                .withHeader("Accept", equalTo("text/plain"))
                .withHeader("Upgrade", absent())
                .withHeader("Accept-Encoding", absent()));
    }

    @Test
    void sendWhenBodyThenSentAsUtf8WithExactlyTheNamedType() {
        LMS.stubFor(any(anyUrl()).willReturn(aResponse()));
        String type = "application/vnd.ims.lis.v1.score+json";
        assertThat(trying.send(Request.post(
                                LMS.getRuntimeInfo().getHttpBaseUrl() + "/scores",
                                Map.of("Content-Type", type),
                                "{\"ü\":1}"))
                        .ok())
                .isTrue();
        LMS.verify(postRequestedFor(urlEqualTo("/scores"))
                .withHeader("Content-Type", equalTo(type))
                .withRequestBody(equalTo("{\"ü\":1}")));
    }

    @Test
    void sendWhenRedirectThenNotFollowed() {
        LMS.stubFor(any(urlEqualTo("/jwks"))
                .willReturn(aResponse()
                        .withStatus(302)
                        .withHeader("Location", LMS.getRuntimeInfo().getHttpBaseUrl() + "/inside")));
        assertThat(trying.send(Request.get(LMS.getRuntimeInfo().getHttpBaseUrl() + "/jwks", Map.of()))
                        .status())
                .isEqualTo(302);
        LMS.verify(0, com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor(urlEqualTo("/inside")));
    }

    @Test
    void sendWhenServiceUnavailableThenNotRepeatedByItself() {
        LMS.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503).withHeader("Retry-After", "1")));
        assertThat(trying.send(Request.get(LMS.getRuntimeInfo().getHttpBaseUrl() + "/once", Map.of()))
                        .status())
                .isEqualTo(503);
        LMS.verify(1, com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor(urlEqualTo("/once")));
    }

    @Test
    void sendWhenAnswerTooLargeThenStopsReading() {
        LMS.stubFor(any(anyUrl()).willReturn(aResponse().withBody("x".repeat(10 * 1024 * 1024))));
        assertThat(failure(trying, LMS.getRuntimeInfo().getHttpBaseUrl() + "/big"))
                .isEqualTo(FailureKind.TOO_LARGE);
    }

    @Test
    void sendWhenLargeAnswerHidesItsLengthThenStopsReading() {
        LMS.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withBody("x".repeat(GuardedHttp.USUAL_SIZE + 1))
                        .withChunkedDribbleDelay(3, 10)));
        assertThat(failure(trying, LMS.getRuntimeInfo().getHttpBaseUrl() + "/big"))
                .isEqualTo(FailureKind.TOO_LARGE);
    }

    @Test
    void sendWhenBytesTrickleThenGivenUp() {
        trying = client(names, List.of(), true, Duration.ofMillis(500));
        LMS.stubFor(
                any(anyUrl()).willReturn(aResponse().withBody("x".repeat(100)).withChunkedDribbleDelay(50, 20_000)));
        assertThat(failure(trying, LMS.getRuntimeInfo().getHttpBaseUrl() + "/slow"))
                .isEqualTo(FailureKind.TIMEOUT);
    }

    @Test
    void sendWhenSilentThenTimeout() {
        trying = client(names, List.of(), true, Duration.ofMinutes(2));
        LMS.stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(60_000)));
        long start = System.nanoTime();
        assertThat(failure(trying, LMS.getRuntimeInfo().getHttpBaseUrl() + "/slow"))
                .isEqualTo(FailureKind.TIMEOUT);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    }

    /** The number itself is read, not timed: on a busy machine five seconds may take longer. */
    @Test
    void silenceWhenConnectedThenFiveSecondsAtMost() {
        for (CloseableHttpClient client :
                List.of(OutgoingConnections.direct(names), OutgoingConnections.throughProxy(names))) {
            assertThat(((Configurable) client).getConfig().getResponseTimeout()).isEqualTo(Timeout.ofSeconds(5));
        }
    }

    @Test
    void sendWhenCertificateUnknownThenTls() {
        assertThat(failure(trying, "https://localhost:" + LMS.getHttpsPort() + "/"))
                .isEqualTo(FailureKind.TLS);
    }

    @Test
    void sendWhenNobodyListensThenRefused() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertThat(failure(trying, "https://localhost:" + port + "/")).isEqualTo(FailureKind.REFUSED);
    }

    @Test
    void sendWhenNameUnknownThenDns() {
        assertThat(failure(production, "https://nowhere.example/")).isEqualTo(FailureKind.DNS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://inside.example/",
                "https://here.example/",
                "https://10.0.0.1/",
                "https://127.0.0.1/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://2130706433/",
                "https://169.254.169.254/latest/meta-data",
                "https://[fd00::1]/",
                "https://localhost/"
            })
    void sendWhenAddressIsPrivateThenBlocked(String url) {
        GuardedHttpClient real = client(new WithLiterals(names), List.of(), false);
        assertThat(failure(real, url)).isEqualTo(FailureKind.BLOCKED_ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:1/",
                "http://lms.example/",
                "ftp://lms.example/",
                "lms.example",
                "https:///x",
                "https://user@lms.example/",
                "https://lms.example/#x",
                "https://lms.example/ x",
                "file:///etc/passwd",
                "https://127.1/"
            })
    void sendWhenUrlIsNotPlainHttpsThenBadUrl(String url) {
        assertThat(failure(production, url)).isEqualTo(FailureKind.BAD_URL);
    }

    @Test
    void sendWhenTryingThingsOutThenHttpOnlyToLoopback() {
        names.add("lms.example", InetAddress.ofLiteral("127.0.0.1"));
        assertThat(failure(trying, "http://lms.example:" + LMS.getPort() + "/")).isEqualTo(FailureKind.BAD_URL);
        assertThat(failure(trying, "http://127.0.0.1.lms.example/")).isEqualTo(FailureKind.BAD_URL);
    }

    @Test
    void resolveWhenOperatorOpenedNameOrRangeThenOpen() throws UnknownHostException {
        OutgoingAddresses byName = new OutgoingAddresses(names, List.of("Inside.Example"), false);
        OutgoingAddresses byRange = new OutgoingAddresses(names, List.of("10.0.0.0/16"), false);
        assertThat(byName.resolve("inside.example")).hasSize(2);
        assertThat(byRange.resolve("inside.example")).containsExactly(InetAddress.ofLiteral("10.0.0.9"));
        Assertions.assertThatThrownBy(() -> byName.resolve("here.example"))
                .isInstanceOf(OutgoingAddresses.Blocked.class);
    }

    @Test
    void sendWhenNameAnswersDifferentlyTheSecondTimeThenCheckedAddressIsUsed() {
        AtomicInteger asked = new AtomicInteger();
        DnsResolver rebinding = new WithLiterals(names) {
            @Override
            public InetAddress[] resolve(String host) {
                String first = asked.getAndIncrement() == 0 ? "10.0.0.9" : "127.0.0.1";
                return new InetAddress[] {InetAddress.ofLiteral(first)};
            }
        };
        GuardedHttpClient guarded = client(rebinding, List.of(), true);
        assertThat(failure(guarded, "https://lms.example:" + LMS.getHttpsPort() + "/"))
                .isEqualTo(FailureKind.BLOCKED_ADDRESS);
        assertThat(asked).hasValue(1);
    }

    /** Proxies come from the JVM's usual settings; a private address stays refused behind one. */
    @Test
    void sendWhenTheJvmNamesAProxyThenGoesThroughItButNotToPrivateAddresses() throws IOException {
        LMS.stubFor(any(urlEqualTo("/by-proxy")).willReturn(aResponse().withBody("seen")));
        ProxySelector usual = ProxySelector.getDefault();
        ProxySelector.setDefault(ProxySelector.of(new InetSocketAddress("127.0.0.1", LMS.getPort())));
        GuardedHttpClient proxied = client(names, List.of(), true);
        try {
            assertThat(proxied.send(Request.get("http://localhost:9/by-proxy", Map.of()))
                            .body())
                    .isEqualTo("seen");
            assertThat(failure(proxied, "https://inside.example/")).isEqualTo(FailureKind.BLOCKED_ADDRESS);
        } finally {
            ProxySelector.setDefault(usual);
            proxied.destroy();
        }
    }

    @Test
    void failedWhenShownThenTellsNoAddress() {
        Assertions.assertThatThrownBy(() -> production.send(Request.get("https://10.0.0.1/secret", Map.of())))
                .hasMessage("outgoing call failed: BLOCKED_ADDRESS")
                .hasNoCause();
    }

    private static FailureKind failure(GuardedHttpClient client, String url) {
        try {
            client.send(Request.get(url, Map.of()));
        } catch (GuardedHttp.Failed e) {
            return e.kind();
        }
        throw new AssertionError("an answer came from " + url);
    }

    private static GuardedHttpClient client(DnsResolver names, List<String> allowed, boolean trying) {
        return client(names, allowed, trying, Duration.ofSeconds(20));
    }

    private static GuardedHttpClient client(DnsResolver names, List<String> allowed, boolean trying, Duration whole) {
        return new GuardedHttpClient(new OutgoingAddresses(new WithLiterals(names), allowed, trying), trying, whole);
    }

    /** Names from a table, literal addresses in all their spellings as the machine reads them. */
    private static class WithLiterals implements DnsResolver {
        private final DnsResolver names;

        WithLiterals(DnsResolver names) {
            this.names = names;
        }

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return host.matches("[\\d.]+|.*:.*") ? InetAddress.getAllByName(host) : names.resolve(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
