package org.peercoach.lti.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.HttpLaunch;
import org.peercoach.fixture.TestLaunches;
import org.peercoach.fixture.TestPlatform;
import org.peercoach.lti.registration.RegistrationCatalog;
import org.peercoach.shared.Settings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** LTI-T15, T31, R8, rulings 5 and 6: which deployments open the tool. */
@ApplicationTest
class DeploymentTests {

    @Autowired
    Settings settings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RegistrationCatalog catalog;

    @Test
    @DisplayName("LTI-T15: an unknown deployment waits for approval; nothing else is stored")
    void launchWhenDeploymentIsUnknownThenNotedOnce() {
        TestPlatform platform = TestPlatform.registered(jdbc);
        long people = count("course_person");
        HttpLaunch.Answer answer = open(platform, "new place", "guid-1");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("DEPLOYMENT-PENDING");
        assertThat(answer.body()).contains("new place").doesNotContain("__Host-pc-");
        assertThat(open(platform, "new place", "guid-1").code()).isEqualTo("DEPLOYMENT-PENDING");
        assertThat(deployments(platform))
                .containsExactlyInAnyOrder(
                        Map.of("deployment_id", "1", "status", "APPROVED"),
                        Map.of("deployment_id", "new place", "status", "PENDING"));
        assertThat(count("course_person")).isEqualTo(people);
    }

    @Test
    @DisplayName("LTI-T15: once approved, it opens")
    void launchWhenDeploymentWasApprovedThenOpens() {
        TestPlatform platform = TestPlatform.withoutDeployment(jdbc, false);
        assertThat(open(platform, "1", "guid").code()).isEqualTo("DEPLOYMENT-PENDING");
        jdbc.sql("update lti_deployment set status = 'APPROVED' where registration_id = ?")
                .param(platform.registrationId(jdbc))
                .update();
        catalog.forget();
        assertThat(open(platform, "1", "guid").status()).isEqualTo(303);
    }

    @Test
    void launchWhenDeploymentWasClosedOrRefusedThenPlainPageAndNothingElse() {
        TestPlatform platform = TestPlatform.registered(jdbc);
        long people = count("course_person");
        for (String status : List.of("DISABLED", "REFUSED")) {
            jdbc.sql("update lti_deployment set status = ? where registration_id = ?")
                    .params(status, platform.registrationId(jdbc))
                    .update();
            catalog.forget();
            HttpLaunch.Answer answer = open(platform, "1", "guid");
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("DEPLOYMENT-OFF");
        }
        assertThat(count("course_person")).isEqualTo(people);
    }

    @Test
    void launchWhenDeploymentIsOpenThenItsTimeIsKnown() {
        TestPlatform platform = TestPlatform.registered(jdbc);
        open(platform, "1", "guid");
        assertThat(jdbc.sql(
                                "select count(*) from lti_deployment where registration_id = ? and last_launch_at is not null")
                        .param(platform.registrationId(jdbc))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("LTI-T15: a deployment of another client is unknown here, though its id is the same")
    void launchWhenDeploymentIsOfAnotherClientThenPending() {
        TestPlatform.registered(jdbc).approve(jdbc, "theirs");
        HttpLaunch.Answer answer = open(TestPlatform.registered(jdbc), "theirs", "guid");
        LaunchCases.note("2.4", "deployment of another client", "DEPLOYMENT-PENDING", answer.code());
        assertThat(answer.code()).isEqualTo("DEPLOYMENT-PENDING");
    }

    @Test
    @DisplayName("LTI-T15: ids are compared byte by byte")
    void launchWhenDeploymentDiffersInCaseThenPending() {
        TestPlatform platform = TestPlatform.registered(jdbc).approve(jdbc, "abc");
        assertThat(open(platform, "abc", "guid").status()).isEqualTo(303);
        assertThat(open(platform, "ABC", "guid").code()).isEqualTo("DEPLOYMENT-PENDING");
        assertThat(open(platform, "abc ", "guid").code()).isEqualTo("DEPLOYMENT-PENDING");
    }

    @Test
    @DisplayName("LTI-R8: the first deployment is approved where the registration says so; the second waits")
    void launchWhenRegistrationAdoptsThenOnlyTheFirst() {
        TestPlatform platform = TestPlatform.withoutDeployment(jdbc, true);
        assertThat(open(platform, "first", "guid").status()).isEqualTo(303);
        assertThat(open(platform, "second", "other").code()).isEqualTo("DEPLOYMENT-PENDING");
        assertThat(open(platform, "first", "guid").status()).isEqualTo(303);
    }

    @Test
    @DisplayName("LTI-R8: of several first deployments at once exactly one is approved")
    void launchWhenManyFirstDeploymentsAtOnceThenOneIsApproved() throws Exception {
        TestPlatform platform = TestPlatform.withoutDeployment(jdbc, true);
        List<Callable<HttpLaunch.Answer>> launches = IntStream.range(0, 6)
                .<Callable<HttpLaunch.Answer>>mapToObj(i -> () -> open(platform, "d" + i, "guid" + i))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Integer> statuses = threads.invokeAll(launches).stream()
                    .map(DeploymentTests::status)
                    .sorted()
                    .toList();
            assertThat(statuses).containsExactly(303, 403, 403, 403, 403, 403);
        }
        assertThat(deployments(platform).stream().filter(row -> row.containsValue("APPROVED")))
                .hasSize(1);
    }

    @Test
    @DisplayName("Ruling 5: a pending deployment is proposed to the district of the same site, else to one of its own")
    void launchWhenDeploymentIsUnknownThenDistrictIsProposed() {
        TestPlatform platform = TestPlatform.registered(jdbc);
        assertThat(open(platform, "1", "site-a").status()).isEqualTo(303);
        open(platform, "second of a", "site-a");
        open(platform, "first of b", "site-b");
        assertThat(district(platform, "second of a")).isEqualTo(platform.districtName());
        assertThat(district(platform, "first of b"))
                .isNotEqualTo(platform.districtName())
                .endsWith("first of b");
        TestPlatform fresh = TestPlatform.withoutDeployment(jdbc, false);
        open(fresh, "first", "site-c");
        assertThat(district(fresh, "first")).isEqualTo(fresh.districtName());
    }

    @Test
    @DisplayName("LTI-T31: what the LMS says of itself is kept per deployment, and written only when it changed")
    void launchWhenPlatformSpeaksThenKeptOnce() {
        TestPlatform platform = TestPlatform.registered(jdbc);
        open(platform, "1", "site-a");
        Map<String, @Nullable Object> first = facts(platform);
        assertThat(first).containsEntry("platform_guid", "site-a").containsEntry("platform_name", "Lincoln LMS");
        open(platform, "1", "site-a");
        assertThat(facts(platform)).isEqualTo(first);
        open(platform, "1", "site-b");
        assertThat(facts(platform)).containsEntry("platform_guid", "site-b");
    }

    private HttpLaunch.Answer open(TestPlatform platform, String deployment, String guid) {
        return HttpLaunch.of(settings, platform)
                .open(TestLaunches.learner("mary")
                        .lti("deployment_id", deployment)
                        .lti("tool_platform", Map.of("guid", guid, "name", "Lincoln LMS")));
    }

    private static int status(Future<HttpLaunch.Answer> answer) {
        try {
            return answer.get().status();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Map<String, @Nullable Object>> deployments(TestPlatform platform) {
        return jdbc.sql("select deployment_id, status from lti_deployment where registration_id = ?")
                .param(platform.registrationId(jdbc))
                .query()
                .listOfRows();
    }

    private Map<String, @Nullable Object> facts(TestPlatform platform) {
        return jdbc.sql("select platform_guid, platform_name, changed_at from lti_deployment where registration_id = ?")
                .param(platform.registrationId(jdbc))
                .query()
                .singleRow();
    }

    private String district(TestPlatform platform, String deployment) {
        return jdbc.sql("select district_name from lti_deployment where registration_id = ? and deployment_id = ?")
                .params(platform.registrationId(jdbc), deployment)
                .query(String.class)
                .single();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
