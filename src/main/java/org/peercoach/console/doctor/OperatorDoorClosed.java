package org.peercoach.console.doctor;

import org.peercoach.shared.PageSecurity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Below {@code /operator} nothing opens unless the operator's own session, which is asked earlier, lets it. */
@Configuration
class OperatorDoorClosed {

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE - 10)
    SecurityFilterChain operatorPagesOtherwiseClosed(HttpSecurity http) {
        return PageSecurity.stateless(http)
                .securityMatcher("/operator/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                .build();
    }
}
