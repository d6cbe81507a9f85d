package org.peercoach.console.doctor;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.peercoach.lti.diagnosis.ConnectionCheck.Light;
import org.springframework.http.ResponseCookie;

/** Tries in the administrator's own browser what each launch needs: a partitioned cookie that comes back. */
final class ProbeCookie {

    private static final String NAME = "__Host-pc-probe";

    private ProbeCookie() {}

    /** A cookie as the launch sets it (LTI-C1). */
    static ResponseCookie set() {
        return cookie("1", Duration.ofMinutes(1));
    }

    /** Takes it away again. */
    static ResponseCookie gone() {
        return cookie("", Duration.ZERO);
    }

    /**
     * What became of it.
     *
     * @param framed whether the page is shown in a frame, as far as the browser says
     */
    record Kept(boolean back, boolean framed) {

        static Kept read(HttpServletRequest request) {
            boolean back = Optional.ofNullable(request.getCookies()).stream()
                    .flatMap(Arrays::stream)
                    .map(Cookie::getName)
                    .anyMatch(NAME::equals);
            return new Kept(back, "iframe".equals(request.getHeader("Sec-Fetch-Dest")));
        }

        Light light() {
            return !back ? Light.BAD : framed ? Light.GOOD : Light.DOUBTFUL;
        }

        String finding() {
            return !back ? "NOT_KEPT" : framed ? "OK" : "NO_FRAME";
        }
    }

    private static ResponseCookie cookie(String value, Duration life) {
        return ResponseCookie.from(NAME, value)
                .secure(true)
                .httpOnly(true)
                .sameSite("None")
                .partitioned(true)
                .path("/")
                .maxAge(life)
                .build();
    }
}
