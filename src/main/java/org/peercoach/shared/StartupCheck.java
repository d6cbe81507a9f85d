package org.peercoach.shared;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/**
 * Refuses a start with missing or dangerous settings before anything else happens: no database is opened, no port bound.
 * Without the profile {@code dev} the tool believes itself in production. Runs after the logging system is up, since
 * what it says is said through the log.
 */
class StartupCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(StartupCheck.class);

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        ConfigurableEnvironment environment = event.getEnvironment();
        boolean dev = environment.acceptsProfiles(Profiles.of("dev"));
        List<String> faults = new StartupFaults(environment).find(dev);
        if (!faults.isEmpty()) {
            throw new StartupRefused(faults);
        }
        if (environment.getProperty("spring.datasource.url", "").startsWith("jdbc:h2:")) {
            LOG.warn("The database is H2, which is for trying out. Run Peer Coaching for real on MySQL.");
        }
    }
}
