package org.peercoach.lti.launch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.peercoach.lti.LtiLaunch.ToolPlatform;
import org.peercoach.lti.registration.Deployment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What each deployment's LMS says of itself (LTI-T31): a cloud issuer hosts many. Written when it changed, and with the
 * time of the launch once in ten minutes.
 */
@Component
class PlatformFacts {

    private static final Duration NEWS = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Cache<Long, ToolPlatform> written =
            Caffeine.newBuilder().expireAfterWrite(NEWS).maximumSize(20_000).build();

    PlatformFacts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void note(Deployment deployment, ToolPlatform platform) {
        if (platform.equals(written.getIfPresent(deployment.id()))) {
            return;
        }
        jdbc.sql("update lti_deployment set platform_guid = ?, platform_name = ?, platform_version = ?,"
                        + " product_family = ?, changed_at = ?, last_launch_at = ? where id = ?")
                .param(platform.guid())
                .param(platform.name())
                .param(platform.version())
                .param(platform.productFamily())
                .param(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param(deployment.id())
                .update();
        written.put(deployment.id(), platform);
    }
}
