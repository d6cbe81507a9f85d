package org.peercoach.lti.launch;

import org.peercoach.shared.PageSecurity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/**
 * Guards {@code /lti/**}. Login and launch come from the platform's pages, so they carry no CSRF token: the state and
 * the browser's secret do its work. What else lives here (key set, registration) needs no session either.
 */
@Configuration
@EnableScheduling
class LtiSecurityConfiguration {

    @Bean
    @Order(10)
    SecurityFilterChain ltiPages(HttpSecurity http, LoginSteps login, LaunchSteps launch) {
        return PageSecurity.stateless(http)
                .securityMatcher("/lti/**")
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .addFilterBefore(login.filter(), AnonymousAuthenticationFilter.class)
                .addFilterBefore(launch.filter(), AnonymousAuthenticationFilter.class)
                .build();
    }
}
