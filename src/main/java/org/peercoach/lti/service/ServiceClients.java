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
    ServiceCalls serviceCalls(GuardedHttp http, RegistrationCatalog registrations, ToolKeys keys, Clock clock) {
        Faults faults = new Faults(clock);
        ClientAssertions assertions = new ClientAssertions(keys::signer, clock);
        TokenRequests requests = new TokenRequests(http, assertions, faults, clock);
        return new ServiceCalls(registrations::byId, new AccessTokens(requests, clock), http, faults);
    }

    @Bean
    ServiceProbe serviceProbe(GuardedHttp http, ToolKeys keys, Clock clock) {
        ClientAssertions assertions = new ClientAssertions(keys::signer, clock);
        return new ServiceProbe(new TokenRequests(http, assertions, new Faults(clock), clock), http);
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
