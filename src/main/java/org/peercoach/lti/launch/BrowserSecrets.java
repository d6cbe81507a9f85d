package org.peercoach.lti.launch;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * The secret that binds a state to the browser which began the login: a cookie for each launch, so that several at
 * once do not disturb each other (ruling 14; LTI-L7, C1).
 */
final class BrowserSecrets {

    private static final String PREFIX = "__Host-pc-launch-";
    private static final int MOST = 5;
    private static final Duration LIFE = Duration.ofMinutes(10);

    private BrowserSecrets() {}

    /** Names the launch in cookies and in the platform's storage, without telling the state. */
    static String nameOf(String state) {
        return sha256(state).substring(0, 16);
    }

    /** SHA-256 in URL-safe base64. */
    static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether this is the secret whose hash the state holds; compares in constant time. */
    static boolean matches(String secret, PendingLaunch pending) {
        return MessageDigest.isEqual(
                sha256(secret).getBytes(StandardCharsets.UTF_8),
                pending.secretHash().getBytes(StandardCharsets.UTF_8));
    }

    /** Gives the browser its secret, and takes away the oldest of too many. */
    static void keep(String state, String secret, HttpServletRequest request, HttpServletResponse response) {
        List<String> held = held(request);
        for (int i = 0; i <= held.size() - MOST; i++) { // browsers send the oldest first (RFC 6265, section 5.4)
            set(response, held.get(i), "", Duration.ZERO);
        }
        set(response, PREFIX + nameOf(state), secret, LIFE);
    }

    /** What the browser holds for this state, or null. */
    static @Nullable String of(String state, HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return null;
        }
        String name = PREFIX + nameOf(state);
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(name)) {
                return cookie.getValue();
            }
        }
        return null;
    }

    /** The launch is done, so the browser need not keep its secret. */
    static void forget(String state, HttpServletResponse response) {
        set(response, PREFIX + nameOf(state), "", Duration.ZERO);
    }

    private static List<String> held(HttpServletRequest request) {
        List<String> names = new ArrayList<>();
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().startsWith(PREFIX)) {
                    names.add(cookie.getName());
                }
            }
        }
        return names;
    }

    private static void set(HttpServletResponse response, String name, String value, Duration life) {
        ResponseCookie cookie = ResponseCookie.from(name, value)
                .secure(true)
                .httpOnly(true)
                .sameSite("None")
                .partitioned(true)
                .path("/")
                .maxAge(life)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
