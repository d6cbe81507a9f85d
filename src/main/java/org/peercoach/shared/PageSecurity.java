package org.peercoach.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.savedrequest.NullRequestCache;

/**
 * What every security chain of the house shares: no server session, no saved request, a strict Content Security Policy
 * whose {@code frame-ancestors} and {@code form-action} a request may widen by exactly the origins it has proved.
 */
public final class PageSecurity {

    private static final String FRAMES = PageSecurity.class.getName() + ".frames";
    private static final String FORMS = PageSecurity.class.getName() + ".forms";

    private PageSecurity() {}

    /** Settings common to all chains; the caller adds its matcher, its rules and its filters. */
    public static HttpSecurity stateless(HttpSecurity http) {
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .logout(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::disable)
                        .referrerPolicy(referrer -> referrer.policy(
                                org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter
                                        .ReferrerPolicy.NO_REFERRER))
                        .addHeaderWriter(PageSecurity::writePolicy));
    }

    /** Lets the answer to this request be framed by these origins; {@code *} for a page without form and cookie. */
    public static void allowFrames(HttpServletRequest request, List<String> origins) {
        request.setAttribute(FRAMES, String.join(" ", origins));
    }

    /** Lets forms of the answer post to this origin as well. */
    public static void allowFormsTo(HttpServletRequest request, String origin) {
        request.setAttribute(FORMS, origin);
    }

    private static void writePolicy(HttpServletRequest request, HttpServletResponse response) {
        Object frames = request.getAttribute(FRAMES);
        Object forms = request.getAttribute(FORMS);
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; font-src 'self'; "
                        + "img-src 'self' data:; form-action 'self'" + (forms == null ? "" : " " + forms)
                        + "; base-uri 'none'; frame-ancestors "
                        + (frames == null || frames.equals("") ? "'self'" : frames));
    }
}
