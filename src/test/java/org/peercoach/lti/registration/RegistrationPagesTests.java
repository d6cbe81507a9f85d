package org.peercoach.lti.registration;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.shared.Settings;
import org.springframework.beans.factory.annotation.Autowired;

/** The installer's pages as a browser sees them, against an LMS on this machine. */
@ApplicationTest
class RegistrationPagesTests {

    @RegisterExtension
    static final WireMockExtension LMS = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private static final Pattern VISIT = Pattern.compile("name=\"visit\" value=\"([^\"]+)\"");

    private final HttpClient browser = HttpClient.newHttpClient();
    private final String district = "District " + UUID.randomUUID();
    private RecordedPlatform moodle = RecordedPlatform.moodle("");

    @Autowired
    Settings settings;

    @Autowired
    RegistrationCatalog catalog;

    @BeforeEach
    void platform() {
        moodle = RecordedPlatform.moodle(site());
        moodle.answer.put("client_id", UUID.randomUUID().toString());
        serve();
    }

    @Test
    @DisplayName("LTI-R1: an installer page comes first, inside the frame, without a cookie")
    void showWhenOpenedByLmsThenOneFormFramedByItWithoutCookie() throws Exception {
        HttpResponse<String> page = visit("token");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Install Peer Coaching", "localhost", "id=\"install\"", "/lti/jwks");
        assertThat(page.body()).doesNotContain("name=\"code\"", "JSESSIONID");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("frame-ancestors " + site())
                .contains("form-action 'self'");
        assertThat(page.headers().firstValue("X-Frame-Options")).isEmpty();
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(LMS.getAllServeEvents()).isEmpty();
    }

    @Test
    @DisplayName("LTI-R10, R11: the last page says what to click next in this LMS, and closes the window")
    void installWhenSentThenNextStepsOfThisLmsAndCloseButton() throws Exception {
        HttpResponse<String> answer = send(sealed(visit("token")), Map.of("district", district));
        assertThat(answer.statusCode()).isEqualTo(303);
        String place = answer.headers().firstValue("Location").orElseThrow();
        assertThat(place).startsWith("/lti/installed?outcome=");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        for (int reload = 0; reload < 2; reload++) {
            HttpResponse<String> last = open(settings.url(place));
            assertThat(last.statusCode()).isEqualTo(200);
            assertThat(last.body())
                    .contains("press Activate", "Show in activity chooser", "id=\"close\"", "/js/lti-close", district)
                    .contains("You can close this page now.");
            assertThat(last.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("frame-ancestors " + site());
        }
        LMS.verify(1, postRequestedFor(urlEqualTo("/mod/lti/openid-registration.php")));
    }

    /** LTI-R6: Moodle compares host and port of the launch address with the domain. */
    @Test
    void installWhenSentThenDomainHasThePort() throws Exception {
        send(sealed(visit("token")), Map.of("district", district));
        LMS.verify(postRequestedFor(urlEqualTo("/mod/lti/openid-registration.php"))
                .withRequestBody(matchingJsonPath(
                        "$['" + RecordedPlatform.TOOL + "'].domain",
                        com.github.tomakehurst.wiremock.client.WireMock.equalTo(settings.domain()))));
        assertThat(settings.domain()).contains(":");
    }

    @Test
    void installWhenStoredThenLaunchFindsIt() throws Exception {
        send(sealed(visit("token")), Map.of("district", district));
        Registration registration =
                catalog.find(site(), moodle.answer.get("client_id").asString()).orElseThrow();
        assertThat(registration.districtName()).isEqualTo(district);
        assertThat(catalog.deployment(registration, "1")).isPresent();
    }

    @Test
    void installWhenDistrictIsMissingThenSaidBesideTheFieldAndTheRestIsKept() throws Exception {
        HttpResponse<String> answer =
                send(sealed(visit("token")), Map.of("district", " ", "contact", "help@lincoln.example"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Write the name of your district.", "aria-invalid=\"true\"", "help@lincoln.example")
                .contains("aria-describedby=\"district-help district-error\"");
        assertThat(LMS.getAllServeEvents()).isEmpty();
    }

    @Test
    void installWhenLmsRefusesThenItsWordsEscapedAndFormCanBeSentAgain() throws Exception {
        moodle.answerStatus = 422;
        moodle.otherAnswer = "{\"errors\":[\"<script>x</script> is not a placement\"]}";
        serve();
        HttpResponse<String> refused = send(sealed(visit("token")), Map.of("district", district));
        assertThat(refused.statusCode()).isEqualTo(502);
        assertThat(refused.body())
                .contains("Your LMS refused the installation", "is not a placement", "REGISTER-REFUSED", district)
                .doesNotContain("<script>x");
        moodle.answerStatus = 200;
        moodle.otherAnswer = "";
        serve();
        assertThat(send(sealed(refused), Map.of("district", district)).statusCode())
                .isEqualTo(303);
    }

    @Test
    void installWhenLmsDoesNotAnswerThenSaysWhy() throws Exception {
        LMS.stubFor(get("/config").willReturn(aResponse().withFixedDelay(7000)));
        HttpResponse<String> page = send(sealed(visit("token")), Map.of("district", district));
        assertThat(page.body()).contains("Your LMS did not answer", "It took too long.");
    }

    @Test
    @DisplayName("LTI-R13: the same page sent twice registers once")
    void installWhenSentTwiceThenSecondIsRefusedOnAPage() throws Exception {
        String visit = sealed(visit("token"));
        send(visit, Map.of("district", district));
        HttpResponse<String> second = send(visit, Map.of("district", district));
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("This page was sent before", "REGISTER-TWICE");
    }

    @Test
    void showWhenOpenedWithoutLmsThenSaysHowToStart() throws Exception {
        HttpResponse<String> page = open(settings.url("/lti/register"));
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("Start in your LMS", settings.url("/lti/register"));
    }

    @Test
    void installedWhenAddressIsForgedThenPageInPlainWords() throws Exception {
        assertThat(open(settings.url("/lti/installed?outcome=x")).statusCode()).isEqualTo(404);
    }

    @Test
    void canvasJsonWhenReadThenHoldsOurOwnAddress() throws Exception {
        HttpResponse<String> json = open(settings.url("/lti/canvas.json"));
        assertThat(json.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(json.body()).contains(settings.url("/lti/launch")).doesNotContain("example.org");
    }

    @Test
    void jwksWhenReadThenPublicKeysThatMayBeCached() throws Exception {
        HttpResponse<String> keys = open(settings.url("/lti/jwks"));
        assertThat(keys.statusCode()).isEqualTo(200);
        assertThat(keys.headers().firstValue("Cache-Control").orElse(""))
                .contains("max-age=300")
                .doesNotContain("no-store");
        assertThat(keys.body())
                .contains("\"kid\"", "\"alg\":\"RS256\"", "\"use\":\"sig\"", "\"kty\":\"RSA\"")
                .doesNotContain("\"d\":", "\"p\":", "\"q\":");
        assertThat(keys.headers().allValues("Set-Cookie")).isEmpty();
    }

    private void serve() {
        LMS.stubFor(get("/config").willReturn(aResponse().withBody(moodle.configuration.toString())));
        String answer = moodle.otherAnswer.isEmpty() ? moodle.answer.toString() : moodle.otherAnswer;
        LMS.stubFor(post("/mod/lti/openid-registration.php")
                .willReturn(aResponse().withStatus(moodle.answerStatus).withBody(answer)));
    }

    private static String site() {
        return "http://localhost:" + LMS.getPort();
    }

    private HttpResponse<String> visit(String token) throws Exception {
        return open(settings.url(
                "/lti/register?openid_configuration=" + encode(site() + "/config") + "&registration_token=" + token));
    }

    private HttpResponse<String> open(String url) throws Exception {
        return browser.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String visit, Map<String, String> fields) throws Exception {
        String body = "visit=" + encode(visit)
                + fields.entrySet().stream()
                        .map(field -> "&" + field.getKey() + "=" + encode(field.getValue()))
                        .collect(Collectors.joining());
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.url("/lti/register")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return browser.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String sealed(HttpResponse<String> page) {
        Matcher found = VISIT.matcher(page.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
