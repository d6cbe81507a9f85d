package org.peercoach.course.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.peercoach.shared.Seals;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Seals sessions into cookies, and reads them (ruling 11). There is no other memory of who is signed in. */
@Component
public class SessionCookies {

    static final String PREFIX = "__Host-pc-";

    private static final String USE = "session";
    private static final Duration IDLE = Duration.ofHours(8);
    private static final Duration LIFE = Duration.ofHours(24);
    private static final Duration OPERATOR_LIFE = Duration.ofHours(1);
    private static final Duration RENEW = Duration.ofMinutes(5);
    /** What a use leaves at least: the cookie of the last five minutes is not renewed. */
    static final Duration AFTER_USE = IDLE.minus(RENEW);

    private static final int MOST = 8;
    private static final Pattern NAME = Pattern.compile(PREFIX + "[dp]?[1-9][0-9]{0,17}");

    private final Seals seals;
    private final Clock clock;

    SessionCookies(Seals seals, Clock clock) {
        this.seals = seals;
        this.clock = clock;
    }

    /** The cookie that carries this session; readable until 24 hours after its issue, the operator's until one hour. */
    public ResponseCookie seal(Session session) {
        boolean operator = session.place().kind() == Place.Kind.OPERATOR;
        Duration left = Duration.between(clock.instant(), session.issued().plus(operator ? OPERATOR_LIFE : LIFE));
        if (operator) {
            return operatorCookie(session.place(), seals.seal(USE, session.text(), left));
        }
        return cookie(session.place().cookie(), seals.seal(USE, session.text(), left))
                .build();
    }

    /** Ends the sessions of these places in this browser. */
    public static void end(HttpServletResponse response, Place... places) {
        for (Place place : places) {
            // a renewal that the same answer carries must not bring the session back
            List<String> others = response.getHeaders(HttpHeaders.SET_COOKIE).stream()
                    .filter(cookie -> !cookie.startsWith(place.cookie() + "="))
                    .toList();
            // a cookie is deleted by one of its own kind only: ours in frames are partitioned, the operator's is not
            ResponseCookie deletion = place.kind() == Place.Kind.OPERATOR
                    ? ResponseCookie.from(place.cookie(), "")
                            .secure(true)
                            .httpOnly(true)
                            .sameSite("Strict")
                            .path("/")
                            .maxAge(Duration.ZERO)
                            .build()
                    : deletion(place.cookie());
            response.setHeader(HttpHeaders.SET_COOKIE, deletion.toString());
            response.addHeader(
                    HttpHeaders.SET_COOKIE, deletion(WaysBack.name(place)).toString());
            others.forEach(cookie -> response.addHeader(HttpHeaders.SET_COOKIE, cookie));
        }
    }

    /** A cookie of ours, before its life is set: it works in a frame of another site, and there only (LTI-C1). */
    static ResponseCookie.ResponseCookieBuilder cookie(String name, String value) {
        return ResponseCookie.from(name, value)
                .secure(true)
                .httpOnly(true)
                .sameSite("None")
                .partitioned(true)
                .path("/");
    }

    /** The operator's pages are never framed and never reached from another site, so theirs stays at home. */
    private static ResponseCookie operatorCookie(Place place, String value) {
        return ResponseCookie.from(place.cookie(), value)
                .secure(true)
                .httpOnly(true)
                .sameSite("Strict")
                .path("/")
                .build();
    }

    static ResponseCookie deletion(String name) {
        return cookie(name, "").maxAge(Duration.ZERO).build();
    }

    /** The session of this place, if the browser sent one that is neither changed, nor idle, nor too old. */
    Optional<Session> read(HttpServletRequest request, Place place) {
        Cookie cookie = WebUtils.getCookie(request, place.cookie());
        return cookie == null
                ? Optional.empty()
                : opened(place, cookie)
                        .filter(session ->
                                clock.instant().isBefore(session.used().plus(IDLE)));
    }

    /** Until this session goes idle or ends, as it stands after the request in hand. */
    Duration left(Session session) {
        Instant now = clock.instant();
        boolean renewed = !now.isBefore(session.used().plus(RENEW));
        Duration idle = Duration.between(now, (renewed ? now : session.used()).plus(IDLE));
        Duration end = end(session);
        return idle.compareTo(end) < 0 ? idle : end;
    }

    /** Until this session ends, however much it is used. */
    Duration end(Session session) {
        return Duration.between(clock.instant(), session.issued().plus(LIFE));
    }

    /** The session of this place, even if it has gone idle; for pages that say so. */
    Optional<Session> former(HttpServletRequest request, Place place) {
        Cookie cookie = WebUtils.getCookie(request, place.cookie());
        return cookie == null ? Optional.empty() : opened(place, cookie);
    }

    /** The place of a session's cookie, whatever it holds; empty for any other cookie. */
    static Optional<Place> placeOf(Cookie cookie) {
        return NAME.matcher(cookie.getName()).matches()
                ? Optional.of(Place.ofKey(cookie.getName().substring(PREFIX.length())))
                : Optional.empty();
    }

    /** A cookie with a later last use; empty when the one that is there is fresh enough. */
    Optional<ResponseCookie> renewed(Session session) {
        Instant now = clock.instant();
        return now.isBefore(session.used().plus(RENEW)) ? Optional.empty() : Optional.of(seal(session.usedAt(now)));
    }

    /** Deletions of the longest unused cookies beyond eight; browsers and servers limit what a request carries. */
    List<ResponseCookie> surplus(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null || cookies.length <= MOST) {
            return List.of();
        }
        return Arrays.stream(cookies)
                .filter(cookie -> NAME.matcher(cookie.getName()).matches())
                .sorted(Comparator.comparing(this::lastUse).reversed())
                .skip(MOST)
                .flatMap(cookie -> Stream.of(
                        deletion(cookie.getName()),
                        deletion(WaysBack.PREFIX + cookie.getName().substring(PREFIX.length()))))
                .toList();
    }

    private Instant lastUse(Cookie cookie) {
        Place place = Place.ofKey(cookie.getName().substring(PREFIX.length()));
        return opened(place, cookie).map(Session::used).orElse(Instant.EPOCH);
    }

    private Optional<Session> opened(Place place, Cookie cookie) {
        return seals.open(USE, cookie.getValue())
                .map(Session::parse)
                .filter(session -> session.place().equals(place));
    }
}
