package org.peercoach.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.Statements;
import org.peercoach.fixture.TestMembers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is let in, as what, and what forms save (rulings 10 to 13, 21, 22, 31). */
@ApplicationTest
class SessionTests {

    private static final String TEXT = "Coaching starts with a question.";

    @Autowired
    TestMembers members;

    @Autowired
    JdbcClient jdbc;

    @Test // LTI-T35
    void homeWhenSignedInThenShowsWhoIsHereAndMayBeFramedByTheLms() {
        SignedIn mary = members.coach();
        HttpResponse<String> page = mary.get(mary.at(""));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Mary Ellis · Coach · Lincoln Cohort 3");
        assertThat(policy(page)).endsWith("frame-ancestors https://lms.example");
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    }

    @Test
    void homeWhenNoCookieThen401WithoutCookieOrForm() {
        SignedIn mary = members.coach();
        HttpResponse<String> page = mary.withCookies("").get(mary.at(""));
        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.body()).contains("You are signed out").doesNotContain("<form");
        assertThat(policy(page)).endsWith("frame-ancestors *");
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test // UX-F4
    void postWhenNoCookieThen401KeepsTheText() {
        SignedIn mary = members.coach();
        HttpResponse<String> page = mary.withCookies("")
                .postRaw(mary.at("/training"), Map.of("_csrf", "x", "choice", "b", "answer", TEXT + " <b>Why?</b>"));
        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.body()).contains("Your text is kept", TEXT + " &lt;b&gt;Why?&lt;/b&gt;");
    }

    @Test
    void homeWhenTheAddressNamesNoCourseThen404() {
        SignedIn mary = members.coach();
        assertThat(mary.get("/c/abc").statusCode()).isEqualTo(404);
        assertThat(mary.get(mary.at("/no-such-page")).statusCode()).isEqualTo(404);
    }

    @Test
    void errorPageOfAMemberWhenShownThenStaysInTheFrame() {
        SignedIn mary = members.coach();
        assertThat(policy(mary.get(mary.at("/no-such-page")))).endsWith("frame-ancestors https://lms.example");
    }

    @Test
    void homeWhenCookieIsOfAnotherCourseThen401() {
        SignedIn mary = members.coach();
        SignedIn tom = members.trainer();
        assertThat(tom.get(mary.at("")).statusCode()).isEqualTo(401);
        String renamed =
                tom.cookies().replaceFirst("pc-\\d+=", "pc-" + mary.member().course() + "=");
        assertThat(tom.withCookies(renamed).get(mary.at("")).statusCode()).isEqualTo(401);
    }

    @Test // LTI-T33
    void twoCoursesWhenInOneBrowserThenEachShowsItsOwnPerson() {
        TestMembers.TestCourse first = members.course();
        SignedIn mary = first.coach("Mary Ellis");
        SignedIn tom = first.sibling().trainer("Tom Trainer");
        SignedIn browser = mary.withCookies(mary.cookies() + "; " + tom.cookies());
        assertThat(browser.get(mary.at("")).body())
                .contains("Mary Ellis · Coach")
                .doesNotContain("Tom Trainer");
        assertThat(browser.get(tom.at("")).body())
                .contains("Tom Trainer · Trainer")
                .doesNotContain("Mary Ellis");
    }

    @Test
    void postWhenTokenIsOfAnotherCourseThen403() {
        TestMembers.TestCourse first = members.course();
        SignedIn here = first.trainer("Tom Trainer");
        SignedIn there = first.sibling().trainer("Tom Trainer");
        assertThat(here.post(here.at("/purpose"), Map.of("purpose", "COLLABORATION"), there.csrf())
                        .statusCode())
                .isEqualTo(403);
        assertThat(purpose(here)).isEqualTo("TRAINING");
    }

    @Test // LTI-C8
    void postWhenTokenIsMissingOrWrongThen403AndNothingSaved() {
        SignedIn tom = members.trainer();
        Map<String, String> form = Map.of("purpose", "COLLABORATION", "text", TEXT);
        for (HttpResponse<String> page : List.of(
                tom.postRaw(tom.at("/purpose"), form),
                tom.post(tom.at("/purpose"), form, "wrong"),
                tom.post(tom.at("/purpose"), form, "x".repeat(200)))) {
            assertThat(page.statusCode()).isEqualTo(403);
            assertThat(page.body()).contains("This form was not accepted", TEXT);
        }
        assertThat(purpose(tom)).isEqualTo("TRAINING");
    }

    @Test // LTI-T33, ruling 12
    void postWhenTheCourseIsNowOpenAsSomebodyElseThen409AndNothingSaved() {
        TestMembers.TestCourse course = members.course();
        SignedIn ruth = course.trainer("Ruth Adeyemi");
        String formOfRuth = ruth.csrf();
        SignedIn tom = course.trainer("Tom Trainer"); // in the same browser: its cookie takes the place of Ruth's
        HttpResponse<String> page =
                tom.post(tom.at("/purpose"), Map.of("purpose", "COLLABORATION", "text", TEXT), formOfRuth);
        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.body()).contains("This course is now open as Tom Trainer; your text is kept here", TEXT);
        assertThat(purpose(tom)).isEqualTo("TRAINING");
    }

    @Test
    void postWhenLaunchedAgainMeanwhileThenTheOldFormStillWorks() {
        TestMembers.TestCourse course = members.course();
        String oldForm = course.trainer("Tom Trainer").csrf();
        SignedIn again = course.trainer("Tom Trainer");
        HttpResponse<String> answer = again.post(again.at("/purpose"), Map.of("purpose", "COLLABORATION"), oldForm);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(purpose(again)).isEqualTo("COLLABORATION");
    }

    @Test
    void pageWhenRoleIsWrongThen403NamesTheRoleAndKeepsTheText() {
        SignedIn mary = members.coach();
        HttpResponse<String> page = mary.post(mary.at("/purpose"), Map.of("purpose", "TRAINING", "text", TEXT));
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("This page is for: Trainer", "You are here as: Coach", TEXT);
        assertThat(policy(page)).endsWith("frame-ancestors https://lms.example");
    }

    @Test // ruling 22
    void signOutWhenPostedThenCookieIsDeletedAndPageSaysHowToComeBack() {
        SignedIn mary = members.coach();
        HttpResponse<String> page = mary.post(mary.at("/sign-out"), Map.of());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("open Peer Coaching again from your LMS course")
                .doesNotContain("Mary Ellis", "pc-menu");
        assertThat(page.headers().allValues("Set-Cookie"))
                .anyMatch(
                        cookie -> cookie.startsWith("__Host-pc-" + mary.member().course() + "=;")
                                && cookie.contains("Max-Age=0")
                                && cookie.contains("Partitioned"));
    }

    @Test // ruling 13
    void flashWhenRedirectedThenShownOnceOnThatPage() {
        SignedIn tom = members.trainer();
        HttpResponse<String> answer = tom.post(tom.at("/purpose"), Map.of("purpose", "COLLABORATION"));
        String flash = answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("__Host-pc-flash="))
                .findFirst()
                .orElseThrow();
        assertThat(flash).contains("Max-Age=60", "HttpOnly", "Secure", "SameSite=None", "Partitioned");
        SignedIn next = tom.withCookies(tom.cookies() + "; " + flash.substring(0, flash.indexOf(';')));
        assertThat(next.get(tom.at("/why")).body()).doesNotContain("collaboration course now");
        HttpResponse<String> home =
                next.get(answer.headers().firstValue("Location").orElseThrow());
        assertThat(home.body()).contains("This is a collaboration course now");
        assertThat(home.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("__Host-pc-flash=;") && cookie.contains("Max-Age=0"));
        assertThat(tom.get(tom.at("")).body()).doesNotContain("This is a collaboration course now");
    }

    @Test // ruling 21
    void pageWhenWarmThenItsSessionAsksTheDatabaseNothing() {
        SignedIn mary = members.coach();
        assertThat(Statements.during("course_", () -> mary.get(mary.at("")))).isEmpty();
        assertThat(Statements.during("course_", () -> mary.get(mary.at("/why"))))
                .isNotEmpty();
    }

    @Test
    void homeWhenSessionIsOlderThanThePersonAllowsThen401() throws Exception {
        SignedIn mary = members.coach();
        jdbc.sql("update course_person set valid_from = ? where id = ?")
                .params(
                        java.time.LocalDateTime.now(java.time.ZoneOffset.UTC).plusMinutes(1),
                        mary.member().person())
                .update();
        assertThat(withinTenSeconds(mary, 401)).isEqualTo(401);
    }

    @Test // ruling 21
    void homeWhenMembershipIsLostThen401WithinTenSeconds() throws Exception {
        SignedIn mary = members.coach();
        jdbc.sql("update course_member set active = false where id = ?")
                .param(mary.member().id().value())
                .update();
        assertThat(withinTenSeconds(mary, 401)).isEqualTo(401);
    }

    /** Ruling 21: at the latest whoever asks after the 10 seconds of a node's memory, however long the answer takes. */
    private static int withinTenSeconds(SignedIn person, int status) throws InterruptedException {
        Instant forgotten = Instant.now().plusSeconds(10);
        while (true) {
            boolean last = Instant.now().isAfter(forgotten);
            int answered = person.get(person.at("")).statusCode();
            if (last || answered == status) {
                return answered;
            }
            Thread.sleep(200);
        }
    }

    private String purpose(SignedIn person) {
        return jdbc.sql("select purpose from course_course where id = ?")
                .param(person.member().course().value())
                .query(String.class)
                .single();
    }

    private static String policy(HttpResponse<String> page) {
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(Pattern.compile("frame-ancestors").matcher(policy).results()).hasSize(1);
        return policy;
    }
}
