package org.peercoach.lti.registration;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.TestOutput;
import org.peercoach.lti.key.PlatformKeys;
import org.peercoach.lti.registration.DynamicRegistration.Wish;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The cases of our own negative suite (spec/lti.md 2.4) that concern platforms' keys and registration, over real
 * connections; {@code target/registration-cases.md} tells each outcome.
 */
@ApplicationTest
class RegistrationCasesTests {

    @RegisterExtension
    static final WireMockExtension LMS = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private static final Map<String, List<String>> TABLE = new ConcurrentSkipListMap<>();
    private static final AtomicLong IDS = new AtomicLong(1_000_000_000L);
    private static final JWK FIRST = key("first");
    private static final JWK SECOND = key("second");

    @Autowired
    PlatformKeys keys;

    @Autowired
    DynamicRegistration registration;

    @Autowired
    RegistrationCatalog catalog;

    @AfterAll
    static void write() throws IOException {
        StringBuilder table = new StringBuilder("| case | expected | outcome |\n|---|---|---|\n");
        TABLE.forEach((name, row) -> table.append("| ")
                .append(name)
                .append(" | ")
                .append(String.join(" | ", row))
                .append(" |\n"));
        Files.writeString(TestOutput.file("registration-cases.md"), table);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404              | status 404",
                "HTML             | Unable to parse",
                "redirect inside  | status 302",
                "10 MB            | TOO_LARGE",
                "time-out         | TIMEOUT",
                "private address  | BLOCKED_ADDRESS",
                "connection reset | OTHER",
            })
    void jwksWhenItCannotBeHadThenLaunchIsRefused(String fault, String expected) {
        String path = "/jwks/" + UUID.randomUUID();
        LMS.stubFor(jwks(fault, path));
        LMS.stubFor(get("/inside").willReturn(aResponse().withBody(new JWKSet(FIRST).toString())));
        String address = fault.equals("private address") ? "https://10.255.255.1/jwks" : site() + path;
        String outcome = reason(() -> find(platform(address), "first"));
        record("JWKS: " + fault, "no key; " + expected, outcome);
        assertThat(outcome).contains(expected);
        LMS.verify(0, getRequestedFor(urlEqualTo("/inside")));
    }

    @Test
    void jwksWhenTwentyUnknownIdsThenNoFlood() throws KeySourceException {
        LMS.stubFor(get("/flood").willReturn(set(FIRST)));
        Registration platform = platform(site() + "/flood");
        assertThat(find(platform, "first")).isNotNull();
        for (int i = 0; i < 20; i++) {
            assertThat(find(platform, "unknown-" + i)).isNull();
        }
        assertThat(find(platform, "first")).isNotNull();
        int fetches = LMS.findAll(getRequestedFor(urlEqualTo("/flood"))).size();
        record("JWKS: 20 unknown key ids", "at most 2 fetches, good key still known", fetches + " fetches");
        assertThat(fetches).isLessThanOrEqualTo(2);
    }

    @Test
    void jwksWhenRotatedThenNewKeyIsAccepted() throws KeySourceException {
        LMS.stubFor(get("/rotated").willReturn(set(FIRST)));
        Registration platform = platform(site() + "/rotated");
        assertThat(find(platform, "first")).isNotNull();
        LMS.stubFor(get("/rotated").willReturn(set(FIRST, SECOND)));
        boolean known = find(platform, "second") != null;
        record("JWKS: rotated in mid-session", "new key accepted after one fetch", known ? "accepted" : "refused");
        assertThat(known).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "with token                     | t | 200 | - | registered",
                "without token                  | - | 201 | - | registered",
                "used token                     | t | 401 | token_already_used | TOKEN",
                "expired token (Moodle's page)  | t | 404 | <!DOCTYPE html> | TOKEN",
                "422 with errors array          | t | 422 | {\"errors\":[\"unknown placement\"]} | REFUSED: unknown placement",
                "other domain than launch       | t | 400 | domain_targetlinkuri_mismatch | REFUSED: domain_targetlinkuri_mismatch",
                "answer without client id       | t | 200 | {} | ANSWER",
                "registration endpoint answers 500 | t | 500 | <html> | STATUS: 500",
            })
    void registrationWhenAnsweredThenStoredOrRefused(
            String name, @Nullable String token, int status, @Nullable String answer, String expected) {
        RecordedPlatform moodle = moodle();
        String body = answer == null ? moodle.answer.toString() : answer;
        LMS.stubFor(post("/mod/lti/openid-registration.php")
                .willReturn(aResponse().withStatus(status).withBody(body)));
        String outcome = install(site() + "/config", token);
        record("Registration: " + name, expected, outcome);
        assertThat(outcome).isEqualTo(expected);
        assertThat(catalog.find(site(), moodle.answer.get("client_id").asString())
                        .isPresent())
                .isEqualTo(expected.equals("registered"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "issuer mismatch                | issuer | https://other.example | ISSUER: localhost",
                "issuer missing                 | issuer | '' | INCOMPLETE: issuer",
                "key set over http              | jwks_uri | http://lms.example/jwks | ADDRESS: jwks_uri",
                "registration at private address | registration_endpoint | https://10.255.255.1/register | NOT_REACHED: BLOCKED_ADDRESS",
                "registration at link-local address | registration_endpoint | https://169.254.169.254/latest | NOT_REACHED: BLOCKED_ADDRESS",
                "key signed with HS256 only     | id_token_signing_alg_values_supported | HS256 | UNSUPPORTED: RS256",
            })
    void registrationWhenConfigurationIsWrongThenNothingIsRegistered(
            String name, String field, String value, String expected) {
        RecordedPlatform moodle = moodle();
        if (field.endsWith("supported")) {
            moodle.configuration.putArray(field).add(value);
        } else {
            moodle.configuration.put(field, value);
        }
        serve(moodle);
        String outcome = install(site() + "/config", "t");
        record("Registration: " + name, expected, outcome);
        assertThat(outcome).startsWith(expected);
        assertThat(catalog.find(site(), moodle.answer.get("client_id").asString()))
                .isEmpty();
    }

    @Test
    void registrationWhenConfigurationIsAtPrivateAddressThenRefused() {
        String outcome = install("https://192.168.0.1/config", "t");
        record("Registration: configuration at private address", "NOT_REACHED: BLOCKED_ADDRESS", outcome);
        assertThat(outcome).isEqualTo("NOT_REACHED: BLOCKED_ADDRESS");
    }

    @Test
    void registrationWhenConfigurationRedirectsInsideThenRefused() {
        LMS.stubFor(get("/config").willReturn(aResponse().withStatus(302).withHeader("Location", site() + "/secret")));
        String outcome = install(site() + "/config", "t");
        record("Registration: configuration redirects to 127.0.0.1", "STATUS: 302", outcome);
        assertThat(outcome).isEqualTo("STATUS: 302");
        LMS.verify(0, getRequestedFor(urlEqualTo("/secret")));
    }

    private String install(String configuration, @Nullable String token) {
        try {
            registration.install(new Wish(configuration, token, "District " + UUID.randomUUID(), null));
            return "registered";
        } catch (RegistrationFault e) {
            return e.kind()
                    + (e.arguments().isEmpty() ? "" : ": " + e.arguments().getFirst());
        }
    }

    private RecordedPlatform moodle() {
        RecordedPlatform moodle = RecordedPlatform.moodle(site());
        moodle.answer.put("client_id", UUID.randomUUID().toString());
        serve(moodle);
        return moodle;
    }

    private static void serve(RecordedPlatform platform) {
        LMS.stubFor(get("/config").willReturn(aResponse().withBody(platform.configuration.toString())));
        LMS.stubFor(
                post("/mod/lti/openid-registration.php").willReturn(aResponse().withBody(platform.answer.toString())));
    }

    private static MappingBuilder jwks(String fault, String path) {
        ResponseDefinitionBuilder answer = switch (fault) {
            case "404" -> aResponse().withStatus(404);
            case "HTML" -> aResponse().withBody("<!doctype html><title>Sign in</title>");
            case "redirect inside" ->
                aResponse().withStatus(302).withHeader("Location", "http://127.0.0.1:" + LMS.getPort() + "/inside");
            case "10 MB" -> aResponse().withBody("{\"keys\":[]}".repeat(1_000_000));
            case "time-out" -> aResponse().withFixedDelay(6000);
            default -> aResponse().withFault(com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER);
        };
        return get(path).willReturn(answer);
    }

    private @Nullable JWK find(Registration platform, String kid) throws KeySourceException {
        JWKSelector selector =
                new JWKSelector(new JWKMatcher.Builder().keyID(kid).build());
        List<JWK> found = keys.of(platform).get(selector, null);
        return found.isEmpty() ? null : found.getFirst();
    }

    private interface Search {
        @Nullable
        JWK find() throws KeySourceException;
    }

    private static String reason(Search search) {
        try {
            return search.find() == null ? "no key" : "key found";
        } catch (KeySourceException e) {
            return Objects.requireNonNullElse(e.getMessage(), "")
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }

    private static Registration platform(String jwksUri) {
        String lms = "https://lms.example";
        return new Registration(IDS.getAndIncrement(), lms, "c", "LMS", lms, lms, jwksUri, lms, null, "LMS", false);
    }

    private static ResponseDefinitionBuilder set(JWK... keys) {
        return aResponse().withBody(new JWKSet(List.of(keys)).toString());
    }

    private static JWK key(String kid) {
        try {
            return new RSAKeyGenerator(2048).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static void record(String name, String expected, String outcome) {
        TABLE.put(name, List.of(expected, outcome.replace("|", "/")));
    }

    private static String site() {
        return "http://localhost:" + LMS.getPort();
    }
}
