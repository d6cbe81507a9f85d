package org.peercoach.lti.key;

import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks every hour whether our key has become old. Every node does; only one makes the new key. */
@Configuration
@EnableScheduling
class ToolKeyRotation {

    private final ToolKeys keys;

    ToolKeyRotation(ToolKeys keys) {
        this.keys = keys;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void keepFresh() {
        keys.keepFresh();
    }
}
