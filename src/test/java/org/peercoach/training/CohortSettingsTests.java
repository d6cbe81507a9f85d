package org.peercoach.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.Patience;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.Statements;
import org.peercoach.gradebook.DeliveryStatus;
import org.peercoach.gradebook.Gradebook;
import org.peercoach.shared.time.Times;
import org.peercoach.training.cohort.CohortPlan;
import org.peercoach.training.cohort.CohortPlans;
import org.peercoach.training.cohort.SessionDates;
import org.peercoach.training.schedule.Meetings;
import org.peercoach.training.schedule.NewMeeting;
import org.springframework.beans.factory.annotation.Autowired;

/** What a trainer sets for a cohort, and what coaches meet because of it. */
@ApplicationTest
class CohortSettingsTests extends TomAndMary {

    private static final String SETTINGS = "/training/cohort/settings";

    @Autowired
    TrainingCatalog catalog;

    @Autowired
    Catalogs catalogs;

    @Autowired
    Workbook workbook;

    @Autowired
    CohortPlans plans;

    @Autowired
    LiveSessions live;

    @Autowired
    Meetings meetings;

    @Autowired
    Gradebook gradebook;

    @Test
    void settingsWhenSavedThenKeptAndShownAndAudited() {
        assertThat(save(List.of("S1.4"), "order=locked", "opens-1=2026-09-01", "due-1=2026-09-20")
                        .statusCode())
                .isEqualTo(302);
        assertThat(plans.of(tom.member().course()))
                .isEqualTo(new CohortPlan(
                        true,
                        Map.of(1, new SessionDates(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 20))),
                        java.util.Set.of("S1.4")));
        assertThat(tom.get(tom.at(SETTINGS)).body())
                .contains(
                        "value=\"2026-09-01\"",
                        "value=\"2026-09-20\"",
                        "10 of 11 activities are on",
                        "21 of 25 points");
        assertThat(audited()).containsExactly("order locked; dates; off: S1.4");
        save(List.of("S1.4"), "order=locked", "opens-1=2026-09-01", "due-1=2026-09-20");
        assertThat(audited()).hasSize(1);
        save(List.of());
        assertThat(plans.of(tom.member().course())).isEqualTo(CohortPlan.USUAL);
    }

    @Test
    void settingsWhenADayIsNoneOrDueComesFirstThenRefusedAndInputKept() {
        HttpResponse<String> refused = save(List.of("S1.4"), "opens-1=2026-09-20", "due-1=2026-09-01");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("It is due before it opens", "value=\"2026-09-20\"", "value=\"2026-09-01\"", "10 of 11");
        assertThat(save(List.of(), "opens-1=tomorrow").body()).contains("This is no day");
        assertThat(save(List.of(), "opens-1=0026-01-01").statusCode()).isEqualTo(422);
        assertThat(plans.of(tom.member().course())).isEqualTo(CohortPlan.USUAL);
    }

    @Test
    void settingsWhenByACoachThenRefused() {
        assertThat(mary.who()
                        .post(mary.who().at(SETTINGS), Map.of("order", "locked"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(mary.who().get(mary.who().at(SETTINGS)).statusCode()).isEqualTo(403);
    }

    @Test
    void planWhenOfAnotherCourseThenUntouched() {
        SignedIn tina = course.sibling().trainer("Tina Other");
        save(List.of("S1.4"));
        assertThat(plans.of(tina.member().course())).isEqualTo(CohortPlan.USUAL);
        assertThat(tina.get(tina.at(SETTINGS)).body()).contains("11 of 11 activities are on");
    }

    @Test
    void activityWhenLeftOutThenNeitherNeededNorShownAndItsPointsAreGivenToNobody() {
        List<String> all = catalog.session(1).orElseThrow().activities().stream()
                .map(ActivityContent::id)
                .filter(id -> !id.equals("S1.2") && !id.equals("S1.4"))
                .toList();
        new Cohort(jdbc).done(mary.who(), all);
        mary.read("S1.2");
        assertThat(mary.sessionPage()).doesNotContain("Session complete").contains("You still need one activity");
        save(List.of("S1.4"));
        assertThat(mary.sessionPage())
                .contains("Session complete", "10 of 10 done", "leaves out one activity, so 21 of 25 points")
                .doesNotContain("4. ");
        var status = gradebook.status(
                mary.who().member().course(), mary.who().member().id(), "session-1");
        assertThat(status.orElseThrow().points()).isEqualTo(21);
        assertThat(completed()).isTrue();
        save(List.of());
        assertThat(mary.sessionPage()).doesNotContain("Session complete");
        assertThat(completed()).isFalse();
    }

    @Test
    void activityWhenLeftOutAfterItWasDoneThenItsPointsStay() {
        mary.read("S1.2");
        save(List.of("S1.2"));
        assertThat(mary.sessionPage()).contains("1 of 11 done", "1 of 25 points");
        Coach ken = new Coach(course.coach("Ken Park"));
        assertThat(ken.sessionPage()).contains("0 of 10 done");
        HttpResponse<String> refused = ken.who().post(ken.path("S1.2"), Map.of());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("SWITCHED-OFF");
        assertThat(ken.who().get(ken.path("S1.2")).statusCode()).isEqualTo(409);
        assertThat(mary.who().get(mary.path("S1.2")).statusCode()).isEqualTo(200);
    }

    @Test
    void activityWhenLeftOutWhileItIsBegunThenTheWordsAreShownForCopying() {
        Coach.Tab tab = mary.open("S1.3");
        tab.autosave(Map.of("text", "My half thought", "share", "me"));
        save(List.of("S1.3"));
        HttpResponse<String> typed = tab.autosave(Map.of("text", "More", "share", "me"));
        assertThat(typed.statusCode()).isEqualTo(409);
        assertThat(typed.headers().firstValue("Pc-Refused")).contains("SWITCHED-OFF");
        assertThat(tab.finish(Map.of("text", "Sent too late", "share", "me")).body())
                .contains("SWITCHED-OFF", "Sent too late");
        assertThat(mary.page("S1.3"))
                .contains("Your cohort leaves this activity out", "My half thought")
                .doesNotContain("<textarea");
        assertThat(mary.sessionPage()).contains("what you wrote is kept", mary.path("S1.3"));
        assertThat(new Coach(course.coach("Ken Park")).page("S1.3"))
                .contains("SWITCHED-OFF")
                .doesNotContain("My half thought");
        save(List.of());
        assertThat(mary.page("S1.3")).contains("My half thought").doesNotContain("leaves this activity out");
    }

    @Test
    void certificateWhenEverythingIsLeftOutThenNone() {
        List<String> all = catalog.sessions().stream()
                .flatMap(session -> session.activities().stream())
                .map(ActivityContent::id)
                .toList();
        save(all);
        assertThat(mary.who().get(mary.who().at("/training/certificate")).body())
                .doesNotContain("Certificate number");
        save(all.stream().filter(id -> !id.equals("S1.10")).toList());
        assertThat(mary.who().get(mary.who().at("/training/certificate")).body())
                .doesNotContain("Certificate number");
        assertThat(certificates()).isZero();
        save(all.stream().filter(id -> !id.equals("S1.2")).toList());
        assertThat(certificates()).isZero();
        mary.read("S1.2");
        assertThat(mary.who().get(mary.who().at("/training")).body()).contains("Your certificate");
        assertThat(certificates()).isOne();
        assertThat(jdbc.sql("select session_hours from training_certificate where member_id = ?")
                        .param(mary.who().member().id().value())
                        .query(Double.class)
                        .single())
                .isEqualTo(0.5);
    }

    private int certificates() {
        return jdbc.sql("select count(*) from training_certificate where member_id = ?")
                .param(mary.who().member().id().value())
                .query(Integer.class)
                .single();
    }

    @Test
    void settingsWhenAnotherNodeHasChangedThemThenComparedWithWhatHolds() {
        assertThat(plans.of(tom.member().course())).isEqualTo(CohortPlan.USUAL);
        long id = tom.member().course().value();
        jdbc.sql("insert into training_cohort (course_id, locked, changed_at) values (?, true, ?)")
                .params(id, java.time.LocalDateTime.now(java.time.ZoneOffset.UTC))
                .update();
        jdbc.sql("insert into training_cohort_off (course_id, activity_id) values (?, 'S1.4')")
                .param(id)
                .update();
        save(List.of());
        assertThat(plans.now(tom.member().course())).isEqualTo(CohortPlan.USUAL);
        assertThat(audited()).containsExactly("order advised; off: ");
    }

    @Test
    void settingsWhenTheyChangeNobodysSessionThenNobodyIsCounted() {
        for (int number = 0; number < 12; number++) {
            new Coach(course.coach("Coach " + number)).read("S1.2");
        }
        // one for the sums, and one of the page that the form's token is read from
        assertThat(Statements.during("training_activity_state", () -> save(List.of("S1.4"))))
                .hasSizeLessThanOrEqualTo(2);
        assertThat(Statements.during("training_session_state", () -> save(List.of())))
                .isEmpty();
    }

    @Test
    void settingsWhenSomebodyHasLeftThenTheirSessionIsCountedAllTheSame() {
        new Cohort(jdbc)
                .done(
                        mary.who(),
                        catalog.session(1).orElseThrow().activities().stream()
                                .map(ActivityContent::id)
                                .filter(id -> !id.equals("S1.2") && !id.equals("S1.4"))
                                .toList());
        mary.read("S1.2");
        jdbc.sql("update course_member set active = false where id = ?")
                .param(mary.who().member().id().value())
                .update();
        save(List.of("S1.4"));
        assertThat(completed()).isTrue();
    }

    @Test
    void waitingActivitiesWhenLeftOutByTheButtonThenAllOfThemAndTheRestIsSaved() {
        List<String> waiting = catalog.sessions().stream()
                .flatMap(session -> session.activities().stream())
                .filter(activity -> !activity.open())
                .map(ActivityContent::id)
                .toList();
        assertThat(waiting).contains("S1.4");
        save(List.of("S1.2"), "waiting-off=yes");
        assertThat(plans.of(tom.member().course()).off()).containsAll(waiting).contains("S1.2");
    }

    @Test
    void sessionWhenItOpensLaterThenSaysSoAndTakesNoWork() {
        ZoneId zone = mary.who().member().zone();
        LocalDate later = LocalDate.now(zone).plusDays(3);
        save(
                List.of(),
                catalog.sessions().stream()
                        .map(session -> "opens-" + session.number() + "=" + later)
                        .toArray(String[]::new));
        assertThat(mary.sessionPage()).contains("Opens " + new Times(Locale.US, zone, LocalDate.now(zone)).day(later));
        assertThat(mary.who().get(mary.who().at("/training")).body()).contains("Not open yet", "Opens ");
        assertThat(mary.who().get(mary.who().at("")).body()).doesNotContain("Next step");
        HttpResponse<String> refused = mary.who().post(mary.path("S1.3") + "/draft", Map.of("text", "x"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(mary.who().get(mary.path("S1.3")).body())
                .contains("OPENS-LATER", "cannot be worked on before that day")
                .doesNotContain("saved");
        assertThat(tom.get(tom.at("/training/sessions/1/activities/S1.3")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void sessionWhenBegunBeforeItsDayWasSetThenStaysOpen() {
        mary.read("S1.2");
        save(List.of(), "opens-1=" + LocalDate.now(mary.who().member().zone()).plusDays(3));
        assertThat(mary.who().get(mary.path("S1.3")).statusCode()).isEqualTo(200);
        assertThat(mary.sessionPage()).contains("Pick up at activity");
    }

    @Test
    void sessionWhenDueDayIsOverThenLateAndStillOpen() {
        LocalDate past = LocalDate.now(mary.who().member().zone()).minusDays(2);
        save(List.of(), "due-1=" + past);
        assertThat(mary.who().get(mary.who().at("/training")).body()).contains("Was due ", "Late, 0 of 11");
        assertThat(tom.get(tom.at("/training/cohort")).body()).contains("Late, 0 of 11");
        mary.read("S1.2");
        assertThat(mary.sessionPage()).contains("1 of 11 done", "finishing it still counts");
    }

    @Test
    void sessionWhenLeftOutWithWorkInItThenItsWordsAreThereToReadAndNothingTyped() {
        Coach.Tab open = mary.open("S1.3");
        open.autosave(Map.of("text", "My half thought"));
        mary.read("S1.2");
        save(List.of(), "sessions=shown", "session=2");
        assertThat(mary.sessionPage())
                .contains("Your cohort leaves this session out", "What you wrote", mary.path("S1.3"), mary.path("S1.2"))
                .doesNotContain(mary.path("S1.4"));
        assertThat(mary.page("S1.3")).contains("My half thought").doesNotContain("<textarea");
        HttpResponse<String> refused = open.finish(Map.of("text", "Words from a page that was open before"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Words from a page that was open before");
        save(List.of());
        assertThat(mary.page("S1.3")).contains("My half thought", "<textarea");
    }

    @Test
    void sessionsWhenLeftOutAndReorderedThenPathLocksGridAndCertificateFollow() {
        assertThat(save(List.of(), "sessions=shown", "session=1", "session=3", "place-1=2", "place-3=1", "order=locked")
                        .statusCode())
                .isEqualTo(302);
        assertThat(plans.of(tom.member().course()).order()).startsWith(3, 1);
        String path = mary.who().get(mary.who().at("/training")).body();
        assertThat(path).contains("/sessions/1\"", "/sessions/3\"").doesNotContain("/sessions/2\"", "/sessions/8\"");
        assertThat(path.indexOf("/sessions/3\"")).isLessThan(path.indexOf("/sessions/1\""));
        assertThat(mary.sessionPage()).contains("Opens");
        String left = mary.who().get(mary.who().at("/training/sessions/2")).body();
        assertThat(left).contains("Your cohort leaves this session out").doesNotContain("/activities/");
        assertThat(mary.who()
                        .get(mary.who().at("/training/sessions/2/activities/S2.2"))
                        .statusCode())
                .isEqualTo(409);
        TrainingCompletion completion = new TrainingCompletion(catalogs, workbook);
        assertThat(completion.of(mary.who().member()).of()).isEqualTo(2);
        new Cohort(jdbc).done(mary.who(), ids(1));
        assertThat(completion.of(mary.who().member()).all()).isFalse();
        new Cohort(jdbc).done(mary.who(), ids(3));
        assertThat(completion.of(mary.who().member()).all()).isTrue();
        assertThat(tom.get(tom.at("/training/cohort")).body()).doesNotContain("Session 2");
        assertThat(audited()).last().asString().contains("sessions off: 2 4 5 6 7 8", "order of sessions: [3, 1");
        assertThat(save(List.of(), "sessions=shown").statusCode()).isEqualTo(422);
        assertThat(save(List.of(), "place-1=first").statusCode()).isEqualTo(422);
        save(List.of());
        assertThat(plans.of(tom.member().course())).isEqualTo(CohortPlan.USUAL);
    }

    @Test
    void worksheetWhenItsSessionIsLeftOutThenNotYetIsRefusedAndItsPointsStay() {
        mary.fillIn("S1.8", "What we agreed");
        int before = points(1);
        assertThat(before).isPositive();
        leaveOut(1);
        String sheet = tom.at("/training/worksheets/" + mary.who().member().id() + "/S1.8");
        String page = tom.get(sheet).body();
        assertThat(page).doesNotContain("NOT_YET");
        Map<String, String> word = new HashMap<>(Map.of("verdict", "NOT_YET", "comment", "Say more"));
        word.put("handedIn", page.replaceAll("(?s).*name=\"handedIn\" value=\"(\\d+)\".*", "$1"));
        HttpResponse<String> refused = tom.post(sheet, word);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("“Not yet” cannot be said", "Say more");
        assertThat(points(1)).isEqualTo(before);
        save(List.of());
        assertThat(tom.post(sheet, word).statusCode()).isEqualTo(302);
        assertThat(points(1)).isLessThan(before);
    }

    @Test
    void decisionWhenTheSessionIsLeftOutThenRefusedWithTheReasonKeptAndPointsStay() {
        mary.read("S1.2");
        int before = points(1);
        leaveOut(1);
        String page = tom.at("/training/cohort/people/" + mary.who().member().id() + "/S1.3");
        assertThat(tom.get(page).body())
                .contains("This cohort leaves out Session 1")
                .doesNotContain("name=\"complete\"");
        HttpResponse<String> refused = tom.post(page, Map.of("complete", "yes", "reason", "She told me of it"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("SESSION-LEFT-OUT", "She told me of it");
        assertThat(tom.post(page + "/undo", Map.of()).statusCode()).isEqualTo(409);
        assertThat(points(1)).isEqualTo(before);
        save(List.of());
        assertThat(tom.get(page).body()).contains("name=\"complete\"").doesNotContain("leaves out Session 1");
        assertThat(tom.post(page, Map.of("complete", "yes", "reason", "She told me of it"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(points(1)).isGreaterThan(before);
    }

    @Test
    void meetingWhenItsSessionIsLeftOutThenStaysGivesNothingAndCountsOnceTheSessionIsBack() {
        Instant now = Instant.now();
        long meeting = live.add(
                tom.member(),
                new NewMeeting(1, now.minusSeconds(600), now.plusSeconds(3000), ZoneOffset.UTC, null, null));
        leaveOut(1);
        String code = meetings.one(tom.member().course(), meeting).orElseThrow().code();
        mary.who().post(mary.who().at("/training/check-in"), Map.of("code", code));
        Coach ken = new Coach(course.coach("Ken Park"));
        String schedule = "/training/cohort/schedule";
        String list = tom.at(schedule + "/" + meeting + "/attendance");
        tom.post(list, Map.of("present", ken.who().member().id().toString(), "shown", "0"));
        assertThat(points(1)).isZero();
        assertThat(tom.get(list).body()).contains("Nothing: this session has no activity");
        assertThat(tom.get(tom.at(schedule)).body()).contains("leaves this session out: the meeting stays");
        assertThat(mary.who()
                        .get(mary.who().at("/training/schedule/" + meeting + ".ics"))
                        .body())
                .contains("BEGIN:VEVENT");
        assertThat(tom.get(tom.at(schedule + "/" + meeting)).body()).contains("<option value=\"1\"");
        assertThat(tom.get(tom.at(schedule + "/new")).body())
                .contains("<option value=\"2\"")
                .doesNotContain("<option value=\"1\"");
        Map<String, String> another =
                Map.of("session", "1", "date", "2026-12-08", "start", "15:30", "end", "17:00", "zone", "UTC");
        assertThat(tom.post(tom.at(schedule + "/new"), another).statusCode()).isEqualTo(422);
        save(List.of());
        assertThat(points(1)).isPositive();
        assertThat(tom.get(list).body()).doesNotContain("Nothing: this session has no activity");
        assertThat(tom.post(tom.at(schedule + "/new"), another).statusCode()).isEqualTo(302);
    }

    @Test
    void worksheetWhenItsSessionIsLeftOutThenItWaitsNeitherInTheListNorInTheGrid() {
        mary.fillIn("S1.8", "What we agreed");
        String list = tom.at("/training/worksheets");
        String path = list + "/" + mary.who().member().id() + "/S1.8";
        String grid = tom.at("/training/cohort?show=waiting");
        assertThat(tom.get(list).body()).contains(path);
        assertThat(tom.get(tom.at("")).body()).contains(list);
        save(List.of("S1.8"));
        assertThat(tom.get(list).body()).contains(path);
        assertThat(tom.get(grid).body()).contains(path);
        leaveOut(1);
        assertThat(tom.get(list).body()).doesNotContain(path);
        assertThat(tom.get(grid).body()).doesNotContain(path);
        assertThat(tom.get(tom.at("")).body()).doesNotContain(list);
        assertThat(tom.get(list + "?session=1").body()).contains(path);
    }

    @Test
    void helpSheetWhenItsSessionIsLeftOutThenDoesNotLeadThere() {
        HelpSheet sheet = catalog.sheets().stream()
                .filter(one -> one.sessions().contains(1))
                .findFirst()
                .orElseThrow();
        String path = mary.who().at(sheet.path());
        assertThat(mary.who().get(path).body()).contains("/training/sessions/1\"");
        leaveOut(1);
        assertThat(mary.who().get(path).body()).doesNotContain("/training/sessions/1\"");
        assertThat(mary.who().get(mary.who().at("/training/sheets")).body()).doesNotContain("/training/sessions/1\"");
    }

    @Test
    void placeWhenOneIsTypedThenThatSessionStandsThereAndTheOthersMakeWay() {
        assertThat(ordered(5, 2)).startsWith(1, 5, 2, 3, 4, 6);
        assertThat(ordered(2, 1)).startsWith(2, 1, 5, 3, 4, 6);
        assertThat(ordered(2, 4)).startsWith(1, 5, 3, 2, 4, 6);
        assertThat(ordered(6, 9)).startsWith(1, 5, 3, 2, 4, 7, 8).endsWith(6);
    }

    /** The order after one session's place was changed in the form as it is shown. */
    private List<Integer> ordered(int session, int place) {
        List<String> form = new ArrayList<>();
        CohortPlan plan = plans.of(tom.member().course());
        List<SessionContent> shown = CohortForm.ordered(catalog.sessions(), plan);
        for (int index = 0; index < shown.size(); index++) {
            int number = shown.get(index).number();
            form.add("place-" + number + "=" + (number == session ? place : index + 1));
        }
        save(List.of(), form.toArray(String[]::new));
        return plans.of(tom.member().course()).order();
    }

    @Test
    void certificateWhenTheLastMissingSessionIsLeftOutThenThereWithoutAnybodyLooking() {
        Coach ken = new Coach(course.coach("Ken Park"));
        new Cohort(jdbc).done(mary.who(), ids(1));
        new Cohort(jdbc).done(ken.who(), List.of("S1.2"));
        leaveOut(3, 4, 5, 6, 7, 8);
        assertThat(certificates()).isZero();
        leaveOut(2, 3, 4, 5, 6, 7, 8);
        Patience.until(() -> certificates() > 0); // issued on a thread of its own
        assertThat(certificates()).isOne();
        assertThat(jdbc.sql("select count(*) from training_certificate where course_id = ?")
                        .param(tom.member().course().value())
                        .query(Integer.class)
                        .single())
                .isOne();
        save(List.of());
        assertThat(certificates()).isOne();
    }

    @Test
    void settingsWhenAColleagueChangedThemMeanwhileThenToldAndKeptOrSavedAllTheSame() {
        String mine = read();
        String theirs = read();
        assertThat(save(List.of(), theirs, "due-1=2026-12-20").statusCode()).isEqualTo(302);
        HttpResponse<String> refused = save(List.of("S1.4"), mine, "due-2=2026-12-24");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("A colleague has changed these settings", "value=\"2026-12-24\"", "10 of 11 activities")
                .doesNotContain("value=\"2026-12-20\"");
        CohortPlan kept = plans.of(tom.member().course());
        assertThat(kept.dates()).containsOnlyKeys(1);
        assertThat(audited()).hasSize(1);
        assertThat(save(List.of(), mine, "due-1=2026-12-20").statusCode()).isEqualTo(302); // nothing of theirs is lost
        assertThat(save(List.of("S1.4"), read(refused.body()), "due-2=2026-12-24")
                        .statusCode())
                .isEqualTo(302);
        assertThat(plans.of(tom.member().course()).dates()).containsOnlyKeys(2);
    }

    @Test
    void settingsWhenSavedUnchangedMeanwhileThenNobodyIsStopped() {
        String mine = read();
        save(List.of());
        assertThat(save(List.of("S1.4"), mine).statusCode()).isEqualTo(302);
    }

    /** Of which moment the plan is that the form shows. */
    private String read() {
        return read(tom.get(tom.at(SETTINGS)).body());
    }

    private static String read(String page) {
        return page.replaceAll("(?s).*name=\"read\" value=\"([^\"]+)\".*", "read=$1");
    }

    private int points(int session) {
        return gradebook
                .status(mary.who().member().course(), mary.who().member().id(), "session-" + session)
                .map(DeliveryStatus::points)
                .orElse(0);
    }

    /** Everything is on but these sessions. */
    private HttpResponse<String> leaveOut(Integer... sessions) {
        List<String> form = new ArrayList<>(List.of("sessions=shown"));
        catalog.sessions().stream()
                .map(SessionContent::number)
                .filter(number -> !List.of(sessions).contains(number))
                .forEach(number -> form.add("session=" + number));
        return save(List.of(), form.toArray(String[]::new));
    }

    private List<String> ids(int session) {
        return catalog.session(session).orElseThrow().activities().stream()
                .map(ActivityContent::id)
                .toList();
    }

    private HttpResponse<String> save(List<String> off, String... fields) {
        List<Map.Entry<String, String>> form = new ArrayList<>();
        form.add(Map.entry("_csrf", tom.csrf()));
        for (String field : fields) {
            form.add(Map.entry(field.substring(0, field.indexOf('=')), field.substring(field.indexOf('=') + 1)));
        }
        catalog.sessions().stream()
                .flatMap(session -> session.activities().stream())
                .map(ActivityContent::id)
                .filter(id -> !off.contains(id))
                .forEach(id -> form.add(Map.entry("on", id)));
        return tom.postRaw(tom.at(SETTINGS), form);
    }

    private boolean completed() {
        return jdbc.sql("select completed from gradebook_score where member_id = ?")
                .param(mary.who().member().id().value())
                .query(Boolean.class)
                .single();
    }

    private List<String> audited() {
        return jdbc.sql(
                        "select details from audit_entry where course_id = ? and act = 'training.cohort-set' order by id")
                .param(tom.member().course().value())
                .query((row, index) -> row.getString(1))
                .list();
    }
}
