package org.peercoach.lti.deeplinking;

import java.time.Clock;
import org.peercoach.lti.DeepLinkingService;
import org.peercoach.lti.ServiceTarget;
import org.peercoach.lti.key.ToolKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the signing of answers together. */
@Configuration(proxyBeanMethods = false)
class DeepLinkingSetUp {

    private static final String SIDES = "select r.issuer, r.client_id, d.deployment_id from lti_registration r"
            + " join lti_deployment d on d.registration_id = r.id where r.id = ? and d.id = ?";

    @Bean
    DeepLinkingService deepLinkingService(JdbcClient jdbc, ToolKeys keys, Clock clock) {
        return new SignedAnswers(target -> sides(jdbc, target), keys::signer, clock);
    }

    private static SignedAnswers.Sides sides(JdbcClient jdbc, ServiceTarget target) {
        return jdbc.sql(SIDES)
                .params(target.registrationId(), target.deploymentId())
                .query(SignedAnswers.Sides.class)
                .single();
    }
}
