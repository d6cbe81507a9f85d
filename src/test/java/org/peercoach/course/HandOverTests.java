package org.peercoach.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The passage into a new tab (rulings 16 and 17; LTI-C7). */
@ApplicationTest
class HandOverTests {

    private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");
    private static final Pattern TICKET = Pattern.compile("name=\"ticket\" value=\"([^\"]+)\"");

    @Autowired
    TestMembers members;

    @Autowired
    JdbcClient jdbc;

    @Test // LTI-C7
    void handOverWhenConfirmedThenTheTabIsSignedInOnce() {
        SignedIn mary = members.coach();
        SignedIn tab = mary.withCookies("");
        String address = mint(tab, mary.landing().handOverTicket());

        HttpResponse<String> question = tab.get(address);
        assertThat(question.statusCode()).isEqualTo(200);
        assertThat(question.body()).contains("Continue as Mary Ellis in Lincoln Cohort 3?");
        assertThat(question.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(question.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");

        HttpResponse<String> answer = confirm(tab, address, question);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains(mary.at(""));
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        SignedIn signedIn = tab.withCookies(cookie(answer));
        assertThat(signedIn.get(mary.at("")).body()).contains("Mary Ellis · Coach");

        assertThat(confirm(tab, address, question).statusCode()).isEqualTo(410);
        assertThat(tab.get(address).statusCode()).isEqualTo(410);
    }

    @Test
    void handOverWhenOnlyLookedAtThenNothingIsUsedUp() {
        SignedIn mary = members.coach();
        SignedIn tab = mary.withCookies("");
        String address = mint(tab, mary.landing().handOverTicket());
        tab.get(address);
        assertThat(confirm(tab, address, tab.get(address)).statusCode()).isEqualTo(303);
    }

    @Test
    void handOverWhenPostedFromAnotherBrowserThen403AndStillUsable() {
        SignedIn mary = members.coach();
        SignedIn tab = mary.withCookies("");
        String address = mint(tab, mary.landing().handOverTicket());
        HttpResponse<String> question = tab.get(address);
        String form = field(FORM, question);
        assertThat(tab.postRaw(address, Map.of("form", form)).statusCode()).isEqualTo(403);
        assertThat(tab.withCookies("__Host-pc-tab=guessed")
                        .postRaw(address, Map.of("form", form))
                        .statusCode())
                .isEqualTo(403);
        assertThat(confirm(tab, address, question).statusCode()).isEqualTo(303);
    }

    @Test
    void handOverWhenAMinuteOldThen410() {
        SignedIn mary = members.coach();
        SignedIn tab = mary.withCookies("");
        String address = mint(tab, mary.landing().handOverTicket());
        HttpResponse<String> question = tab.get(address);
        jdbc.sql("update course_hand_over set expires_at = ? where member_id = ?")
                .params(
                        java.time.LocalDateTime.now(java.time.ZoneOffset.UTC).minusSeconds(1),
                        mary.member().id().value())
                .update();
        HttpResponse<String> answer = confirm(tab, address, question);
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.body()).contains("This link was used or is too old");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void handOverWhenTicketIsNotOursThen410() {
        SignedIn mary = members.coach();
        String session = mary.cookies().substring(mary.cookies().indexOf('=') + 1);
        for (String ticket : new String[] {"", "x.y.z", session}) {
            assertThat(mary.postRaw("/hand-over", Map.of("ticket", ticket)).statusCode())
                    .isEqualTo(410);
        }
    }

    @Test
    void handOverWhenStoredThenOnlyTheHashOfTheToken() {
        SignedIn mary = members.coach();
        String address = mint(mary.withCookies(""), mary.landing().handOverTicket());
        String token = address.substring(address.lastIndexOf('/') + 1);
        assertThat(jdbc.sql("select token_hash from course_hand_over where member_id = ?")
                        .param(mary.member().id().value())
                        .query(String.class)
                        .list())
                .hasSize(1)
                .doesNotContain(token);
    }

    @Test
    void homeWhenOpenThenItsButtonLeadsToTheSamePageInANewTab() {
        SignedIn mary = members.coach();
        HttpResponse<String> home = mary.get(mary.at(""));
        assertThat(home.body()).contains("target=\"_blank\"", "Open in a new tab");
        SignedIn tab = mary.withCookies("");
        String address = mint(tab, field(TICKET, home));
        assertThat(confirm(tab, address, tab.get(address)).headers().firstValue("Location"))
                .contains(mary.at(""));
    }

    private static String mint(SignedIn tab, String ticket) {
        HttpResponse<String> minted = tab.postRaw("/hand-over", Map.of("ticket", ticket));
        assertThat(minted.statusCode()).isEqualTo(303);
        return minted.headers().firstValue("Location").orElseThrow();
    }

    private static HttpResponse<String> confirm(SignedIn tab, String address, HttpResponse<String> question) {
        return tab.withCookies(cookie(question)).postRaw(address, Map.of("form", field(FORM, question)));
    }

    private static String cookie(HttpResponse<String> answer) {
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private static String field(Pattern pattern, HttpResponse<String> page) {
        Matcher found = pattern.matcher(page.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
