package org.peercoach.course.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.console.OperatorBrowser;
import org.peercoach.course.Roster;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.Statements;
import org.peercoach.fixture.TestMembers;
import org.peercoach.fixture.TestMembers.TestCourse;
import org.peercoach.fixture.TestMembers.TestLaunch;
import org.peercoach.fixture.TestRoles;
import org.peercoach.shared.Settings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ruling 33 through the pages: what a browser tells, what a person chooses, what a district sets. */
@ApplicationTest
class ZonePagesTests {

    private static final String PAGE = "/zone";
    private static final String BROWSER = "/zone/browser";

    @Autowired
    TestMembers members;

    @Autowired
    Roster roster;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Settings settings;

    private TestCourse course;
    private SignedIn mary;

    @BeforeEach
    void signIn() {
        course = members.course();
        mary = told(course, "Mary Ellis", "99");
    }

    @Test
    @DisplayName("Ruling 33: where Moodle tells none, the browser's holds from the next page on, in all courses")
    void browserWhenNothingBetterIsKnownThenItsZoneHolds() {
        SignedIn elsewhere = told(course.sibling(), "Mary Ellis", "99");
        elsewhere.get(elsewhere.at(PAGE));
        assertThat(mary.get(mary.at(PAGE)).body())
                .contains("Times are shown in UTC, because neither your LMS nor your browser", "id=\"pc-zone\"");
        assertThat(tell(mary, "America/New_York").statusCode()).isEqualTo(204);
        assertThat(mary.get(mary.at(PAGE)).body())
                .contains(
                        "Times are shown in Eastern Time (New York), because your browser says so.",
                        "data-pc-told=\"America/New_York\"",
                        "As my browser says: Eastern Time (New York)");
        assertThat(elsewhere.get(elsewhere.at("/why")).body()).contains("Now: Eastern Time (New York).");
        assertThat(zone(mary)).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(told(course, "Mary Ellis", "99").member().zone()).isEqualTo(ZoneId.of("America/New_York"));
    }

    @Test
    void browserWhenTheLmsTellsAZoneThenNotAskedAndOutvoted() {
        SignedIn ken = told(course, "Ken Park", "America/Chicago");
        assertThat(ken.get(ken.at("")).body()).doesNotContain("pc-zone", "zone.js");
        assertThat(tell(ken, "Asia/Tokyo").statusCode()).isEqualTo(204);
        assertThat(ken.get(ken.at(PAGE)).body()).contains("Central Time (Chicago), because your LMS says so.");
        ken.post(ken.at(PAGE), Map.of("zone", "America/Denver"));
        assertThat(ken.get(ken.at(PAGE)).body())
                .contains("Mountain Time (Denver), because you chose it.", "As my LMS says: Central Time (Chicago)")
                .doesNotContain("zone.js");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "99", "UTC", "+02:00", "Mars/Base", "<script>/x", "America/New_York\n"})
    void browserWhenItTellsNoZoneThenRefusedAndNothingKept(String zone) {
        assertThat(tell(mary, zone).statusCode()).isEqualTo(422);
        assertThat(kept(mary, "browser_zone")).isNull();
    }

    @Test
    void browserWhenItSaysTheSameThenNothingIsWritten() {
        tell(mary, "America/New_York");
        mary.get(mary.at(""));
        String token = mary.csrf();
        assertThat(Statements.during(
                        "course_person", () -> mary.post(mary.at(BROWSER), Map.of("zone", "America/New_York"), token)))
                .noneMatch(statement -> statement.startsWith("update"));
        assertThat(Statements.during(
                        "course_person", () -> mary.post(mary.at(BROWSER), Map.of("zone", "America/Denver"), token)))
                .anyMatch(statement -> statement.startsWith("update"));
    }

    @Test
    void browserWhenWithoutTokenOrSessionThenRefused() {
        assertThat(mary.postRaw(mary.at(BROWSER), Map.of("zone", "Asia/Tokyo")).statusCode())
                .isEqualTo(403);
        assertThat(mary.withCookies("")
                        .postRaw(mary.at(BROWSER), Map.of("zone", "Asia/Tokyo"))
                        .statusCode())
                .isIn(401, 403);
        SignedIn stranger = members.coach();
        assertThat(stranger.post(mary.at(BROWSER), Map.of("zone", "Asia/Tokyo")).statusCode())
                .isIn(401, 403);
        assertThat(kept(mary, "browser_zone")).isNull();
    }

    @Test
    @DisplayName("Ruling 33: the person's choice comes first, and is taken back with one button")
    void choiceWhenMadeThenFirstAndUndone() {
        tell(mary, "America/New_York");
        HttpResponse<String> saved = mary.post(mary.at(PAGE), Map.of("zone", "Europe/Berlin"));
        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(mary.get(mary.at(PAGE)).body())
                .contains("Times are shown in Central European Time (Berlin), because you chose it.")
                .contains("value=\"Europe/Berlin\" selected")
                .doesNotContain("zone.js");
        assertThat(zone(mary)).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(mary.post(mary.at(PAGE), Map.of("zone", "", "undo", "yes")).statusCode())
                .isEqualTo(302);
        assertThat(mary.get(mary.at(PAGE)).body()).contains("Eastern Time (New York), because your browser says so.");
        assertThat(kept(mary, "chosen_zone")).isNull();
    }

    @Test
    void choiceWhenNotInTheListThenRefusedAndNothingChanged() {
        HttpResponse<String> refused = mary.post(mary.at(PAGE), Map.of("zone", "Mars/Base"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Choose a time zone of the list.").doesNotContain("Mars");
        assertThat(kept(mary, "chosen_zone")).isNull();
    }

    @Test
    @DisplayName("Ruling 33: a district's zone is for its own people of whom nothing else is known; audited")
    void districtWhenItSetsAZoneThenForItsOwnUnknownPeople() {
        SignedIn ken = told(course, "Ken Park", "America/Chicago");
        SignedIn stranger = members.coach();
        SignedIn ada = course.administrator("Ada Park");
        String path = "/d/" + ada.member().district() + PAGE;
        String shown = ada.get(path).body();
        assertThat(shown).contains("None is chosen, so it is UTC.", "It is needed for 2 people now.");
        assertThat(ada.get("/d/" + ada.member().district()).body()).contains("href=\"" + path + "\"");
        assertThat(change(ada, path, "America/Denver").statusCode()).isEqualTo(302);
        assertThat(mary.get(mary.at(PAGE)).body())
                .contains("Times are shown in Mountain Time (Denver), the time zone of your district.");
        assertThat(told(course, "Mary Ellis", "99").member().zone()).isEqualTo(ZoneId.of("America/Denver"));
        assertThat(zone(ken)).isEqualTo(ZoneId.of("America/Chicago"));
        assertThat(stranger.get(stranger.at(PAGE)).body()).contains("Times are shown in UTC");
        assertThat(ada.get(path).body())
                .contains("It is Mountain Time (Denver).", "the time zone of your district.", "id=\"pc-zone\"");
        assertThat(jdbc.sql("select details from audit_entry where act = 'district.zone-changed' and district_id = ?")
                        .param(ada.member().district())
                        .query(String.class)
                        .list())
                .containsExactly("- -> America/Denver");
        tell(mary, "America/New_York");
        assertThat(ada.get(path).body()).contains("It is needed for 1 person now.");
        assertThat(zone(mary)).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(change(ada, path, "Mars/Base").statusCode()).isEqualTo(422);
        assertThat(change(ada, path, "").statusCode()).isEqualTo(302);
        assertThat(ada.get(path).body()).contains("None is chosen, so it is UTC.");
    }

    @Test
    void districtWhenAskedForByOthersThenClosed() {
        String path = "/d/" + course.administrator("Ada Park").member().district() + PAGE;
        for (SignedIn one : List.of(mary, course.trainer("Tom Trainer"), members.administrator())) {
            assertThat(one.get(path).statusCode()).isIn(401, 403, 404);
            assertThat(one.post(path, Map.of("zone", "Asia/Tokyo")).statusCode())
                    .isIn(401, 403, 404);
        }
        assertThat(mary.get(mary.at(PAGE)).body()).contains("Times are shown in UTC");
    }

    /** The operator is no person here: reads a district's times as its people do, and no browser of theirs is asked. */
    @Test
    void operatorWhenLookingAtADistrictThenInItsZone() {
        SignedIn ada = course.administrator("Ada Park");
        String path = "/d/" + ada.member().district();
        change(ada, path + PAGE, "America/Denver");
        OperatorBrowser operator = OperatorBrowser.signedIn(settings);
        assertThat(operator.get(path + "/health").body()).contains("Times are in Mountain Time.");
        assertThat(operator.get(path + PAGE).body())
                .contains("It is Mountain Time (Denver).")
                .doesNotContain("pc-zone", "id=\"yours\"");
        assertThat(operator.get("/d/999999999" + PAGE).statusCode()).isEqualTo(404);
    }

    @Test
    void administratorWhenTheBrowserSpeaksThenThePagesOfTheDistrictAreInThatZone() {
        SignedIn ada = course.administrator("Ada Park");
        String base = "/d/" + ada.member().district();
        String page = ada.get(base + "/health").body();
        assertThat(page).contains("Times are in UTC.");
        assertThat(ada.post(base + BROWSER, Map.of("zone", "America/New_York"), token(page))
                        .statusCode())
                .isEqualTo(204);
        assertThat(ada.get(base + "/health").body()).contains("Times are in Eastern Time.");
    }

    @Test
    @DisplayName("LTI-O6: the person's data hold both, by name")
    void dataWhenDownloadedThenChoiceAndBrowserStandInIt() {
        tell(mary, "America/New_York");
        mary.post(mary.at(PAGE), Map.of("zone", "Europe/Berlin"));
        assertThat(mary.get(mary.at("/my-data/download")).body())
                .contains("\"zoneChosen\" : \"Europe/Berlin\"", "\"zoneOfBrowser\" : \"America/New_York\"");
        assertThat(mary.get(mary.at("/my-data")).body())
                .contains("Time zone that you chose", "Time zone of your browser", "Europe/Berlin");
    }

    @Test
    void meetingFormWhenNewThenTheTrainersZoneOrThatOfTheLastMeeting() {
        SignedIn tom = told(course, "Tom Trainer", "99", TestRoles.INSTRUCTOR);
        String path = tom.at("/training/cohort/schedule/new");
        assertThat(tom.get(path).body())
                .contains("value=\"UTC\" selected", "<optgroup label=\"United States\">", "Eastern (New York)");
        tom.post(
                path,
                Map.of("session", "1", "date", "2027-03-03", "start", "15:00", "end", "17:00", "zone", "Asia/Tokyo"));
        assertThat(tom.get(path).body()).contains("value=\"Asia/Tokyo\" selected");
        tell(tom, "America/New_York");
        assertThat(tom.get(path).body())
                .containsOnlyOnce(" selected=\"selected\">Eastern (New York)")
                .doesNotContain("selected=\"selected\">New York", "selected=\"selected\">Tokyo");
    }

    private SignedIn told(TestCourse where, String name, String zone) {
        return told(where, name, zone, TestRoles.LEARNER);
    }

    /** By a launch whose LMS tells this time zone. */
    private SignedIn told(TestCourse where, String name, String zone, String role) {
        return members.signIn(new TestLaunch(where, name)
                .roles(role)
                .custom(
                        role.equals(TestRoles.LEARNER)
                                ? Map.of("pc_purpose", "training", "pc_role", "coach", "timezone", zone)
                                : Map.of("pc_purpose", "training", "timezone", zone))
                .build());
    }

    private static HttpResponse<String> tell(SignedIn who, String zone) {
        return who.post(who.at(BROWSER), Map.of("zone", zone));
    }

    private static HttpResponse<String> change(SignedIn who, String path, String zone) {
        return who.post(path, Map.of("zone", zone), token(who.get(path).body()));
    }

    private static String token(String page) {
        return page.replaceAll("(?s).*?name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
    }

    private ZoneId zone(SignedIn who) {
        return roster.member(who.member().course(), who.member().id())
                .orElseThrow()
                .zone();
    }

    private @Nullable String kept(SignedIn who, String column) {
        return jdbc.sql("select coalesce(" + column + ", '') from course_person where id = ?")
                .param(who.member().person())
                .query(String.class)
                .single()
                .transform(text -> text.isEmpty() ? null : text);
    }
}
