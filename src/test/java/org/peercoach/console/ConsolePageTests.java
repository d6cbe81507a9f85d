package org.peercoach.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers;
import org.peercoach.fixture.TestPlatform;
import org.peercoach.shared.Settings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every page of the console against everybody who might ask for it. */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsolePageTests {

    @Autowired
    TestMembers members;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Settings settings;

    private TestDistrict lincoln;
    private TestDistrict franklin;
    private OperatorBrowser operator;
    private List<SignedIn> others;
    private long registration;

    @BeforeAll
    void begin() {
        lincoln = TestDistrict.in(members, jdbc);
        franklin = TestDistrict.in(members, jdbc);
        operator = OperatorBrowser.signedIn(settings);
        registration = TestPlatform.registered(jdbc).registrationId(jdbc);
        others = List.of(
                lincoln.course().trainer("Tom Trainer"),
                lincoln.course().coach("Mary Ellis"),
                lincoln.course().participant("Dana Reed"),
                lincoln.course().observer("Olga Stone"));
    }

    static Stream<String> districtPages() {
        return Stream.of("", "/lms", "/lms/install", "/health", "/audit", "/audit.csv");
    }

    static Stream<String> operatorPages() {
        return Stream.of(
                "",
                "/registrations",
                "/registrations/new",
                "/registrations/{id}",
                "/deployments",
                "/deployments?pending=false",
                "/install",
                "/keys",
                "/audit",
                "/audit.csv");
    }

    @ParameterizedTest
    @MethodSource("districtPages")
    void districtPageWhenAskedForThenOpenToItsAdministratorAndTheOperatorOnly(String page) {
        String path = lincoln.path(page);
        assertThat(lincoln.administrator().get(path).statusCode()).isEqualTo(200);
        assertThat(operator.get(path).statusCode()).isEqualTo(200);
        assertForbidden(franklin.administrator().get(path), "This page is for administrators", "Trainer");
        others.forEach(person -> assertForbidden(person.get(path), "This page is for administrators", roleOf(person)));
        assertSignedOut(lincoln.administrator().withCookies("").get(path));
    }

    @ParameterizedTest
    @MethodSource("operatorPages")
    void operatorPageWhenAskedForThenOpenToTheOperatorOnly(String page) {
        String path = "/operator" + page.replace("{id}", Long.toString(registration));
        HttpResponse<String> opened = operator.get(path);
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(200);
        assertThat(opened.body()).doesNotContain("??");
        assertForbidden(lincoln.administrator().get(path), "This page is for the operator", "Trainer");
        others.forEach(person -> assertForbidden(person.get(path), "This page is for the operator", roleOf(person)));
        assertSignedOut(lincoln.administrator().withCookies("").get(path));
    }

    @ParameterizedTest
    @MethodSource("districtPages")
    void districtPageWhenShownThenEveryWordIsThere(String page) {
        assertThat(lincoln.administrator().get(lincoln.path(page)).body()).doesNotContain("??");
        assertThat(operator.get("/operator").body()).doesNotContain("??");
    }

    @Test
    @DisplayName("Menus hold few entries, and every page says where it stands")
    void menusWhenShownThenShortInOrderAndEachPageBelowTheFirst() {
        SignedIn ada = lincoln.administrator();
        assertThat(menu(ada.get(lincoln.path("")).body()))
                .containsExactly(
                        "Overview",
                        "LMS connections",
                        "Courses",
                        "Roles",
                        "Training content",
                        "Gradebook",
                        "Launches",
                        "Health",
                        "Hours on certificates");
        for (String page : List.of(
                "/courses",
                "/roles",
                "/gradebook",
                "/training",
                "/launches",
                "/lms",
                "/health",
                "/audit",
                "/lms/" + lincoln.deployment() + "/check")) {
            String crumbs = crumbs(ada.get(lincoln.path(page)).body());
            assertThat(crumbs).as(page).contains("href=\"" + lincoln.path("") + "\"", "Overview");
        }
        assertThat(crumbs(ada.get(lincoln.path("/lms/" + lincoln.deployment() + "/check"))
                        .body()))
                .contains("LMS connections");
        assertThat(ada.get(lincoln.path("/health")).body()).contains(lincoln.path("/audit"));
        SignedIn tom = others.getFirst();
        assertThat(menu(tom.get(tom.at("")).body()))
                .containsExactly("Today", "Training", "Cohort", "Surveys", "People", "Gradebook");
        assertThat(menu(operator.get("/operator").body()))
                .contains("Registrations")
                .doesNotContain("LMS connections");
        assertThat(crumbs(operator.get("/operator/launches").body())).contains("href=\"/operator\"");
    }

    private static List<String> menu(String page) {
        String nav = page.substring(page.indexOf("pc-nav"));
        return Pattern.compile("<a [^>]*>([^<]+)</a>")
                .matcher(nav.substring(0, nav.indexOf("</nav>")))
                .results()
                .map(found -> found.group(1).strip())
                .toList();
    }

    private static String crumbs(String page) {
        int from = page.indexOf("pc-crumbs");
        assertThat(from).as("crumbs").isPositive();
        return page.substring(from, page.indexOf("</ol>", from));
    }

    @Test
    void administratorWhenLostThatRoleThenOutsideWithinTenSeconds() {
        TestDistrict district = TestDistrict.in(members, jdbc);
        assertThat(district.administrator().get(district.path("/lms")).statusCode())
                .isEqualTo(200);
        jdbc.sql("update course_person set administrator = false where id = ?")
                .param(district.administrator().member().person())
                .update();
        district.course().trainer("Ada Park"); // her next launch says so, too
        assertThat(district.administrator().get(district.path("/lms")).statusCode())
                .isEqualTo(403);
    }

    /** Who is signed in as somebody else is told what the page needs and what they are. */
    private static void assertForbidden(HttpResponse<String> answer, String reason, String role) {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains(reason, "You are signed in here as: " + role)
                .doesNotContain("deployment:", "Nobody is signed in");
    }

    /** Who is not signed in at all is told how to come in. */
    private static void assertSignedOut(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("<h1").doesNotContain("deployment:", "You are signed in here as");
    }

    private static String roleOf(SignedIn person) {
        return switch (person.member().role()) {
            case TRAINER -> "Trainer";
            case COACH -> "Coach";
            case PARTICIPANT -> "Participant";
            case LEADER -> "School leader";
            case OBSERVER -> "Observer";
        };
    }
}
