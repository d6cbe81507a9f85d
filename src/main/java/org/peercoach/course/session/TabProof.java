package org.peercoach.course.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import org.peercoach.shared.Seals;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Ties the question "Continue as ...?", or the operator's, to the browser that was asked, so that nobody can sign another browser in as
 * himself by posting his own token there. The page is a top one, so a plain strict cookie works.
 */
@Component
public class TabProof {

    private static final String COOKIE = "__Host-pc-tab";
    private static final String USE = "hand-over form";
    private static final int BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Seals seals;

    TabProof(Seals seals) {
        this.seals = seals;
    }

    /** Marks the browser; the answer is the form's token. */
    public String begin(String token, HttpServletResponse response) {
        String secret = new BigInteger(BITS, RANDOM).toString(Character.MAX_RADIX);
        ResponseCookie cookie = ResponseCookie.from(COOKIE, secret)
                .secure(true)
                .httpOnly(true)
                .sameSite("Strict")
                .path("/")
                .maxAge(Duration.ofMinutes(2))
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return seals.mac(USE, secret + " " + token);
    }

    public boolean holds(String token, String form, HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie != null && seals.macMatches(USE, cookie.getValue() + " " + token, form);
    }
}
