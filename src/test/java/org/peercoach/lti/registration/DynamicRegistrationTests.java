package org.peercoach.lti.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.fixture.FreshDatabase;
import org.peercoach.fixture.TestSettings;
import org.peercoach.lti.registration.DynamicRegistration.Change;
import org.peercoach.lti.registration.DynamicRegistration.DistrictTaken;
import org.peercoach.lti.registration.DynamicRegistration.Outcome;
import org.peercoach.lti.registration.DynamicRegistration.Wish;
import org.peercoach.lti.registration.RegistrationFault.Kind;
import org.peercoach.shared.GuardedHttp;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.JsonNode;

@Tag("database")
class DynamicRegistrationTests {

    private static final FreshDatabase DATABASE = FreshDatabase.with("lti");
    private static final String SITE = "https://moodle.lincoln.example";
    private static final String CONFIGURATION = SITE + "/mod/lti/openid-configuration.php";
    private static final String CANVAS_CONFIGURATION =
            "https://sso.canvaslms.com/api/lti/security/openid-configuration";

    private final RegistrationCatalog catalog = new RegistrationCatalog(DATABASE.jdbc());
    private RecordedPlatform lms = RecordedPlatform.moodle(SITE);

    @BeforeEach
    void empty() {
        DATABASE.jdbc().sql("delete from lti_deployment").update();
        DATABASE.jdbc().sql("delete from lti_registration").update();
    }

    /** LTI-R8. */
    @Test
    void installWhenMoodleAnswers200ThenStoredWithApprovedDeployment() {
        Outcome outcome = install("Lincoln");
        assertThat(outcome.change()).isEqualTo(Change.NEW);
        assertThat(outcome.missingScopes()).isFalse();
        Registration registration = catalog.find(SITE, "1SxNLN8G2td8lTH").orElseThrow();
        assertThat(registration.jwksUri()).isEqualTo(SITE + "/mod/lti/certs.php");
        assertThat(registration.audience()).isEqualTo(SITE + "/mod/lti/token.php");
        assertThat(registration.productFamily()).isEqualTo("moodle");
        assertThat(registration.districtName()).isEqualTo("Lincoln");
        assertThat(registration.adoptsFirstDeployment()).isFalse();
        assertThat(catalog.deployment(registration, "1").orElseThrow())
                .extracting(Deployment::status, Deployment::districtName)
                .containsExactly(Deployment.Status.APPROVED, "Lincoln");
    }

    /** LTI-R5, R6. */
    @Test
    void installWhenMoodleThenBodyHoldsWhatItChecks() {
        install(wish(CONFIGURATION, "token", "Lincoln", "ops@lincoln.example"));
        JsonNode body = lms.registered();
        assertThat(body.get("application_type").asString()).isEqualTo("web");
        assertThat(body.get("response_types").get(0).asString()).isEqualTo("id_token");
        assertThat(body.get("redirect_uris").get(0).asString()).isEqualTo("https://coaching.example.org/lti/launch");
        assertThat(body.get("initiate_login_uri").asString()).isEqualTo("https://coaching.example.org/lti/login");
        assertThat(body.get("jwks_uri").asString()).isEqualTo("https://coaching.example.org/lti/jwks");
        assertThat(body.get("token_endpoint_auth_method").asString()).isEqualTo("private_key_jwt");
        assertThat(body.get("contacts").get(0).asString()).isEqualTo("ops@lincoln.example");
        assertThat(body.get("scope").asString().split(" ", -1))
                .containsAll(org.peercoach.lti.AssignmentAndGradeService.SCOPES)
                .contains(org.peercoach.lti.NamesAndRoleService.SCOPE) // LTI-N2
                .hasSize(4);
        JsonNode tool = body.get(RecordedPlatform.TOOL);
        assertThat(tool.get("domain").asString()).isEqualTo("coaching.example.org");
        assertThat(tool.get("target_link_uri").asString()).isEqualTo("https://coaching.example.org/lti/launch");
        assertThat(tool.get("claims").valueStream().map(JsonNode::asString))
                .contains("name", "given_name", "family_name")
                .doesNotContain("email");
        assertThat(tool.get("custom_parameters").valueStream().map(JsonNode::asString))
                .containsExactly("$Moodle.Person.userGroupIds", "$Person.address.timezone")
                .noneMatch(value -> value.contains("="));
        assertThat(tool.get("messages")
                        .valueStream()
                        .map(message -> message.get("type").asString()))
                .containsExactly("LtiResourceLinkRequest", "LtiDeepLinkingRequest");
        assertThat(tool.get("messages").get(0).has("placements")).isFalse();
        JsonNode picker = tool.get("messages").get(1); // the only message that Moodle reads
        assertThat(picker.get("target_link_uri").asString())
                .isEqualTo("https://coaching.example.org/lti/launch?view=pick");
        assertThat(picker.get("placements").valueStream().map(JsonNode::asString))
                .containsExactly("ContentArea");
        assertThat(tool.propertyNames()).noneMatch(name -> name.startsWith("https://canvas"));
    }

    /** LTI-R7: placements in the platform's own spelling, vendor keys for that vendor only. */
    @Test
    void installWhenCanvasThenPlacementsAndItsOwnKeys() {
        lms = RecordedPlatform.canvas();
        Outcome outcome = install(wish(CANVAS_CONFIGURATION, "token", "Franklin", null));
        JsonNode tool = lms.registered().get(RecordedPlatform.TOOL);
        assertThat(tool.get("messages")
                        .valueStream()
                        .map(message -> message.get("type").asString() + " " + message.get("placements")))
                .containsExactlyInAnyOrder(
                        "LtiResourceLinkRequest [\"account_navigation\"]",
                        "LtiResourceLinkRequest [\"course_navigation\"]",
                        "LtiDeepLinkingRequest [\"assignment_selection\",\"link_selection\"]");
        assertThat(tool.get("https://canvas.instructure.com/lti/privacy_level").asString())
                .isEqualTo("name_only");
        assertThat(tool.get("custom_parameters").has("canvas_roles")).isTrue();
        assertThat(outcome.deploymentId()).isEqualTo("106:8865aa05");
        Registration registration =
                catalog.find("https://canvas.instructure.com", "10000000000042").orElseThrow();
        assertThat(registration.name()).isEqualTo("Franklin Unified");
        assertThat(registration.audience()).isEqualTo("https://sso.canvaslms.com/login/oauth2/token");
    }

    /** LTI-R7: what a platform does not say it sends is not asked for. */
    @Test
    void installWhenPlatformPicksNothingThenNoPicker() {
        lms.configuration
                .withObject("/" + RecordedPlatform.PLATFORM.replace("/", "~1"))
                .putArray("messages_supported")
                .addObject()
                .put("type", "LtiResourceLinkRequest");
        install("Lincoln");
        assertThat(lms.registered().get(RecordedPlatform.TOOL).get("messages").valueStream())
                .singleElement()
                .extracting(message -> message.get("type").asString())
                .isEqualTo("LtiResourceLinkRequest");
    }

    @Test
    void installWhenPlatformPrefixesPlacementsThenItsSpellingIsUsed() {
        lms = RecordedPlatform.canvas();
        lms.configuration
                .withObject("/" + RecordedPlatform.PLATFORM.replace("/", "~1"))
                .putArray("messages_supported")
                .addObject()
                .put("type", "LtiResourceLinkRequest")
                .putArray("placements")
                .add("https://canvas.instructure.com/lti/course_navigation");
        install(wish(CANVAS_CONFIGURATION, "token", "Franklin", null));
        assertThat(lms.registered()
                        .get(RecordedPlatform.TOOL)
                        .get("messages")
                        .get(0)
                        .get("placements")
                        .get(0)
                        .asString())
                .isEqualTo("https://canvas.instructure.com/lti/course_navigation");
    }

    /** LTI-R2: D2L sends no token. */
    @Test
    void installWhenTokenThenBearerOnBothCallsElseOnNone() {
        install(wish(CONFIGURATION, "abc", "Lincoln", null));
        assertThat(lms.asked)
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.headers()).containsEntry("Authorization", "Bearer abc"));
        lms.asked.clear();
        install(wish(CONFIGURATION, null, "Lincoln", null));
        assertThat(lms.asked)
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.headers()).doesNotContainKey("Authorization"));
    }

    @Test
    void installWhenNoDeploymentNamedThenFirstOneIsAdopted() {
        lms.answer.remove(RecordedPlatform.TOOL);
        assertThat(install("Lincoln").deploymentId()).isNull();
        assertThat(catalog.find(SITE, "1SxNLN8G2td8lTH").orElseThrow().adoptsFirstDeployment())
                .isTrue();
    }

    @Test
    void installWhenRenewedWithADeploymentThenNoOtherIsAdopted() {
        lms.answer.remove(RecordedPlatform.TOOL);
        install("Lincoln");
        lms.answer.put("deployment_id", "7");
        install("Lincoln");
        Registration registration = catalog.find(SITE, "1SxNLN8G2td8lTH").orElseThrow();
        assertThat(registration.adoptsFirstDeployment()).isFalse();
        assertThat(catalog.deployment(registration, "7")).isPresent();
    }

    /** LTI-A3: hosts of the platform itself, and the one pair of hosts that we know. */
    @ParameterizedTest
    @CsvSource({
        "https://auth.brightspace.com/core/connect/token, https://api.brightspace.com/auth/token",
        "https://moodle.lincoln.example/token, https://moodle.lincoln.example/other",
        "https://login.lincoln.example/token, https://LOGIN.lincoln.example/",
        "https://login.lincoln.example/token, https://moodle.lincoln.example/token",
    })
    void installWhenAudienceIsThePlatformsOwnThenInForce(String token, String audience) {
        lms.configuration.put("token_endpoint", token).put("authorization_server", audience);
        assertThat(install("Lincoln").change()).isEqualTo(Change.NEW);
        assertThat(catalog.find(SITE, "1SxNLN8G2td8lTH").orElseThrow().audience())
                .isEqualTo(audience);
    }

    /** LTI-A3: else we would sign for a victim's address and send it to whoever named that address. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://victim.example/mod/lti/token.php",
                "https://moodle.lincoln.example@victim.example/token",
                "https://api.brightspace.com/auth/token",
                "https://victim.example\\@moodle.lincoln.example/token",
                "https://",
            })
    void installWhenAudienceIsForeignThenLeftToTheOperator(String audience) {
        lms.configuration.put("authorization_server", audience);
        assertThat(install("Lincoln").change()).isEqualTo(Change.WAITING);
        assertThat(catalog.find(SITE, "1SxNLN8G2td8lTH").orElseThrow().audience())
                .isEqualTo(SITE + "/mod/lti/token.php");
        assertThat(offered("audience")).isEqualTo(audience);
    }

    /** Ruling 27 for the audience. */
    @Test
    void installWhenUpdateNamesAForeignAudienceThenTheOldOneStaysInForce() {
        install("Lincoln");
        lms.configuration.put("authorization_server", "https://victim.example/token");
        assertThat(install("Lincoln").change()).isEqualTo(Change.LEFT_TO_OPERATOR);
        assertThat(catalog.find(SITE, "1SxNLN8G2td8lTH").orElseThrow().audience())
                .isEqualTo(SITE + "/mod/lti/token.php");
        lms.configuration.put("authorization_server", SITE + "/other");
        assertThat(install("Lincoln").change()).isEqualTo(Change.UPDATED);
        assertThat(catalog.find(SITE, "1SxNLN8G2td8lTH").orElseThrow().audience())
                .isEqualTo(SITE + "/other");
    }

    /** Moodle does not look at the audience, so an assertion with its client id is all that a thief needs. */
    @Test
    void installWhenAnotherIssuerHasTheClientIdThenNothingIsOpenedHoweverOften() {
        install("Lincoln");
        String thief = "https://thief.example";
        lms = RecordedPlatform.moodle(thief);
        for (int time = 0; time < 2; time++) {
            Outcome outcome = install(new Wish(thief + "/config", "token", "Thieves", null, true));
            assertThat(outcome.change()).isEqualTo(Change.WAITING);
            Registration registration = catalog.find(thief, "1SxNLN8G2td8lTH").orElseThrow();
            assertThat(catalog.deployment(registration, "1").orElseThrow().status())
                    .isEqualTo(Deployment.Status.PENDING);
        }
        lms.answer.remove(RecordedPlatform.TOOL);
        install(new Wish(thief + "/config", "token", "Thieves", null, true));
        assertThat(catalog.find(thief, "1SxNLN8G2td8lTH").orElseThrow().adoptsFirstDeployment())
                .isFalse();
        lms = RecordedPlatform.moodle(SITE);
        install("Lincoln");
        Registration victim = catalog.find(SITE, "1SxNLN8G2td8lTH").orElseThrow();
        assertThat(catalog.deployment(victim, "1").orElseThrow().status()).isEqualTo(Deployment.Status.APPROVED);
    }

    /** LTI-R9. */
    @Test
    void installWhenLessIsGrantedThenSaid() {
        lms.answer.put("scope", "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem");
        assertThat(install("Lincoln").missingScopes()).isTrue();
        lms.answer.remove("scope");
        assertThat(install("Lincoln").missingScopes()).isFalse();
    }

    @Test
    void installWhenPlatformHasNoScoreScopeThenNotAskedFor() {
        lms.configuration.putArray("scopes_supported").add("openid");
        install("Lincoln");
        assertThat(lms.registered().get("scope").asString()).isEmpty();
    }

    /** LTI-R3. */
    @ParameterizedTest
    @CsvSource({
        "https://evil.example/config, https://moodle.lincoln.example",
        "https://lincoln.example.evil.example/config, https://lincoln.example",
        "https://a.lincoln.example/config, https://b.lincoln.example",
        "https://blog.lincoln.example/config, https://lincoln.example",
        "https://sso.beta.canvaslms.com/config, https://canvas.instructure.com",
        "https://sso.canvaslms.com/config, https://canvas.test.instructure.com",
        "https://example/config, https://moodle.example",
    })
    void installWhenConfigurationNamesForeignIssuerThenNothingIsSent(String configuration, String issuer) {
        lms.configuration.put("issuer", issuer);
        assertFault(Kind.ISSUER, wish(configuration, "token", "Lincoln", null));
        assertThat(lms.tries()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "https://moodle.lincoln.example/config, https://moodle.lincoln.example",
        "https://lincoln.example/config, https://moodle.lincoln.example",
        "https://sso.canvaslms.com/config, https://canvas.instructure.com",
        "https://sso.beta.canvaslms.com/config, https://canvas.beta.instructure.com",
        "https://MOODLE.lincoln.example/config, https://moodle.lincoln.example",
    })
    void installWhenHostMaySpeakForIssuerThenInstalled(String configuration, String issuer) {
        lms.configuration.put("issuer", issuer);
        assertThat(install(wish(configuration, "token", "Lincoln", null)).change())
                .isEqualTo(Change.NEW);
    }

    /** LTI-R4. */
    @ParameterizedTest
    @CsvSource({
        "token_endpoint_auth_methods_supported, client_secret_post",
        "id_token_signing_alg_values_supported, ES256",
        "response_types_supported, code",
        "token_endpoint_auth_signing_alg_values_supported, HS256",
    })
    void installWhenListLacksOurValueThenRefusedButOmissionIsFine(String list, String other) {
        lms.configuration.putArray(list).add(other);
        assertFault(Kind.UNSUPPORTED, wish(CONFIGURATION, "token", "Lincoln", null));
        lms.configuration.remove(list);
        assertThat(install("Lincoln").change()).isEqualTo(Change.NEW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"issuer", "registration_endpoint", "authorization_endpoint", "token_endpoint", "jwks_uri"})
    void installWhenAddressIsMissingOrUnsafeThenNothingIsSent(String name) {
        lms.configuration.put(name, "http://moodle.lincoln.example/x");
        assertFault(Kind.ADDRESS, wish(CONFIGURATION, "token", "Lincoln", null));
        lms.configuration.remove(name);
        assertFault(Kind.INCOMPLETE, wish(CONFIGURATION, "token", "Lincoln", null));
        assertThat(lms.tries()).isZero();
    }

    @ParameterizedTest
    @EnumSource(GuardedHttp.FailureKind.class)
    void installWhenPlatformCannotBeReachedThenItsKindIsTold(GuardedHttp.FailureKind kind) {
        lms.fails = true;
        lms.failure = kind;
        assertThatThrownBy(() -> install("Lincoln"))
                .isInstanceOfSatisfying(
                        RegistrationFault.class,
                        fault -> assertThat(fault.arguments()).containsExactly(kind));
    }

    /** LTI-R7, R13; the texts of Moodle 4.5 and Canvas. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | token_already_used | TOKEN |",
                "401 | missing_registration_token | TOKEN |",
                "403 | {\"error\":\"forbidden\"} | TOKEN |",
                "404 | <!DOCTYPE html><title>Error</title> | TOKEN |",
                "400 | domain_targetlinkuri_mismatch | REFUSED | domain_targetlinkuri_mismatch",
                "400 | invalid_token_endpoint_auth_method | REFUSED | invalid_token_endpoint_auth_method",
                "422 | {\"errors\":[\"unknown placement\",{\"message\":\"no scope\"}]} | REFUSED | unknown placement; no scope",
                "400 | {\"error\":\"invalid_client_metadata\",\"error_description\":\"Bad URI\"} | REFUSED | Bad URI; invalid_client_metadata",
                "400 | {\"error\":\"invalid_token\"} | TOKEN |",
                "500 | <html><body>Oops</body></html> | STATUS | 500",
                "503 | {broken | STATUS | 503",
                "200 | {\"scope\":\"\"} | ANSWER |",
                "200 | <html></html> | ANSWER |",
            })
    void installWhenRefusedThenInPlatformsWordsAndNothingIsStored(
            int status, String answer, Kind kind, @Nullable String words) {
        lms.answerStatus = status;
        lms.otherAnswer = answer;
        assertThatThrownBy(() -> install("Lincoln")).isInstanceOfSatisfying(RegistrationFault.class, fault -> {
            assertThat(fault.kind()).isEqualTo(kind);
            if (words != null) {
                assertThat(fault.arguments().getFirst()).hasToString(words);
            }
        });
        assertThat(catalog.ofIssuer(SITE)).isEmpty();
    }

    /** LTI-R12. */
    @Test
    void installWhenRepeatedThenSameRegistrationIsRenewed() {
        install("Lincoln");
        long id = catalog.find(SITE, "1SxNLN8G2td8lTH").orElseThrow().id();
        lms.configuration.put("jwks_uri", SITE + "/new/certs.php");
        Outcome again = install("Some other name");
        Registration renewed = catalog.find(SITE, "1SxNLN8G2td8lTH").orElseThrow();
        assertThat(again.change()).isEqualTo(Change.UPDATED);
        assertThat(again.registration().districtName()).isEqualTo("Lincoln");
        assertThat(renewed.id()).isEqualTo(id);
        assertThat(renewed.jwksUri()).isEqualTo(SITE + "/new/certs.php");
        assertThat(renewed.districtName()).isEqualTo("Lincoln");
    }

    /** Ruling 27. */
    @ParameterizedTest
    @CsvSource({
        "jwks_uri, https://cdn.moodle.lincoln.example/certs.php",
        "token_endpoint, https://moodle.lincoln.example:8443/token",
        "authorization_endpoint, https://evil.example/auth",
    })
    void installWhenUpdateLeavesTheOriginsThenOldValuesStayInForce(String name, String address) {
        install("Lincoln");
        Registration before = catalog.find(SITE, "1SxNLN8G2td8lTH").orElseThrow();
        lms.configuration.put(name, address);
        assertThat(install("Lincoln").change()).isEqualTo(Change.LEFT_TO_OPERATOR);
        assertThat(offered(name)).isEqualTo(address);
        assertThat(catalog.find(SITE, "1SxNLN8G2td8lTH")).contains(before);
    }

    private static String offered(String name) {
        return DATABASE.jdbc()
                .sql("select " + name + " from lti_endpoint_offer")
                .query(String.class)
                .single();
    }

    /** Ruling 27: a parent domain may introduce an LMS, but not change what was agreed with it. */
    @Test
    void installWhenUpdateComesFromParentDomainThenOldValuesStayInForce() {
        install("Lincoln");
        lms.configuration.put("jwks_uri", SITE + "/new/certs.php");
        Outcome outcome = install(wish("https://lincoln.example/config", "token", "Lincoln", null));
        assertThat(outcome.change()).isEqualTo(Change.LEFT_TO_OPERATOR);
        assertThat(catalog.find(SITE, "1SxNLN8G2td8lTH").orElseThrow().jwksUri())
                .isEqualTo(SITE + "/mod/lti/certs.php");
    }

    @Test
    void installWhenDistrictBelongsToAnotherLmsThenRefusedBeforeRegistering() {
        install("Lincoln");
        lms = RecordedPlatform.moodle("https://other.example");
        assertThatThrownBy(() -> install(wish("https://other.example/config", "token", "LINCOLN", null)))
                .isInstanceOf(DistrictTaken.class);
        assertThat(lms.tries()).isZero();
    }

    /** Canvas customers share one issuer, so the issuer proves nothing about who they are. */
    @Test
    void installWhenAnotherCustomerOfSharedIssuerTakesTheNameThenDistrictsStayApart() {
        lms = RecordedPlatform.canvas();
        install(wish(CANVAS_CONFIGURATION, "token", "Franklin", null));
        lms.answer.put("client_id", "20000000000007").put("deployment_id", "9:abc");
        Outcome other = install(wish(CANVAS_CONFIGURATION, "token", "franklin", null));
        assertThat(other.registration().districtName()).isEqualTo("franklin (20000000000007)");
        Outcome again = install(wish(CANVAS_CONFIGURATION, "token", "franklin", null));
        assertThat(again.registration().districtName()).isEqualTo("franklin (20000000000007)");
    }

    private Outcome install(String district) {
        return install(wish(CONFIGURATION, "token", district, null));
    }

    private Outcome install(Wish wish) {
        MockEnvironment production = new MockEnvironment();
        ToolDescription tool = new ToolDescription(TestSettings.usual());
        return new DynamicRegistration(
                        new PlatformConversation(lms, new PlatformAddresses(production)),
                        new RegistrationBody(tool),
                        new Registrations(new JdbcTemplate(DATABASE.source()), Clock.systemUTC()),
                        new DistrictNames(DATABASE.jdbc()),
                        catalog,
                        DATABASE.transactions())
                .install(wish);
    }

    private void assertFault(Kind kind, Wish wish) {
        assertThatThrownBy(() -> install(wish))
                .isInstanceOfSatisfying(
                        RegistrationFault.class,
                        fault -> assertThat(fault.kind()).isEqualTo(kind));
    }

    private static Wish wish(String configuration, @Nullable String token, String district, @Nullable String contact) {
        return new Wish(configuration, token, district, contact);
    }
}
