package org.peercoach.gradebook;

import java.util.concurrent.ThreadLocalRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chance and sleep, which tests replace. */
@Configuration(proxyBeanMethods = false)
class DeliveryParts {

    @Bean
    Backoff gradebookBackoff() {
        return new Backoff(() -> ThreadLocalRandom.current().nextLong());
    }

    @Bean
    QueueDrain.Nap gradebookNap() {
        return Thread::sleep;
    }
}
