package org.peercoach.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers;
import org.peercoach.journey.PagesInBrowser;
import org.peercoach.journey.Visit;
import org.peercoach.training.cohort.CohortPlan;
import org.peercoach.training.schedule.Meetings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of a trainer's side, and what coaches meet because of it: axe, pictures, the narrowest window. */
@ApplicationTest
@Tag("browser")
@Tag("looks")
class CohortPagesTests extends PagesInBrowser {

    private static final Map<String, String> MEETING = Map.of(
            "session", "1",
            "date", LocalDate.now().plusDays(9).toString(),
            "start", "15:30",
            "end", "17:00",
            "zone", "America/Chicago",
            "place", "Lincoln High, Room 12",
            "link", "https://meet.example/peer");

    @Autowired
    Meetings meetings;

    @Autowired
    CohortSettings cohortSettings;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void pagesWhenLookedAtThenAccessible(int width) {
        TestMembers.TestCourse course = members.course();
        SignedIn tom = course.trainer("Ruth Adeyemi");
        Coach mary = new Coach(course.coach("Mary Ellis"));
        look(
                course.sibling().trainer("Ruth Adeyemi"),
                width,
                "empty",
                List.of("/training/cohort", "/training/cohort/schedule"));
        cohort(course, tom, mary);
        String person = "/training/cohort/people/" + mary.who().member().id();
        String schedule = "/training/cohort/schedule";
        String meeting =
                schedule + "/" + meetings.of(tom.member().course()).getFirst().id();
        look(
                tom,
                width,
                "trainer",
                List.of(
                        "/training/cohort",
                        "/training/cohort?show=stuck",
                        "/training/cohort/nudge",
                        person,
                        person + "/S1.4",
                        "/training/cohort/settings",
                        schedule,
                        meeting,
                        meeting + "/attendance",
                        schedule + "/"
                                + meetings.of(tom.member().course()).getLast().id() + "/attendance",
                        "/training/calendar"));
        look(
                mary.who(),
                width,
                "coach",
                List.of("", "/training", Coach.SESSION, Coach.SESSION + "/activities/S1.2", "/training/check-in"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void pathWhenThereIsNothingToDoThenCalmAndAccessible(int width) {
        TestMembers.TestCourse course = members.course();
        SignedIn tom = course.trainer("Ruth Adeyemi");
        SignedIn ana = course.coach("Ana Ruiz");
        new Cohort(jdbc)
                .done(
                        ana,
                        TestContent.CATALOG.sessions().stream()
                                .flatMap(session -> session.open().stream())
                                .map(ActivityContent::id)
                                .toList());
        String person = tom.at("/training/cohort/people/" + ana.member().id());
        tom.post(person + "/S1.7", Map.of("complete", "no", "reason", "Read it with me on Tuesday, please."));
        look(ana, width, "calm", List.of("/training", Coach.SESSION, Coach.SESSION + "/activities/S1.7"));
        look(
                tom,
                width,
                "calm-trainer",
                List.of(
                        "/training/cohort",
                        "/training/cohort/people/" + ana.member().id()));
        settings(tom, course.coach("Ken Park"), width);
    }

    /** A cohort that leaves out all that waits, and a coach who has done the rest. */
    private void settings(SignedIn tom, SignedIn ken, int width) {
        List<String> boards = TestContent.CATALOG.sessions().stream()
                .flatMap(session -> session.activities().stream())
                .filter(activity -> !activity.open())
                .map(ActivityContent::id)
                .toList();
        cohortSettings.keep(tom.member(), new CohortPlan(false, Map.of(), Set.copyOf(boards)));
        new Cohort(jdbc)
                .done(
                        ken,
                        TestContent.CATALOG.sessions().stream()
                                .flatMap(session -> session.open().stream())
                                .map(ActivityContent::id)
                                .toList());
        look(ken, width, "finished", List.of("/training", Coach.SESSION, "/training/certificate"));
    }

    private void cohort(TestMembers.TestCourse course, SignedIn tom, Coach mary) {
        Cohort cohort = new Cohort(jdbc);
        cohort.done(course.coach("Ana Ruiz"), List.of("S1.2", "S1.3", "S1.5", "S1.6"));
        SignedIn bill = course.coach("Bill Carver");
        cohort.done(bill, List.of("S1.2"));
        cohort.quietFor(bill, 16);
        course.coach("Wolfeschlegelsteinhausenbergerdorffvoralt Lim, a long name that does not end");
        mary.read("S1.2");
        mary.answer("a", "b", "a", "b", "b");
        tom.post(tom.at("/training/cohort/schedule/new"), MEETING);
        Map<String, String> held = new HashMap<>(MEETING);
        held.put("date", LocalDate.now().minusDays(2).toString());
        tom.post(tom.at("/training/cohort/schedule/new"), held);
        tom.post(
                tom.at("/training/cohort/people/" + mary.who().member().id() + "/S1.2"),
                Map.of("complete", "no", "reason", "Read it with me on Tuesday, please."));
        tom.post(
                tom.at("/training/cohort/people/" + mary.who().member().id() + "/S1.5"),
                Map.of("complete", "yes", "reason", "You led it live."));
        tom.post(
                tom.at("/training/cohort/nudge"),
                Map.of("to", mary.who().member().id().toString(), "text", "See you on Tuesday. Bring your plan."));
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void formsWhenRefusedThenTheFaultsAreAccessible(int width) {
        SignedIn tom = members.trainer();
        try (Visit visit = visit(tom, width)) {
            open(visit, tom.at("/training/cohort/settings"));
            visit.page().locator("#o1").fill("2026-12-04");
            visit.page().locator("#d1").fill("2026-11-04");
            visit.page().locator("form .btn-primary").last().click();
            visit.page().locator(".pc-error").first().waitFor();
            visit.examine("cohort-settings-refused");
            open(visit, tom.at("/training/cohort/schedule/new"));
            visit.page().locator("form .btn-primary").last().click();
            visit.page().locator(".pc-error").first().waitFor();
            assertThat(visit.page().evaluate("document.activeElement.id")).isEqualTo("date");
            visit.examine("cohort-meeting-refused");
            visit.page().locator("#date").fill("2027-01-20");
            visit.page().locator("#start").fill("15:30");
            visit.page().locator("#end").fill("17:00");
            visit.page().locator("#place").fill("Room " + width);
            visit.page().locator("form .btn-primary").last().dblclick();
            visit.page()
                    .locator("main li:has-text('Room " + width + "')")
                    .first()
                    .waitFor();
            assertThat(visit.page()
                            .locator("main li:has-text('Room " + width + "')")
                            .count())
                    .as("clicked twice, added once")
                    .isEqualTo(1);
        }
    }

    private void look(SignedIn who, int width, String stage, List<String> paths) {
        try (Visit visit = visit(who, width)) {
            for (String path : paths) {
                examine(
                        visit,
                        who.at(path),
                        "cohort-" + stage
                                + path.replaceAll("/people/\\d+", "/person")
                                        .replaceAll("/\\d+", "/one")
                                        .replaceAll("[/?=]", "-"));
            }
        }
    }
}
