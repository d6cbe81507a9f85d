package org.peercoach.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
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
        assertRefused(franklin.administrator().get(path));
        others.forEach(person -> assertRefused(person.get(path)));
        assertRefused(lincoln.administrator().withCookies("").get(path));
    }

    @ParameterizedTest
    @MethodSource("operatorPages")
    void operatorPageWhenAskedForThenOpenToTheOperatorOnly(String page) {
        String path = "/operator" + page.replace("{id}", Long.toString(registration));
        HttpResponse<String> opened = operator.get(path);
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(200);
        assertThat(opened.body()).doesNotContain("??");
        assertRefused(lincoln.administrator().get(path));
        assertThat(lincoln.administrator().get(path).body()).contains("This page is for the operator");
        others.forEach(person -> assertRefused(person.get(path)));
        assertRefused(lincoln.administrator().withCookies("").get(path));
    }

    @ParameterizedTest
    @MethodSource("districtPages")
    void districtPageWhenShownThenEveryWordIsThere(String page) {
        assertThat(lincoln.administrator().get(lincoln.path(page)).body()).doesNotContain("??");
        assertThat(operator.get("/operator").body()).doesNotContain("??");
    }

    @Test
    void menuWhenThereAreManyPagesThenSevenAndTheOverviewLeadsToAll() {
        String overview = lincoln.path("");
        for (String page : List.of(
                lincoln.administrator().get(overview).body(),
                operator.get(overview).body())) {
            String menu = page.split("<nav class=\"pc-nav\"", 2)[1].split("</nav>", 2)[0];
            assertThat(menu.split("<li>", -1)).hasSize(1 + 7);
            assertThat(page.split("</header>", 2)[1])
                    .contains(lincoln.path("/lms"), lincoln.path("/roles"), lincoln.path("/health"))
                    .contains(lincoln.path("/audit"));
        }
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
                .isEqualTo(401);
    }

    /** The house keeps sessions by place: who has none for this place is told how to come in, and sees nothing. */
    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("<h1").doesNotContain("deployment:");
    }
}
