package org.peercoach.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peercoach.fixture.TestRoles.LEARNER;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.peercoach.course.session.KnownMembers;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers;
import org.peercoach.fixture.TestMembers.TestLaunch;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What pages know of the window around them: the way back, the new tab, the end of the session, a frame that grows. */
@ApplicationTest
class FrameLifeTests {

    private static final String BACK = "https://lms.example/return.php?sesskey=gi6vneOddt";
    private static final Pattern TICKET = Pattern.compile("name=\"ticket\" value=\"([^\"]+)\"");
    private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");

    @Autowired
    TestMembers members;

    @Autowired
    KnownMembers known;

    @Autowired
    JdbcClient jdbc;

    private TestMembers.TestCourse course;
    private SignedIn mary;

    @BeforeEach
    void signIn() {
        course = members.course();
        mary = members.signIn(launch().backTo(BACK).build());
    }

    private TestLaunch launch() {
        return new TestLaunch(course, "Mary Ellis")
                .roles(LEARNER)
                .custom(Map.of("pc_purpose", "training", "pc_activity", "session-1"));
    }

    @Test
    @DisplayName("LTI-T27: every page leads back to the LMS, and a new tab does so, too")
    void newTabWhenOpenedThenKnowsTheWayBack() {
        String page = mary.get(mary.at("/training/sessions/1")).body();
        assertThat(page).contains("id=\"leave\"", "Open in a new tab").doesNotContain("gi6vneOddt");
        SignedIn tab = mary.withCookies("");
        SignedIn opened = handOver(tab, first(TICKET, page));
        assertThat(opened.get(mary.at("/training/sessions/1")).statusCode()).isEqualTo(200);
        assertThat(opened.get(mary.at("/leave"))
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .startsWith(BACK + "&lti_msg=");
        assertThat(jdbc.sql("select way_back from course_hand_over where member_id = ?")
                        .param(mary.member().id().value())
                        .query(String.class)
                        .list())
                .hasSize(1)
                .noneMatch(stored -> stored.contains("gi6vneOddt") || stored.contains("lms.example"));
    }

    @Test
    void ticketWhenThePageIsOldThenAFreshOneForTheSamePageOnly() {
        String ticket = mary.post(mary.at("/ticket"), Map.of("path", mary.at("/training")))
                .body();
        assertThat(handOverPath(ticket)).isEqualTo(mary.at("/training"));
        String foreign = mary.post(mary.at("/ticket"), Map.of("path", "https://evil.example/"))
                .body();
        assertThat(handOverPath(foreign)).isEqualTo(mary.at(""));
        assertThat(mary.postRaw(mary.at("/ticket"), Map.of("path", mary.at("/training")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(mary.withCookies("").postRaw(mary.at("/ticket"), Map.of()).statusCode())
                .isEqualTo(401);
    }

    @Test
    @DisplayName("WCAG 2.2.1: the page knows when its session ends, and pressing a button extends it")
    void stayWhenPressedThenTheSessionIsTold() {
        assertThat(mary.get(mary.at("")).body())
                .containsPattern("data-pc-left=\"28[78][0-9]{2}\"")
                .contains("data-pc-warning=\"300\"");
        HttpResponse<String> answer = mary.post(mary.at("/stay"), Map.of());
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(Long.parseLong(answer.headers().firstValue("Pc-Left").orElseThrow()))
                .isBetween(28_000L, 28_800L);
        assertThat(mary.postRaw(mary.at("/stay"), Map.of()).statusCode()).isEqualTo(403);
    }

    @Test
    @DisplayName("UX 5.1: only a launch that is a small part of the LMS's page may grow")
    void launchWhenEmbeddedThenItsAddressSaysSo() {
        assertThat(members.open(launch().embedded().build()).path()).isEqualTo(mary.at("/training/sessions/1?grow=1"));
        assertThat(members.open(launch().build()).path()).isEqualTo(mary.at("/training/sessions/1"));
    }

    @Test
    void signOutWhenPressedThenTheWayBackIsForgotten() {
        HttpResponse<String> out = mary.post(mary.at("/sign-out"), Map.of());
        assertThat(out.headers().allValues("Set-Cookie"))
                .anyMatch(
                        cookie -> cookie.startsWith("__Host-pb-" + mary.member().course() + "=;"));
    }

    @Test
    @DisplayName("LTI-T27: a page that says that nobody is signed in any more leads back to the LMS")
    void pageWhenTheSessionWasEndedEverywhereThenTheWayBackIsThere() {
        jdbc.sql("update course_person set valid_from = '2099-01-01 00:00:00' where id = ?")
                .param(mary.member().person())
                .update();
        known.forget();
        HttpResponse<String> page = mary.get(mary.at("/training"));
        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.body()).contains("href=\"" + BACK + "\"", "Back to the LMS");
        String session = mary.cookies().split("; ")[0];
        assertThat(mary.withCookies(session).get(mary.at("/training")).body()).doesNotContain("Back to the LMS");
    }

    private SignedIn handOver(SignedIn tab, String ticket) {
        HttpResponse<String> answer = confirmed(tab, ticket);
        String cookies = String.join(
                "; ",
                answer.headers().allValues("Set-Cookie").stream()
                        .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                        .toList());
        return tab.withCookies(cookies);
    }

    private String handOverPath(String ticket) {
        return confirmed(mary.withCookies(""), ticket)
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private static HttpResponse<String> confirmed(SignedIn tab, String ticket) {
        String address = tab.postRaw("/hand-over", Map.of("ticket", ticket))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        HttpResponse<String> question = tab.get(address);
        String proof = question.headers().firstValue("Set-Cookie").orElseThrow();
        return tab.withCookies(proof.substring(0, proof.indexOf(';')))
                .postRaw(address, Map.of("form", first(FORM, question.body())));
    }

    private static String first(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
