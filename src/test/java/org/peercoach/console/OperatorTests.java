package org.peercoach.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.peercoach.course.session.HandOvers;
import org.peercoach.course.session.Place;
import org.peercoach.course.session.Session;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.HttpLaunch;
import org.peercoach.fixture.TestLaunches;
import org.peercoach.fixture.TestMembers;
import org.peercoach.fixture.TestOperatorLinks;
import org.peercoach.fixture.TestPlatform;
import org.peercoach.shared.Settings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The operator: comes in once by each link, acts everywhere, and every act is noted. */
@ApplicationTest
class OperatorTests {

    @Autowired
    TestMembers members;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Settings settings;

    @Autowired
    HandOvers handOvers;

    @Test
    @DisplayName("Ruling 19: looking at the link changes nothing; its button works once, in the browser that looked")
    void enterWhenLinkIsNewThenOnceAndNoted() {
        String link = TestOperatorLinks.path(settings);
        OperatorBrowser first = new OperatorBrowser(settings);
        assertThat(first.get(link).statusCode()).isEqualTo(200);
        assertThat(first.get(link).body()).contains("Continue as the operator?");
        assertThat(first.get("/operator").statusCode()).isEqualTo(401);
        long before = acts("operator.entered");
        assertThat(first.enter(link).statusCode()).isEqualTo(302);
        assertThat(first.get("/operator").statusCode()).isEqualTo(200);
        assertThat(acts("operator.entered")).isEqualTo(before + 1);
        assertThat(new OperatorBrowser(settings).get(link).statusCode()).isEqualTo(410);
    }

    @Test
    void enterWhenAnotherBrowserPostsItThenRefusedAndStillGood() {
        String link = TestOperatorLinks.path(settings);
        assertThat(new OperatorBrowser(settings)
                        .postRaw(link, Map.of("form", "x"))
                        .statusCode())
                .isEqualTo(410);
        assertThat(new OperatorBrowser(settings).enter(link).statusCode()).isEqualTo(302);
    }

    @Test
    void enterWhenLinkIsOldOrForgedThenGone() {
        Clock early = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-11));
        assertThat(new OperatorBrowser(settings)
                        .get(TestOperatorLinks.path(settings, early))
                        .statusCode())
                .isEqualTo(410);
        assertThat(new OperatorBrowser(settings).get("/operator/enter/forged").statusCode())
                .isEqualTo(410);
    }

    @Test
    void signOutWhenPressedThenOutside() {
        OperatorBrowser operator = OperatorBrowser.signedIn(settings);
        assertThat(operator.post("/operator/sign-out", Map.of()).statusCode()).isEqualTo(200);
        assertThat(operator.cookies()).doesNotContainKey("__Host-pc-op");
        assertThat(operator.get("/operator").statusCode()).isEqualTo(401);
    }

    @Test
    void postWhenTokenIsMissingThenRefused() {
        OperatorBrowser operator = OperatorBrowser.signedIn(settings);
        assertThat(operator.postRaw("/operator/keys/rotate", Map.of()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void districtPagesWhenOperatorThenOpenAndActsAreTheirs() {
        TestDistrict lincoln = TestDistrict.in(members, jdbc);
        long pending = lincoln.pending(lincoln.guid());
        OperatorBrowser operator = OperatorBrowser.signedIn(settings);
        assertThat(operator.get(lincoln.path("/lms")).body()).contains("Operator", "/lms/" + pending + "/approve");
        operator.post(lincoln.path("/lms/" + pending + "/approve"), Map.of());
        assertThat(lincoln.status(pending)).isEqualTo("APPROVED");
        assertThat(jdbc.sql("select actor from audit_entry where act = 'deployment.approved' and subject = ?")
                        .param("deployment:" + pending)
                        .query(String.class)
                        .single())
                .isEqualTo("operator");
        assertThat(operator.get("/d/999999999/lms").statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("Ruling 16: passages into a new tab are for people of an LMS, not for the operator")
    void districtPagesWhenOperatorThenNoPassageIntoATab() {
        TestDistrict lincoln = TestDistrict.in(members, jdbc);
        OperatorBrowser operator = OperatorBrowser.signedIn(settings);
        assertThat(lincoln.administrator().get(lincoln.path("/lms")).body()).contains("id=\"new-tab\"");
        assertThat(operator.get(lincoln.path("/lms")).body())
                .contains("Operator")
                .doesNotContain("id=\"new-tab\"", "id=\"pc-ending\"");
        Map<String, String> page = Map.of("path", lincoln.path("/lms"));
        assertThat(operator.post(lincoln.path("/ticket"), page).statusCode()).isEqualTo(404);
        Session session =
                Session.begin(Place.operator(), 0, 0, "", Clock.systemUTC().instant(), List.of());
        String ticket = handOvers.ticket(session, "/operator", null);
        assertThat(operator.postRaw("/hand-over", Map.of("ticket", ticket)).statusCode())
                .isEqualTo(410);
    }

    @Test
    @DisplayName("Ruling 5: a deployment moves to a named district only while nobody works there")
    void approveWhenOtherDistrictIsNamedThenOnlyWithoutMembers() {
        TestDistrict lincoln = TestDistrict.in(members, jdbc);
        long empty = lincoln.pending("another-guid");
        OperatorBrowser operator = OperatorBrowser.signedIn(settings);
        operator.post("/operator/deployments/" + empty + "/approve", Map.of("district", " New  District "));
        assertThat(district(empty)).isEqualTo("New District");
        operator.post("/operator/deployments/" + lincoln.deployment() + "/close", Map.of());
        assertThat(lincoln.status(lincoln.deployment())).isEqualTo("DISABLED");
        operator.post("/operator/deployments/" + lincoln.deployment() + "/approve", Map.of("district", "Elsewhere"));
        assertThat(lincoln.status(lincoln.deployment())).isEqualTo("DISABLED");
        assertThat(district(lincoln.deployment())).isEqualTo(lincoln.course().district());
        operator.post("/operator/deployments/" + lincoln.deployment() + "/approve", Map.of("district", ""));
        assertThat(lincoln.status(lincoln.deployment())).isEqualTo("APPROVED");
    }

    @Test
    @DisplayName("LTI-R14: a registration by hand, with presets; what was typed stays when something is wrong")
    void addWhenTypedThenCheckedLikeTheFileAndKept() {
        OperatorBrowser operator = OperatorBrowser.signedIn(settings);
        assertThat(operator.get("/operator/registrations/new?preset=MOODLE&site=https://moodle.lincoln.example/")
                        .body())
                .contains("https://moodle.lincoln.example/mod/lti/certs.php");
        Map<String, String> typed = typed("https://" + UUID.randomUUID() + ".example");
        Map<String, String> unsafe = new java.util.HashMap<>(typed);
        unsafe.put("jwks", "http://moodle.example/keys");
        var refused = operator.post("/operator/registrations", unsafe);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("http://moodle.example/keys", "begins with https://", "Hand LMS");
        assertThat(operator.post("/operator/registrations", typed).statusCode()).isEqualTo(302);
        var twice = operator.post("/operator/registrations", typed);
        assertThat(twice.statusCode()).isEqualTo(422);
        assertThat(twice.body()).contains("already");
    }

    @Test
    void endpointsWhenChangedThenInForceAndNotedWithoutQuery() {
        OperatorBrowser operator = OperatorBrowser.signedIn(settings);
        TestPlatform lms = TestPlatform.registered(jdbc);
        String path = "/operator/registrations/" + lms.registrationId(jdbc);
        Map<String, String> wrong =
                Map.of("authorization", "x", "token", "https://a.example/t", "jwks", "https://a.example/k");
        assertThat(operator.post(path + "/endpoints", wrong).statusCode()).isEqualTo(422);
        Map<String, String> right = Map.of(
                "authorization",
                "https://a.example/auth?k=secret",
                "token",
                "https://a.example/t",
                "jwks",
                "https://a.example/k");
        assertThat(operator.post(path + "/endpoints", right).statusCode()).isEqualTo(302);
        assertThat(operator.get(path).body()).contains("https://a.example/auth?k=secret");
        assertThat(details("registration.endpoints", lms))
                .contains("https://a.example/auth ")
                .doesNotContain("secret");
    }

    @Test
    void launchWhenTheOperatorSwitchedTheLmsOffThenPlainPageUntilItIsOn() {
        OperatorBrowser operator = OperatorBrowser.signedIn(settings);
        TestPlatform lms = TestPlatform.registered(jdbc);
        String path = "/operator/registrations/" + lms.registrationId(jdbc);
        HttpLaunch browser = HttpLaunch.of(settings, lms);
        HttpLaunch.Answer begun = browser.login();
        operator.post(path + "/off", Map.of());
        assertThat(browser.launch(begun, TestLaunches.learner("mary")).code()).isEqualTo("LMS-OFF");
        assertThat(HttpLaunch.of(settings, lms).login().code()).isEqualTo("LMS-OFF");
        operator.post(path + "/on", Map.of());
        assertThat(HttpLaunch.of(settings, lms)
                        .open(TestLaunches.learner("mary"))
                        .status())
                .isEqualTo(303);
    }

    @Test
    @DisplayName("Ruling 27: offered endpoints wait; the operator takes exactly those that were shown")
    void offerWhenDecidedThenOnlyTheOneThatWasShown() {
        OperatorBrowser operator = OperatorBrowser.signedIn(settings);
        TestPlatform lms = TestPlatform.registered(jdbc);
        long id = lms.registrationId(jdbc);
        jdbc.sql("insert into lti_endpoint_offer (registration_id, authorization_endpoint, token_endpoint, jwks_uri,"
                        + " configuration_host, offered_at) values (?, 'https://b.example/a', 'https://b.example/t',"
                        + " 'https://b.example/k', 'b.example', '2026-11-25 10:00:00')")
                .param(id)
                .update();
        String path = "/operator/registrations/" + id;
        assertThat(operator.get(path).body()).contains("https://b.example/k");
        operator.post(path + "/offer/accept", Map.of("mark", "1"));
        assertThat(jwks(id)).isNotEqualTo("https://b.example/k");
        String mark =
                Long.toString(java.time.Instant.parse("2026-11-25T10:00:00Z").toEpochMilli());
        operator.post(path + "/offer/accept", Map.of("mark", mark));
        assertThat(jwks(id)).isEqualTo("https://b.example/k");
        assertThat(operator.get(path).body()).doesNotContain("Leave as it is");
    }

    @Test
    void rotateWhenPressedThenOneNewKeyThatIsPublishedFirst() {
        OperatorBrowser operator = OperatorBrowser.signedIn(settings);
        assertThat(operator.get("/operator/keys").body()).contains("Signs now");
        operator.post("/operator/keys/rotate", Map.of());
        String page = operator.get("/operator/keys").body();
        assertThat(page).contains("Signs now", "Signs soon").doesNotContain("id=\"rotate\"");
        long keys =
                jdbc.sql("select count(*) from lti_tool_key").query(Long.class).single();
        operator.post("/operator/keys/rotate", Map.of());
        assertThat(jdbc.sql("select count(*) from lti_tool_key")
                        .query(Long.class)
                        .single())
                .isEqualTo(keys);
    }

    private static Map<String, String> typed(String issuer) {
        return Map.of(
                "issuer",
                issuer,
                "client",
                "client-1",
                "name",
                "Hand LMS",
                "district",
                "Hand District",
                "authorization",
                issuer + "/auth",
                "token",
                issuer + "/token",
                "jwks",
                issuer + "/jwks");
    }

    private String district(long deployment) {
        return jdbc.sql("select district_name from lti_deployment where id = ?")
                .param(deployment)
                .query(String.class)
                .single();
    }

    private String jwks(long registration) {
        return jdbc.sql("select jwks_uri from lti_registration where id = ?")
                .param(registration)
                .query(String.class)
                .single();
    }

    private String details(String act, TestPlatform lms) {
        return jdbc.sql("select details from audit_entry where act = ? and subject = ?")
                .params(act, "registration:" + lms.registrationId(jdbc))
                .query(String.class)
                .single();
    }

    private long acts(String act) {
        return jdbc.sql("select count(*) from audit_entry where act = ?")
                .param(act)
                .query(Long.class)
                .single();
    }
}
