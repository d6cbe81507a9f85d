package org.peercoach.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.gradebook.Gradebook;
import org.peercoach.shared.Settings;
import org.peercoach.training.cohort.CohortPlan;
import org.peercoach.training.schedule.Meeting;
import org.peercoach.training.schedule.Meetings;
import org.springframework.beans.factory.annotation.Autowired;

/** UX-T7: meetings, calendars, attendance by the trainer and by a code; being there completes live activities. */
@ApplicationTest
class ScheduleTests extends TomAndMary {

    private static final String SCHEDULE = "/training/cohort/schedule";
    private static final Map<String, String> MEETING = Map.of(
            "session", "1",
            "date", "2026-12-08",
            "start", "15:30",
            "end", "17:00",
            "zone", "America/New_York",
            "place", "Lincoln High, Room 12",
            "link", "https://meet.example/peer");

    @Autowired
    Meetings meetings;

    @Autowired
    CohortSettings cohort;

    @Autowired
    Gradebook gradebook;

    @Autowired
    Settings settings;

    @Test
    void meetingWhenAddedThenOnPathAndSessionInThePersonsOwnTime() {
        jdbc.sql("update course_person set zone = 'America/Chicago' where id = ?")
                .param(mary.who().member().person())
                .update();
        SignedIn again = course.coach("Mary Ellis");
        add();
        for (String path : List.of("/training", Coach.SESSION)) {
            assertThat(again.get(again.at(path)).body())
                    .contains(
                            "Tuesday, December 8, 2026, 2:30\u00a0PM\u00a0–\u00a04:00\u00a0PM (CST)",
                            "Lincoln High, Room 12",
                            "https://meet.example/peer");
        }
        assertThat(tom.get(tom.at(SCHEDULE)).body())
                .contains("December 8, 2026, 8:30\u00a0PM\u00a0–\u00a010:00\u00a0PM (UTC)", "Code for checking in");
        SignedIn elsewhere = course.sibling().coach("Eve Other");
        assertThat(elsewhere.get(elsewhere.at("/training")).body()).doesNotContain("Lincoln High");
    }

    @Test
    void meetingWhenChangedCalledOffAndRestoredThenPagesAndCalendarsFollow() {
        Meeting meeting = add();
        Map<String, String> later = new HashMap<>(MEETING);
        later.put("start", "16:00");
        assertThat(tom.post(tom.at(SCHEDULE + "/" + meeting.id()), later).statusCode())
                .isEqualTo(302);
        assertThat(ics(mary.who(), meeting)).contains("DTSTART:20261208T210000Z", "SEQUENCE:1", "STATUS:CONFIRMED");
        tom.post(tom.at(SCHEDULE + "/" + meeting.id() + "/cancel"), Map.of());
        tom.post(tom.at(SCHEDULE + "/" + meeting.id() + "/cancel"), Map.of());
        assertThat(mary.sessionPage()).doesNotContain("Lincoln High");
        assertThat(ics(mary.who(), meeting)).contains("SEQUENCE:2", "STATUS:CANCELLED");
        assertThat(tom.get(tom.at(SCHEDULE)).body()).contains("Called off");
        tom.post(tom.at(SCHEDULE + "/" + meeting.id() + "/restore"), Map.of());
        assertThat(mary.sessionPage()).contains("Lincoln High");
    }

    @Test
    void meetingWhenWrongThenRefusedAndInputKept() {
        Map<String, String> wrong = new HashMap<>(MEETING);
        wrong.put("link", "http://meet.example/peer");
        HttpResponse<String> refused = tom.post(tom.at(SCHEDULE + "/new"), wrong);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("begins with https://", "value=\"http://meet.example/peer\"", "value=\"15:30\"");
        assertThat(meetings.of(tom.member().course())).isEmpty();
    }

    @Test
    void scheduleWhenOfAnotherCourseOrRoleThenNotThere() {
        Meeting meeting = add();
        SignedIn tina = course.sibling().trainer("Tina Other");
        for (String path : List.of("", "/attendance")) {
            assertThat(tina.get(tina.at(SCHEDULE + "/" + meeting.id() + path)).statusCode())
                    .isEqualTo(404);
            assertThat(tina.post(tina.at(SCHEDULE + "/" + meeting.id() + path), MEETING)
                            .statusCode())
                    .isEqualTo(404);
            assertThat(mary.who()
                            .get(mary.who().at(SCHEDULE + "/" + meeting.id() + path))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(tina.get(tina.at("/training/schedule/" + meeting.id() + ".ics"))
                        .statusCode())
                .isEqualTo(404);
        SignedIn dana = course.participant("Dana Reed");
        assertThat(dana.get(dana.at("/training/schedule/" + meeting.id() + ".ics"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(dana.get(dana.at("/training/calendar")).statusCode()).isEqualTo(403);
        assertThat(tina.post(tina.at(SCHEDULE + "/" + meeting.id() + "/cancel"), Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(meetings.one(tom.member().course(), meeting.id())
                        .orElseThrow()
                        .canceled())
                .isFalse();
    }

    @Test
    @DisplayName("UX-T7: an address that calendars ask: secret, without names, ended at once")
    void feedWhenMadeEndedOrLeftThenOpensOnlyWhileItShould() {
        add();
        String address = address(mary.who());
        HttpResponse<String> feed = nobody(address);
        assertThat(feed.statusCode()).isEqualTo(200);
        assertThat(feed.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar");
        assertThat(feed.body().replace("\r\n ", ""))
                .contains("DTSTART:20261208T203000Z", "Peer Coaching\\, Session 1: Getting Started")
                .contains("3:30\u00a0PM to 5:00\u00a0PM\\, time zone America/New_York")
                .doesNotContain("Mary", "Ellis", "Tom", "Trainer", "Lincoln Cohort");
        String key = address.substring(address.indexOf("key=") + 4);
        assertThat(jdbc.sql("select token_hash from training_calendar_feed where member_id = ?")
                        .param(mary.who().member().id().value())
                        .query(String.class)
                        .single())
                .hasSize(64)
                .isNotEqualTo(key);
        assertThat(mary.who().get(mary.who().at("/training/calendar")).body()).doesNotContain(key);

        String second = address(mary.who());
        assertThat(nobody(address).statusCode()).isEqualTo(404);
        assertThat(nobody(second).statusCode()).isEqualTo(200);
        mary.who().post(mary.who().at("/training/calendar/revoke"), Map.of());
        assertThat(nobody(second).statusCode()).isEqualTo(404);

        String third = address(mary.who());
        jdbc.sql("update course_member set active = false where id = ?")
                .param(mary.who().member().id().value())
                .update();
        assertThat(nobody(third).statusCode()).isEqualTo(404);
        assertThat(nobody(settings.url("/public/calendar.ics?key=x")).statusCode())
                .isEqualTo(404);
        assertThat(nobody(settings.url("/public/calendar.ics")).statusCode()).isEqualTo(404);
    }

    @Test
    void attendanceWhenTickedThenLiveActivitiesCompleteAndUntickingTakesBackWhatNothingElseCompleted() {
        Meeting meeting = addNow(-90, -5);
        SignedIn ken = course.coach("Ken Park");
        new Cohort(jdbc).done(ken, List.of("S1.4"));
        attend(meeting, List.of(), List.of(mary.who(), ken));
        assertThat(points(mary.who())).isEqualTo(4);
        assertThat(mary.sessionPage()).contains("You were there when it was held live", "1 of 11 done");
        assertThat(tom.get(tom.at(SCHEDULE)).body()).contains("2 were there");
        attend(meeting, List.of(mary.who(), ken), List.of());
        assertThat(points(mary.who())).isZero();
        assertThat(mary.sessionPage()).contains("0 of 11 done");
        assertThat(ken.get(ken.at(Coach.SESSION)).body()).contains("1 of 11 done");
    }

    @Test
    void attendanceWhenNothingChangedThenNothingAudited() {
        Meeting meeting = addNow(-90, -5);
        attend(meeting, List.of(), List.of(mary.who()));
        attend(meeting, List.of(), List.of(mary.who()));
        attend(meeting, List.of(mary.who()), List.of(mary.who()));
        assertThat(jdbc.sql("select details from audit_entry where course_id = ? and act = 'training.attendance-set'")
                        .param(tom.member().course().value())
                        .query((row, index) -> row.getString(1))
                        .list())
                .containsExactly("1 changes");
    }

    @Test
    void attendanceWhenTheActivityIsLeftOutThenItFollowsOnlyWhenItIsOnAgainOrTakenBack() {
        Meeting meeting = addNow(-90, -5);
        leaveOut("S1.4");
        attend(meeting, List.of(), List.of(mary.who()));
        assertThat(points(mary.who())).isZero();
        leaveOut();
        assertThat(points(mary.who())).isEqualTo(4);
        leaveOut("S1.4");
        assertThat(points(mary.who())).isEqualTo(4);
        attend(meeting, List.of(mary.who()), List.of());
        assertThat(points(mary.who())).isZero();
    }

    @Test
    void attendanceWhenTheMeetingIsStillToComeThenRefusedTicksKeptAndLaterTaken() {
        Meeting meeting = addNow(61, 120);
        String list = tom.at(SCHEDULE + "/" + meeting.id() + "/attendance");
        assertThat(tom.get(list).body())
                .contains("You can note who was there from an hour before", meeting.code())
                .doesNotContain("name=\"present\"");
        assertThat(tom.get(tom.at(SCHEDULE)).body()).doesNotContain("Note who was there");
        HttpResponse<String> early =
                tom.post(list, Map.of("present", mary.who().member().id().toString()));
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(early.body())
                .contains("Nothing is saved yet", "You can note who was there from an hour before")
                .containsPattern("value=\"" + mary.who().member().id() + "\" checked");
        assertThat(points(mary.who())).isZero();
        move(meeting, 59, 120);
        assertThat(tom.get(list).body()).contains("name=\"present\"").doesNotContain("an hour before");
        attend(meeting, List.of(), List.of(mary.who()));
        assertThat(points(mary.who())).isEqualTo(4);
        move(meeting, 2 * 24 * 60, 2 * 24 * 60 + 60);
        attend(meeting, List.of(mary.who()), List.of());
        assertThat(points(mary.who())).isZero();
    }

    @Test
    void attendanceWhenNotedDaysLaterThenTheMeetingsOwnDateIsShown() {
        Meeting late = addNow(-90, -5);
        Meeting first = addNow(-90, -5);
        jdbc.sql("update training_meeting set starts_at = '2026-09-03 15:30:00', ends_at = '2026-09-03 17:00:00'"
                        + " where id = ?")
                .param(first.id())
                .update();
        attend(late, List.of(), List.of(mary.who()));
        attend(first, List.of(), List.of(mary.who()));
        String trainers = tom.get(
                        tom.at("/training/cohort/people/" + mary.who().member().id() + "/S1.4"))
                .body();
        for (String page : List.of(mary.sessionPage(), trainers)) {
            assertThat(page).containsPattern("You were there when it was held live, September.3");
        }
        tom.post(tom.at(SCHEDULE + "/" + first.id() + "/cancel"), Map.of());
        assertThat(mary.sessionPage()).contains("You were there when").doesNotContainPattern("September.3");
    }

    private void leaveOut(String... activities) {
        cohort.keep(tom.member(), new CohortPlan(false, Map.of(), Set.of(activities)));
    }

    @Test
    void meetingWhenCalledOffAfterSomebodyLeftThenTheirPointsFollow() {
        Meeting meeting = addNow(-90, -5);
        attend(meeting, List.of(), List.of(mary.who()));
        jdbc.sql("update course_member set active = false where id = ?")
                .param(mary.who().member().id().value())
                .update();
        tom.post(tom.at(SCHEDULE + "/" + meeting.id() + "/cancel"), Map.of());
        assertThat(points(mary.who())).isZero();
    }

    @Test
    void pathWhenTrainerLooksThenLeadsToTheCalendarToo() {
        add();
        for (SignedIn who : List.of(tom, mary.who())) {
            assertThat(who.get(who.at("/training")).body())
                    .containsOnlyOnce("href=\"" + who.at("/training/calendar") + "\"");
        }
    }

    @Test
    void attendanceWhenSomebodyCheckedInMeanwhileThenTheListDoesNotDropThem() {
        Meeting meeting = addNow(-10, 30);
        checkIn(mary.who(), meeting.code());
        attend(meeting, List.of(), List.of());
        assertThat(points(mary.who())).isEqualTo(4);
    }

    @Test
    void attendanceWhenAtAnotherMeetingOfTheSessionThenStaysComplete() {
        Meeting first = addNow(-90, -5);
        Meeting second = addNow(-80, -5);
        attend(first, List.of(), List.of(mary.who()));
        attend(second, List.of(), List.of(mary.who()));
        attend(first, List.of(mary.who()), List.of());
        assertThat(points(mary.who())).isEqualTo(4);
        tom.post(tom.at(SCHEDULE + "/" + second.id() + "/cancel"), Map.of());
        assertThat(points(mary.who())).isZero();
        tom.post(tom.at(SCHEDULE + "/" + second.id() + "/restore"), Map.of());
        assertThat(points(mary.who())).isEqualTo(4);
    }

    @Test
    void attendanceWhenOfPeopleOfAnotherCourseThenNothingNoted() {
        Meeting meeting = addNow(-90, -5);
        SignedIn eve = course.sibling().coach("Eve Other");
        attend(meeting, List.of(), List.of(eve, tom));
        assertThat(jdbc.sql("select count(*) from training_attendance where meeting_id = ?")
                        .param(meeting.id())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void codeWhenTypedInTimeThenPresentAndElseNot() {
        Meeting running = addNow(-10, 30);
        assertThat(checkIn(mary.who(), "ZZZZZZ").statusCode()).isEqualTo(422);
        String typed = running.code().substring(0, 3).toLowerCase(java.util.Locale.ROOT) + " "
                + running.code().substring(3);
        HttpResponse<String> in = checkIn(mary.who(), typed);
        assertThat(in.statusCode()).isEqualTo(302);
        assertThat(points(mary.who())).isEqualTo(4);
        assertThat(tom.get(tom.at(SCHEDULE + "/" + running.id() + "/attendance"))
                        .body())
                .contains(running.code(), "Checked in by the code");

        SignedIn ken = course.coach("Ken Park");
        assertThat(checkIn(ken, addNow(14, 60).code()).statusCode()).isEqualTo(302);
        assertThat(checkIn(ken, addNow(17, 60).code()).statusCode()).isEqualTo(422);
        assertThat(checkIn(ken, addNow(-60, -14).code()).statusCode()).isEqualTo(302);
        assertThat(checkIn(ken, addNow(-60, -16).code()).statusCode()).isEqualTo(422);
        Meeting off = addNow(-5, 30);
        tom.post(tom.at(SCHEDULE + "/" + off.id() + "/cancel"), Map.of());
        assertThat(checkIn(ken, off.code()).statusCode()).isEqualTo(422);
        SignedIn eve = course.sibling().coach("Eve Other");
        assertThat(checkIn(eve, running.code()).statusCode()).isEqualTo(422);
        assertThat(tom.post(tom.at("/training/check-in"), Map.of("code", running.code()))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void codeWhenGuessedThenLimitedForThatPersonAlone() {
        Meeting running = addNow(-10, 30);
        for (int guess = 0; guess < 10; guess++) {
            assertThat(checkIn(mary.who(), "ZZZZZ" + guess).statusCode()).isEqualTo(422);
        }
        HttpResponse<String> limited = checkIn(mary.who(), running.code());
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.body()).contains("These were many tries");
        SignedIn ken = course.coach("Ken Park");
        assertThat(checkIn(ken, running.code()).statusCode()).isEqualTo(302);
    }

    private Meeting add() {
        assertThat(tom.post(tom.at(SCHEDULE + "/new"), MEETING).statusCode()).isEqualTo(302);
        return newest();
    }

    private Meeting addNow(int from, int to) {
        add();
        Meeting meeting = newest();
        move(meeting, from, to);
        return meeting;
    }

    private void move(Meeting meeting, int from, int to) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        jdbc.sql("update training_meeting set starts_at = ?, ends_at = ? where id = ?")
                .params(
                        LocalDateTime.ofInstant(now.plus(from, ChronoUnit.MINUTES), ZoneOffset.UTC),
                        LocalDateTime.ofInstant(now.plus(to, ChronoUnit.MINUTES), ZoneOffset.UTC),
                        meeting.id())
                .update();
    }

    private Meeting newest() {
        return meetings.of(tom.member().course()).stream()
                .max(java.util.Comparator.comparing(Meeting::id))
                .orElseThrow();
    }

    private void attend(Meeting meeting, List<SignedIn> shown, List<SignedIn> present) {
        List<Map.Entry<String, String>> form = new ArrayList<>();
        form.add(Map.entry("_csrf", tom.csrf()));
        shown.forEach(one -> form.add(Map.entry("shown", one.member().id().toString())));
        present.forEach(one -> form.add(Map.entry("present", one.member().id().toString())));
        assertThat(tom.postRaw(tom.at(SCHEDULE + "/" + meeting.id() + "/attendance"), form)
                        .statusCode())
                .isEqualTo(302);
    }

    private static HttpResponse<String> checkIn(SignedIn who, String code) {
        return who.post(who.at("/training/check-in"), Map.of("code", code));
    }

    private static String ics(SignedIn who, Meeting meeting) {
        return who.get(who.at("/training/schedule/" + meeting.id() + ".ics")).body();
    }

    /** Makes an address and reads it off the page that shows it once. */
    private String address(SignedIn who) {
        HttpResponse<String> made = who.post(who.at("/training/calendar"), Map.of());
        String flash = made.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .reduce(who.cookies(), (one, other) -> one + "; " + other);
        String page = who.withCookies(flash).get(who.at("/training/calendar")).body();
        Matcher found = Pattern.compile(Pattern.quote(settings.url("/public/calendar.ics?key=")) + "[\\w-]{43}")
                .matcher(page);
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private HttpResponse<String> nobody(String address) {
        return mary.who()
                .withCookies("")
                .get(address.substring(settings.baseUrl().length()));
    }

    private int points(SignedIn who) {
        return gradebook
                .status(who.member().course(), who.member().id(), "session-1")
                .map(status -> status.points())
                .orElse(0);
    }
}
