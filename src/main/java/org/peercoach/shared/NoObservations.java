package org.peercoach.shared;

import io.micrometer.observation.ObservationRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Nobody reads observations of requests yet; with a registry that takes them, every filter of each would be timed. */
@Configuration(proxyBeanMethods = false)
class NoObservations {

    @Bean
    ObservationRegistry observationRegistry() {
        return ObservationRegistry.NOOP;
    }
}
