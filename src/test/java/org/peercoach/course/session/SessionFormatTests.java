package org.peercoach.course.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.shared.Seals;
import org.peercoach.shared.Settings;
import org.springframework.http.ResponseCookie;
import org.springframework.mock.web.MockHttpServletRequest;

/** Ruling 11: what a session cookie holds, how big it gets, how long it is good. */
class SessionFormatTests {

    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
    private static final Place HERE = Place.course(1_234_567_890L);

    @Test // ruling 11
    void sealWhenIdsAreHugeAndOriginsLongThenAtMost400Bytes() {
        List<String> origins = IntStream.range(0, 3)
                .mapToObj(i -> "https://a-rather-long-host-name-of-district-" + i + ".learning.example.org:8443")
                .toList();
        Session session =
                Session.begin(HERE, Long.MAX_VALUE, Long.MAX_VALUE, "a-launch-id-that-is-long", START, origins);
        ResponseCookie cookie = cookies(START).seal(session);
        assertThat(cookie.getName().length() + 1 + cookie.getValue().length()).isLessThanOrEqualTo(400);
        assertThat(Session.parse(session.text()).origins()).startsWith(origins.getFirst());
    }

    @Test // LTI-C1
    void sealWhenLookedAtThenEveryAttributeOfAFrameCookie() {
        String cookie = cookies(START).seal(mary()).toString();
        assertThat(cookie)
                .startsWith("__Host-pc-1234567890=")
                .contains("; Secure", "; HttpOnly", "; SameSite=None", "; Partitioned", "; Path=/")
                .doesNotContain("Max-Age", "Expires", "Domain", "Learner");
    }

    @Test
    void readWhenSealedThenTheSame() {
        Session mary = mary();
        assertThat(cookies(START).read(request(mary), HERE)).contains(mary);
    }

    @Test
    void readWhenCookieOfAnotherCourseIsPutUnderThisNameThenNothing() {
        Session elsewhere = Session.begin(Place.course(7), 1, 2, "x", START, List.of());
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(new jakarta.servlet.http.Cookie(
                HERE.cookie(), cookies(START).seal(elsewhere).getValue()));
        assertThat(cookies(START).read(request, HERE)).isEmpty();
    }

    @Test
    void readWhenChangedThenNothing() {
        MockHttpServletRequest request = request(mary());
        jakarta.servlet.http.Cookie cookie = java.util.Objects.requireNonNull(request.getCookies())[0];
        char middle = cookie.getValue().charAt(100);
        cookie.setValue(cookie.getValue().substring(0, 100)
                + (middle == 'A' ? 'B' : 'A')
                + cookie.getValue().substring(101));
        assertThat(cookies(START).read(request, HERE)).isEmpty();
    }

    @Test
    void readWhenIdleForEightHoursThenNothingButItsOriginsAreKnown() {
        Instant late = START.plus(Duration.ofHours(8));
        assertThat(cookies(late.minusSeconds(1)).read(request(mary()), HERE)).isPresent();
        assertThat(cookies(late).read(request(mary()), HERE)).isEmpty();
        assertThat(cookies(late).former(request(mary()), HERE).map(Session::origins))
                .hasValue(List.of("https://lms.example"));
    }

    @Test
    void readWhenADayOldThoughUsedThenNothing() {
        Session used = mary().usedAt(START.plus(Duration.ofHours(23)));
        MockHttpServletRequest request = request(used);
        assertThat(cookies(START.plus(Duration.ofHours(24)).minusSeconds(1)).read(request, HERE))
                .isPresent();
        assertThat(cookies(START.plus(Duration.ofHours(24))).read(request, HERE))
                .isEmpty();
    }

    @Test
    void renewedWhenFiveMinutesPassedThenLaterUseAndSameIssue() {
        assertThat(cookies(START.plusSeconds(299)).renewed(mary())).isEmpty();
        Instant later = START.plusSeconds(300);
        ResponseCookie renewed = cookies(later).renewed(mary()).orElseThrow();
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(new jakarta.servlet.http.Cookie(renewed.getName(), renewed.getValue()));
        Session session = cookies(later).read(request, HERE).orElseThrow();
        assertThat(session.used()).isEqualTo(later);
        assertThat(session.issued()).isEqualTo(START);
    }

    @Test
    void surplusWhenTenSessionsThenTheTwoLongestUnusedGo() {
        List<jakarta.servlet.http.Cookie> sent = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            Session session = Session.begin(Place.course(i), 1, i, "x", START.plusSeconds(i % 2 * 100 + i), List.of());
            ResponseCookie cookie = cookies(START.plusSeconds(200)).seal(session);
            sent.add(new jakarta.servlet.http.Cookie(cookie.getName(), cookie.getValue()));
        }
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(sent.toArray(jakarta.servlet.http.Cookie[]::new));
        assertThat(cookies(START.plusSeconds(200)).surplus(request))
                .extracting(ResponseCookie::getName)
                .containsExactlyInAnyOrder("__Host-pc-2", "__Host-pb-2", "__Host-pc-4", "__Host-pb-4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/c/0", "/c/01", "/c/abc", "/c/", "/c", "/c/%31", "/c/1;x", "/e/1", "/c/1234567890123456789"})
    void placeWhenAddressNamesNoneThenEmpty(String path) {
        assertThat(Place.of(path)).isEmpty();
    }

    @Test
    void placeWhenAddressNamesOneThenThat() {
        assertThat(Place.of("/c/12/training")).contains(Place.course(12));
        assertThat(Place.of("/d/3")).contains(Place.district(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/c/2", "/c/12", "//evil.example", "https://evil.example", "/c/1/../2", "/c/1\\evil", ""})
    void holdsWhenPathIsNotOfThePlaceThenNot(String path) {
        assertThat(Place.course(1).holds(path)).isFalse();
    }

    private static Session mary() {
        return Session.begin(HERE, 5, 6, "launch", START, List.of("https://lms.example"));
    }

    private static MockHttpServletRequest request(Session session) {
        ResponseCookie cookie = cookies(START).seal(session);
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(new jakarta.servlet.http.Cookie(cookie.getName(), cookie.getValue()));
        return request;
    }

    private static SessionCookies cookies(Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        Settings settings = new Settings(
                "http://localhost",
                "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
                "",
                List.of(),
                List.of(),
                "",
                new Settings.Lti(null, 60),
                Settings.Mail.NONE);
        return new SessionCookies(new Seals(settings, clock), clock);
    }
}
