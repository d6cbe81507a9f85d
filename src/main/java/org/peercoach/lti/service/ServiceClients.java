package org.peercoach.lti.service;

import java.time.Clock;
import java.util.Optional;
import org.peercoach.lti.AssignmentAndGradeService;
import org.peercoach.lti.NamesAndRoleService;
import org.peercoach.lti.key.ToolKeys;
import org.peercoach.lti.registration.RegistrationCatalog;
import org.peercoach.shared.GuardedHttp;
import org.peercoach.shared.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the service clients together. */
@Configuration(proxyBeanMethods = false)
class ServiceClients {

    @Bean
    TokenRequests tokenRequests(GuardedHttp http, ToolKeys keys, Clock clock) {
        return new TokenRequests(http, new ClientAssertions(keys::signer, clock), new Faults(clock), clock);
    }

    @Bean
    AccessTokens accessTokens(TokenRequests requests, Clock clock) {
        return new AccessTokens(requests, clock);
    }

    @Bean
    ServiceCalls serviceCalls(AccessTokens tokens, GuardedHttp http, RegistrationCatalog registrations, Clock clock) {
        return new ServiceCalls(registrations::byId, tokens, http, new Faults(clock));
    }

    @Bean
    ServiceProbe serviceProbe(TokenRequests requests, AccessTokens tokens, GuardedHttp http) {
        return new ServiceProbe(requests, tokens, http);
    }

    @Bean
    AssignmentAndGradeService assignmentAndGradeService(
            ServiceCalls calls, JdbcClient jdbc, Settings settings, Clock clock) {
        PlatformFamilies families = new PlatformFamilies(deployment -> familyOf(jdbc, deployment));
        return new GradebookClient(calls, new Faults(clock), families, settings.url("/lti/launch"));
    }

    @Bean
    NamesAndRoleService namesAndRoleService(ServiceCalls calls, Clock clock) {
        return new MembershipClient(calls, new Faults(clock), MembershipClient.Pause::asleep);
    }

    private static Optional<String> familyOf(JdbcClient jdbc, long deployment) {
        return jdbc.sql("select product_family from lti_deployment where id = ? and product_family is not null")
                .param(deployment)
                .query(String.class)
                .optional();
    }
}
