package org.peercoach.notifications;

import org.peercoach.shared.PageSecurity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/** Pages behind links of mails: without a session; the signed link in the address is the proof, and all it can do. */
@Configuration
class MailLinksSecurity {

    @Bean
    @Order(32)
    SecurityFilterChain mailLinksPages(HttpSecurity http) {
        return PageSecurity.stateless(http)
                .securityMatcher("/public/mail/**")
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
