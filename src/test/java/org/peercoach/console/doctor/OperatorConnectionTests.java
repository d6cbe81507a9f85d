package org.peercoach.console.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.peercoach.console.OperatorBrowser;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.PlatformStub;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers;
import org.peercoach.fixture.TestMembers.TestCourse;
import org.peercoach.lti.ServiceTarget;
import org.peercoach.shared.Settings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The operator examines the connection of any district, also before anybody has come from there. */
@ApplicationTest
class OperatorConnectionTests {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestMembers members;

    @Autowired
    Settings settings;

    private PlatformStub lms;
    private String district;
    private ServiceTarget target;

    @BeforeEach
    void connect() {
        lms = PlatformStub.start();
        district = "District " + UUID.randomUUID();
        target = register("APPROVED");
    }

    @AfterEach
    void disconnect() {
        lms.close();
    }

    @Test
    @DisplayName("UX-A4: nobody has come from the district yet, and the operator sees what is wrong")
    void checkWhenTheDistrictIsNewThenExamined() {
        lms.refusesToken(401, "invalid_client");
        OperatorBrowser operator = OperatorBrowser.signedIn(settings);
        assertThat(operator.get("/operator/deployments?pending=false&q=" + district.substring(9))
                        .body())
                .contains(path(target));
        assertThat(operator.get(path(target)).body())
                .contains("Check the connection", "All districts")
                .doesNotContain("storage-test");
        assertThat(operator.post(path(target), Map.of()).statusCode()).isEqualTo(302);
        assertThat(operator.get(path(target)).body())
                .contains("check-TOKEN", "invalid_client")
                .doesNotContain("check-COOKIE");
        assertThat(audited(target)).containsExactly("operator -");
    }

    @Test
    @DisplayName("UX-A4: services are tried in the district's own course, and no name is shown")
    void checkWhenTheDistrictHasPeopleThenTriedInItsCourse() {
        TestCourse course = new TestCourse(members, target, district, "clinic", "training");
        SignedIn ada = course.administrator("Ada Park");
        course.coach("Mary Ellis");
        jdbc.sql("update course_course set line_items_url = ? where registration_id = ?")
                .params(lms.lineItemsUrl(), target.registrationId())
                .update();
        lms.holdsLineItems(lms.lineItem(7, "session-1", "peer-coaching", null));
        OperatorBrowser operator = OperatorBrowser.signedIn(settings);
        operator.post(path(target), Map.of());
        String page = operator.get(path(target)).body();
        assertThat(page)
                .containsPattern("(?s)id=\"check-LINE_ITEMS\".{0,300}one column")
                .contains("check-GRADES")
                .doesNotContain("Mary Ellis", "Ada Park");
        assertThat(audited(target)).containsExactly("operator " + ada.member().district());
        // the district's own page shows the same, and who looked
        assertThat(ada.get("/d/" + ada.member().district() + "/lms/" + target.deploymentId() + "/check")
                        .body())
                .contains("check-LINE_ITEMS");
    }

    @Test
    @DisplayName("Role by page: the operator's page is for the operator only")
    void pageWhenAskedForByEachRoleThenOpenToTheOperatorOnly() {
        TestCourse course = new TestCourse(members, target, district, "clinic", "training");
        List<SignedIn> people = List.of(
                course.trainer("Tom Trainer"),
                course.coach("Mary Ellis"),
                course.participant("Dana Reed"),
                course.observer("Olga Stone"),
                course.administrator("Ada Park"));
        for (SignedIn who : people) {
            assertThat(who.get(path(target)).statusCode()).isIn(401, 403);
            assertThat(who.post(path(target), Map.of()).statusCode()).isIn(401, 403);
        }
        SignedIn nobody = people.getFirst().withCookies("");
        assertThat(nobody.get(path(target)).statusCode()).isEqualTo(401);
        assertThat(nobody.post(path(target), Map.of(), "none").statusCode()).isIn(401, 403);
        OperatorBrowser operator = OperatorBrowser.signedIn(settings);
        assertThat(operator.get(path(target)).statusCode()).isEqualTo(200);
        assertThat(operator.postRaw(path(target), Map.of()).statusCode())
                .as("a form of another site")
                .isEqualTo(403);
        assertThat(lms.tokenRequests()).isEmpty();
    }

    @Test
    @DisplayName("LTI-A3: what is not approved, or not there, cannot be examined")
    void checkWhenNotApprovedOrUnknownThenNotFound() {
        OperatorBrowser operator = OperatorBrowser.signedIn(settings);
        ServiceTarget waiting = register("PENDING");
        for (String path : List.of(path(waiting), "/operator/deployments/999999999/check")) {
            assertThat(operator.get(path).statusCode()).isEqualTo(404);
            assertThat(operator.post(path, Map.of()).statusCode()).isEqualTo(404);
        }
        assertThat(operator.get("/operator/deployments?q=" + district.substring(9))
                        .body())
                .doesNotContain(path(waiting));
        assertThat(lms.tokenRequests()).isEmpty();
    }

    private static String path(ServiceTarget target) {
        return "/operator/deployments/" + target.deploymentId() + "/check";
    }

    private List<String> audited(ServiceTarget target) {
        return jdbc.sql(
                        "select actor, district_id from audit_entry where act = 'lms.connection-checked' and subject = ?")
                .param("deployment:" + target.deploymentId())
                .query((row, index) -> row.getString("actor") + " "
                        + (row.getString("district_id") == null ? "-" : row.getString("district_id")))
                .list();
    }

    private ServiceTarget register(String status) {
        String client = UUID.randomUUID().toString();
        String base = lms.server().baseUrl();
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        jdbc.sql("insert into lti_registration (issuer, client_id, name, authorization_endpoint, token_endpoint,"
                        + " jwks_uri, district_name, source, created_at, changed_at)"
                        + " values (?, ?, 'Stub', ?, ?, ?, ?, 'TEST', ?, ?)")
                .params(base, client, base + "/auth", base + "/mod/lti/token.php", base + "/jwks")
                .params(district, now, now)
                .update();
        long registration = jdbc.sql("select id from lti_registration where client_id = ?")
                .param(client)
                .query(Long.class)
                .single();
        jdbc.sql("insert into lti_deployment (registration_id, deployment_id, status, district_name, created_at,"
                        + " changed_at) values (?, '1', ?, ?, ?, ?)")
                .params(registration, status, district, now, now)
                .update();
        return jdbc.sql("select id from lti_deployment where registration_id = ?")
                .param(registration)
                .query((row, index) -> new ServiceTarget(registration, row.getLong(1)))
                .single();
    }
}
