package org.peercoach.course.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.shared.Seals;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Where in the LMS a session was opened from, so that people find back (LTI-T27). The address holds the person's secret on
 * Moodle (MOODLE-3.12): it is sealed into a cookie of its own, good for the launch that brought it, and neither logged
 * nor shown.
 */
@Component
public class WaysBack {

    static final String PREFIX = "__Host-pb-";

    private static final String USE = "way back";
    private static final Duration LIFE = Duration.ofHours(24);
    private static final int LONGEST = 1500;

    private final Seals seals;

    WaysBack(Seals seals) {
        this.seals = seals;
    }

    /** The cookie for this address; empty when the launch named none, or one too long to carry. */
    public Optional<ResponseCookie> seal(Session session, @Nullable String returnUrl) {
        return returnUrl == null || returnUrl.length() > LONGEST
                ? Optional.empty()
                : Optional.of(SessionCookies.cookie(
                                name(session.place()), seals.seal(USE, session.mark() + "\n" + returnUrl, LIFE))
                        .build());
    }

    /** The address that the launch of this session named. */
    public Optional<String> read(HttpServletRequest request, Session session) {
        Cookie cookie = WebUtils.getCookie(request, name(session.place()));
        return cookie == null
                ? Optional.empty()
                : seals.open(USE, cookie.getValue())
                        .map(text -> text.split("\n", 2))
                        .filter(parts -> parts.length == 2 && parts[0].equals(session.mark()))
                        .map(parts -> parts[1]);
    }

    static String name(Place place) {
        return PREFIX + place.key();
    }
}
