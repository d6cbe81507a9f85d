package org.peercoach.console.doctor;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.PlatformStub;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestKeys;
import org.peercoach.fixture.TestMembers;
import org.peercoach.lti.diagnosis.LaunchJournal;
import org.peercoach.lti.key.PlatformKeys;
import org.peercoach.lti.registration.RegistrationCatalog;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Faults of a connection, seeded one after another: the connection doctor names each cause, and who mends it. */
@ApplicationTest
class ConnectionFaultsTests {

    private static final String ROSTER_SCOPE =
            "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";
    private static final String ROSTER = "/mod/lti/services.php/CourseSection/2/bindings/1/memberships";
    private static final String LMS = "The LMS administrator";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestMembers members;

    @Autowired
    LaunchJournal journal;

    @Autowired
    RegistrationCatalog catalog;

    @Autowired
    PlatformKeys keys;

    private PlatformStub lms;
    private Clinic clinic;
    private long registration;

    @BeforeEach
    void connect() {
        lms = PlatformStub.start();
        register();
        clinic = Clinic.of(jdbc, members, journal, registration);
        jdbc.sql("update course_course set memberships_url = ?, line_items_url = ? where registration_id = ?")
                .params(lms.server().baseUrl() + ROSTER, lms.lineItemsUrl(), registration)
                .update();
        answersKeys(keySet(Instant.now()));
        grants(PlatformStub.SCOPES, Set.of(ROSTER_SCOPE));
        lms.server()
                .stubFor(get(urlPathEqualTo(ROSTER))
                        .willReturn(PlatformStub.json(200, "{\"members\":[{\"user_id\":\"4\"},{\"user_id\":\"5\"}]}")));
        lms.holdsLineItems(lms.lineItem(7, "session-1", "peer-coaching", null));
    }

    @AfterEach
    void disconnect() {
        lms.close();
    }

    @Test
    @DisplayName("A connection in order: every light is green, and nothing of the other side is shown")
    void connectionWhenInOrderThenAllGood() {
        assertThat(clinic.finding("KEY_SET")).contains("In order", "One key: platform-key");
        assertThat(clinic.findingShown("LOGIN_ADDRESS")).contains("In order");
        assertThat(clinic.findingShown("CLOCK")).contains("In order", "agrees with ours");
        assertThat(clinic.findingShown("TOKEN")).contains("In order");
        assertThat(clinic.findingShown("SCOPES")).contains("In order");
        assertThat(clinic.findingShown("ROSTER")).contains("In order", "2 people");
        assertThat(clinic.findingShown("LINE_ITEMS")).contains("In order", "one column");
        assertThat(clinic.findingShown("GRADES")).contains("In order");
        assertThat(clinic.administrator().get(clinic.checkPath()).body()).doesNotContain("token-", "members\"");
    }

    @Test
    @DisplayName("Fault 1: the LMS's clock is five minutes off, measured by the Date of its answers")
    void clockWhenFiveMinutesOffThenNamed() {
        Instant asked = Instant.now();
        answersKeys(keySet(asked.plusSeconds(300)));
        String finding = clinic.finding("CLOCK");
        // the stub's clock stands still, so the wait for the answer is missing, and so is the header's part of a second
        long missing = Duration.between(asked, Instant.now()).toSeconds() + 2;
        assertThat(secondsIn(finding)).isBetween(300 - missing, 300L);
        assertThat(finding).contains("seconds ahead of ours; 60 are allowed", "Fault", LMS);
    }

    @Test
    @DisplayName("Fault 4: all keys of the LMS were replaced at once")
    void keysWhenReplacedThenNamed() throws Exception {
        keys.of(catalog.byId(registration).orElseThrow()).get(new JWKSelector(new JWKMatcher.Builder().build()), null);
        answersKeys(PlatformStub.json(
                200, new JWKSet(TestKeys.rotated()).toPublicJWKSet().toString()));
        assertThat(clinic.finding("KEYS")).contains("replaced all its keys at once", "rotated-key", LMS);
    }

    @Test
    @DisplayName("Fault 5: a scope was removed")
    void scopeWhenRemovedThenNamed() {
        grants(
                PlatformStub.SCOPES.stream()
                        .filter(scope -> !scope.endsWith("/score"))
                        .collect(Collectors.toSet()),
                Set.of());
        assertThat(clinic.finding("SCOPES")).contains("Not granted: score, contextmembership.readonly", "Fault", LMS);
        assertThat(clinic.findingShown("ROSTER")).contains("did not grant the scope");
    }

    @Test
    @DisplayName("Fault 5: an LMS that refuses the whole request for one scope (Canvas)")
    void scopeWhenRefusedThenNamed() {
        lms.refusesToken(400, "invalid_scope");
        assertThat(clinic.finding("SCOPES")).contains("Not granted", "lineitem", "score", "Fault", LMS);
        assertThat(clinic.findingShown("TOKEN")).contains("invalid_scope");
    }

    @Test
    @DisplayName("Fault 6: the key set address answers with a page (HTML)")
    void keySetWhenHtmlThenNamed() {
        answersKeys(aResponse().withStatus(200).withBody("<!doctype html><title>Sign in as mary.ellis</title>"));
        assertThat(clinic.finding("KEY_SET"))
                .contains("does not answer with a key set", "web page (HTML)", "Fault", LMS)
                .doesNotContain("mary.ellis");
    }

    @Test
    @DisplayName("Fault 7: the token endpoint answers 500")
    void tokenWhenStatus500ThenNamed() {
        lms.refusesToken(500, "oops");
        assertThat(clinic.finding("TOKEN")).contains("status 500", "fault inside the LMS", "Fault", LMS);
        assertThat(clinic.findingShown("SCOPES")).contains("Not checked");
        assertThat(clinic.findingShown("ROSTER")).contains("gave us no access");
    }

    @Test
    @DisplayName("The LMS does not accept who we are")
    void tokenWhenClientIsRefusedThenNamed() {
        lms.refusesToken(401, "invalid_client");
        assertThat(clinic.finding("TOKEN")).contains("does not accept who we are", LMS);
    }

    @Test
    @DisplayName("Fault 8: the administrator's own browser refuses cookies")
    void cookieWhenRefusedThenNamed() {
        var done = clinic.examine();
        assertThat(done.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-pc-probe=1")
                        .contains("Partitioned", "SameSite=None", "Secure", "HttpOnly"));
        String back = done.headers().firstValue("Location").orElseThrow();
        String path = back.replaceFirst("^https?://[^/]+", "");
        assertThat(clinic.administrator().get(path).body()).contains("this browser refuses cookies here");
        SignedIn keeping =
                clinic.administrator().withCookies(clinic.administrator().cookies() + "; __Host-pc-probe=1");
        assertThat(keeping.get(path).body()).contains("It came back");
    }

    @Test
    @DisplayName("Fault 11: the key set address's host is not known; one in a private network is not asked")
    void keySetWhenHostIsUnreachableThenNamed() {
        point("https://no-such-host.invalid/jwks");
        assertThat(clinic.finding("KEY_SET")).contains("Its name is not known", "Fault", LMS);
        assertThat(clinic.findingShown("CLOCK")).contains("Not checked");
    }

    @Test
    @DisplayName("Ruling 29: an address in a private network is a class of its own, for whoever runs the server")
    void keySetWhenAddressIsPrivateThenNamed() {
        point("https://10.20.30.40/jwks");
        assertThat(clinic.finding("KEY_SET"))
                .contains("private network", "PEERCOACH_ALLOWED_PRIVATE_HOSTS", "Whoever runs this server")
                .doesNotContain("10.20.30.40");
    }

    @Test
    @DisplayName("Fault 16: people whose LMS role cannot have grades")
    void gradesWhenRoleCannotBeGradedThenNamed() {
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        jdbc.sql(
                        "insert into gradebook_score (member_id, activity_key, course_id, points, maximum, completed,"
                                + " started_at, recorded_at, version, state, state_at, reason, attempts, sent_version)"
                                + " values (?, 'session-1', ?, 5, 25, false, ?, ?, 1, 'FAILED', ?, 'gradebook.reason.not-gradable', 1, 0)")
                .params(
                        clinic.administrator().member().id().value(),
                        clinic.administrator().member().course().value())
                .params(now, now, now)
                .update();
        assertThat(clinic.finding("GRADES"))
                .contains("Points of one person were refused", "Enroll coaches as students", LMS);
    }

    @Test
    @DisplayName("Ruling 29: at most one run every ten seconds; each is in the audit log")
    void runWhenRepeatedAtOnceThenRefusedAndAudited() {
        clinic.examine();
        int asked = lms.tokenRequests().size();
        clinic.examine();
        assertThat(lms.tokenRequests()).hasSize(asked);
        assertThat(jdbc.sql("select count(*) from audit_entry where act = 'lms.connection-checked' and district_id = ?")
                        .param(clinic.administrator().member().district())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("Another district's connection is not there, neither to see nor to examine")
    void connectionWhenOfAnotherDistrictThenNotFound() {
        SignedIn stranger = members.administrator();
        String theirs =
                "/d/" + stranger.member().district() + clinic.checkPath().replaceFirst("^/d/\\d+", "");
        assertThat(stranger.get(theirs).statusCode()).isEqualTo(404);
        assertThat(Clinic.post(stranger, theirs).statusCode()).isEqualTo(404);
        assertThat(stranger.get(clinic.checkPath()).statusCode()).isNotEqualTo(200);
        assertThat(lms.tokenRequests()).isEmpty();
    }

    @Test
    @DisplayName("LTI-A3: a proof of who we are goes to open connections only")
    void connectionWhenNotApprovedThenNothingIsSentToIt() {
        jdbc.sql("update lti_deployment set status = 'PENDING' where registration_id = ?")
                .param(registration)
                .update();
        openAnotherOfTheDistrict();
        clinic.examine();
        assertThat(clinic.administrator().get(clinic.checkPath()).statusCode()).isEqualTo(404);
        jdbc.sql("update lti_deployment set status = 'DISABLED' where registration_id = ? and deployment_id = '1'")
                .param(registration)
                .update();
        clinic.examine();
        assertThat(clinic.administrator().get(clinic.checkPath()).statusCode()).isEqualTo(200);
        assertThat(lms.tokenRequests()).isEmpty();
    }

    private void openAnotherOfTheDistrict() {
        jdbc.sql("insert into lti_deployment (registration_id, deployment_id, status, district_name, created_at,"
                        + " changed_at) select registration_id, '2', 'APPROVED', district_name, created_at, changed_at"
                        + " from lti_deployment where registration_id = ? and deployment_id = '1'")
                .param(registration)
                .update();
    }

    private void register() {
        String unique = UUID.randomUUID().toString();
        String base = lms.server().baseUrl();
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        jdbc.sql("insert into lti_registration (issuer, client_id, name, authorization_endpoint, token_endpoint,"
                        + " jwks_uri, district_name, source, created_at, changed_at)"
                        + " values (?, ?, 'Stub', ?, ?, ?, ?, 'TEST', ?, ?)")
                .params(base, unique, base + "/auth", base + "/mod/lti/token.php", base + "/jwks")
                .params("District " + unique, now, now)
                .update();
        registration = jdbc.sql("select id from lti_registration where client_id = ?")
                .param(unique)
                .query(Long.class)
                .single();
        jdbc.sql("insert into lti_deployment (registration_id, deployment_id, status, district_name, created_at,"
                        + " changed_at) values (?, '1', 'APPROVED', ?, ?, ?)")
                .params(registration, "District " + unique, now, now)
                .update();
    }

    private void point(String keySet) {
        jdbc.sql("update lti_registration set jwks_uri = ? where id = ?")
                .params(keySet, registration)
                .update();
        catalog.forget();
    }

    private void answersKeys(ResponseDefinitionBuilder answer) {
        lms.server().stubFor(get(urlPathEqualTo("/jwks")).willReturn(answer));
    }

    private static ResponseDefinitionBuilder keySet(Instant clock) {
        return PlatformStub.json(
                        200, new JWKSet(TestKeys.platform()).toPublicJWKSet().toString())
                .withHeader("Date", date(clock));
    }

    private void grants(Set<String> gradebook, Set<String> others) {
        Set<String> all = new java.util.TreeSet<>(gradebook);
        all.addAll(others);
        lms.answersToken(String.join(" ", all), 3600);
    }

    private static long secondsIn(String finding) {
        Matcher number = Pattern.compile("It is (\\d+) seconds").matcher(finding);
        assertThat(number.find()).as(finding).isTrue();
        return Long.parseLong(number.group(1));
    }

    private static String date(Instant at) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
    }
}
