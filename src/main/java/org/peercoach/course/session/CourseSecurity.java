package org.peercoach.course.session;

import org.peercoach.shared.PageSecurity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/** The chains of members' and administrators' pages, of a person's own data, and of the passage into a new tab. */
@Configuration
class CourseSecurity {

    private final Visitors visitors;
    private final SessionCookies cookies;
    private final PersonTokens tokens;
    private final Denials denials;

    CourseSecurity(Visitors visitors, SessionCookies cookies, PersonTokens tokens, Denials denials) {
        this.visitors = visitors;
        this.cookies = cookies;
        this.tokens = tokens;
        this.denials = denials;
    }

    @Bean
    @Order(30)
    SecurityFilterChain memberPagesSecurity(HttpSecurity http) {
        return PageSecurity.stateless(http)
                .securityMatcher("/c/**", "/d/**", "/my-data/**", "/operator/**")
                .addFilterBefore(new SessionFilter(visitors, cookies, denials), CsrfFilter.class)
                .csrf(csrf -> csrf.csrfTokenRepository(tokens)
                        .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler()))
                .exceptionHandling(faults -> faults.accessDeniedHandler(denials))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .anonymous(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Its form carries a proof of its own: a one-time link tied to the browser (ruling 19). */
    @Bean
    @Order(29)
    SecurityFilterChain operatorEntrySecurity(HttpSecurity http) {
        return PageSecurity.stateless(http)
                .securityMatcher("/operator/enter/**")
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /**
     * Its forms carry proofs of their own: a sealed ticket, then a one-time token tied to the browser (ruling 17). Links
     * of mails have no form (ruling 18).
     */
    @Bean
    @Order(31)
    SecurityFilterChain handOverSecurity(HttpSecurity http) {
        return PageSecurity.stateless(http)
                .securityMatcher("/hand-over/**", "/go/**")
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
