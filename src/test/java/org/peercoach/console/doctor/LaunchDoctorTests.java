package org.peercoach.console.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.peercoach.audit.AuditTrail;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.HttpLaunch;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestLaunches;
import org.springframework.beans.factory.annotation.Autowired;

/** Who sees which launches, and how they are found. */
@ApplicationTest
class LaunchDoctorTests extends PlatformAndClinic {

    private static final Pattern ROW = Pattern.compile("<tr role=\"row\"><th scope=\"row\"");

    @Autowired
    AuditTrail trail;

    @Test
    @DisplayName("Without a launch the page says so; launches that opened are not in the way")
    void listWhenNothingIsWrongThenSaysSo() {
        assertThat(clinic.page("/launches")).contains("Nothing needs attention here");
        assertThat(launch(TestLaunches.learner("mary")).status()).isEqualTo(303);
        assertThat(clinic.page("/launches")).contains("Nothing needs attention here");
        assertThat(clinic.page("/launches?show=all")).contains("It opened", "LMS ");
    }

    @Test
    @DisplayName("A code is found however it was copied; an unknown one gets a hint")
    void searchWhenByCodeThenFound() {
        HttpLaunch.Answer refused = launch(TestLaunches.learner("mary").lti("version", "2.0"));
        String code = Clinic.reference(refused);
        assertThat(clinic.page("/launches?ref="
                        + code.toLowerCase(java.util.Locale.ROOT).replace("-", "+")))
                .contains("id=\"cause\"", "Wrong version of LTI");
        assertThat(clinic.page("/launches?ref=ZZZZ-ZZZZ")).contains("No launch with the code ZZZZ-ZZZZ");
        assertThat(clinic.page("/launches?ref=%3Cscript%3E")).doesNotContain("<script>");
    }

    @Test
    @DisplayName("The list is filtered by code and by day, and paged from the newest on")
    void listWhenFilteredThenFitting() {
        for (int i = 0; i < 52; i++) {
            launch(TestLaunches.learner("mary").lti("version", "2.0"));
        }
        launch(TestLaunches.learner("mary").without("sub"));
        String first = clinic.page("/launches");
        assertThat(rows(first)).isEqualTo(50);
        String older = first.replaceAll("(?s).*href=\"/d/\\d+([^\"]*before=\\d+)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(rows(clinic.page(older))).isEqualTo(3);
        assertThat(clinic.page(older)).contains("Newest");
        assertThat(rows(clinic.page("/launches?result=LAUNCH-IDENTITY"))).isEqualTo(1);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        assertThat(rows(clinic.page("/launches?day=" + today.minusDays(3)))).isZero();
        assertThat(rows(clinic.page("/launches?result=LAUNCH-IDENTITY&day=" + today)))
                .isEqualTo(1);
        assertThat(clinic.page("/launches?day=nonsense")).contains("Launch doctor");
    }

    @Test
    @DisplayName("Two districts: neither sees a launch of the other, by list, code or address")
    void launchWhenOfAnotherDistrictThenNotThere() {
        HttpLaunch.Answer refused = launch(TestLaunches.learner("mary").lti("version", "2.0"));
        assertThat(clinic.about(refused)).contains("Wrong version of LTI");
        String address = clinic.page("/launches").replaceAll("(?s).*?href=\"/d/\\d+(/launches/\\d+)\".*", "$1");
        SignedIn stranger = members.administrator();
        String home = "/d/" + stranger.member().district();
        assertThat(stranger.get(home + "/launches?ref=" + Clinic.reference(refused))
                        .body())
                .contains("No launch with the code");
        assertThat(stranger.get(home + "/launches?show=all").body()).doesNotContain(platform.clientId());
        assertThat(stranger.get(home + address).statusCode()).isEqualTo(404);
        assertThat(clinic.administrator().get(clinic.path(address)).statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("One registration, two districts: each sees its own deployment, and nothing that named none")
    void launchWhenRegistrationIsSharedThenByDeployment() {
        HttpLaunch.Answer before = HttpLaunch.of(settings, platform).login(Map.of("client_id", "wrong"));
        assertThat(clinic.about(before)).contains("Wrong client ID");
        platform.approve(jdbc, "2");
        jdbc.sql(
                        "update lti_deployment set district_name = 'Elsewhere' where registration_id = ? and deployment_id = '2'")
                .param(platform.registrationId(jdbc))
                .update();
        HttpLaunch.Answer theirs =
                launch(TestLaunches.learner("mary").lti("deployment_id", "2").lti("version", "2.0"));
        HttpLaunch.Answer ours = launch(TestLaunches.learner("mary").lti("version", "2.0"));
        assertThat(clinic.about(ours)).contains("Wrong version of LTI");
        assertThat(clinic.about(theirs)).contains("No launch with the code");
        assertThat(clinic.about(before)).contains("No launch with the code");
    }

    @Test
    @DisplayName("Nothing of a person is kept, and no secret: not in any column")
    void logWhenWrittenThenWithoutPersons() {
        launch(TestLaunches.learner("secret-sub").lti("version", "2.0"));
        launch(TestLaunches.learner("secret-sub")
                .lti("target_link_uri", "https://x.example/a?user=mary.ellis@lincoln.example"));
        launch(TestLaunches.learner("secret-sub").with("aud", "mary.ellis@lincoln.example"));
        launch(TestLaunches.learner("secret-sub"));
        journal.flush();
        List<Map<String, @Nullable Object>> rows = jdbc.sql("select * from lti_launch_log where registration_id = ?")
                .param(platform.registrationId(jdbc))
                .query()
                .listOfRows();
        assertThat(rows).hasSize(4);
        assertThat(rows.toString())
                .contains("https://x.example/a", "•••")
                .doesNotContain("secret-sub", "mary.ellis", "Ellis", "eyJ", "session=secret", "user-1", "message-1");
    }

    @Test
    @DisplayName("A launch that opened stands in the audit log: who, where, and no name")
    void auditWhenOpenedThenNoted() {
        launch(TestLaunches.learner("mary"));
        trail.flush();
        assertThat(jdbc.sql(
                                "select a.actor, a.subject, a.course_id from audit_entry a"
                                        + " join course_district d on d.id = a.district_id"
                                        + " where a.act = 'launch.opened' and d.name = ? and a.course_id ="
                                        + " (select id from course_course where context_id = 'course-3' and district_id = d.id)")
                        .param(platform.districtName())
                        .query()
                        .listOfRows())
                .hasSize(1)
                .allSatisfy(row -> assertThat(row.toString())
                        .containsPattern("person:\\d+")
                        .doesNotContain("mary"));
    }

    @Test
    @DisplayName("Only administrators come in; the operator's pages stay closed to everybody else")
    void pageWhenAskedForByOthersThenClosed() {
        SignedIn coach = members.coach();
        String district = "/d/" + coach.member().district();
        assertThat(coach.get(district + "/launches").statusCode()).isEqualTo(403);
        assertThat(coach.get(clinic.path("/launches")).statusCode()).isEqualTo(403);
        assertThat(coach.withCookies("").get(clinic.path("/launches")).statusCode())
                .isEqualTo(401);
        assertThat(clinic.administrator().get("/operator/launches").statusCode())
                .isEqualTo(403);
        assertThat(clinic.administrator().get("/operator/launches/1").statusCode())
                .isEqualTo(403);
    }

    private HttpLaunch.Answer launch(TestLaunches launch) {
        return HttpLaunch.of(settings, platform).open(launch);
    }

    private static int rows(String page) {
        return (int) ROW.matcher(page).results().count();
    }
}
