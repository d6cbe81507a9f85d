package org.peercoach.lti.service;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.registration.Registration;

/** Which product a platform is, for the few places where products differ. */
class PlatformFamilies {

    private final LoadingCache<Long, Optional<String>> ofDeployment;

    /** @param ofDeployment the family that launches of a deployment have told, by our id of the deployment */
    PlatformFamilies(LongFunction<Optional<String>> ofDeployment) {
        this.ofDeployment = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofMinutes(10))
                .maximumSize(10_000)
                .build(ofDeployment::apply);
    }

    boolean isCanvas(Registration registration, long deploymentId) {
        return isCanvas(registration.productFamily())
                || ServiceUrls.host(registration.issuer())
                        .filter(host -> host.endsWith(".instructure.com"))
                        .isPresent()
                || isCanvas(ofDeployment.get(deploymentId).orElse(null));
    }

    private static boolean isCanvas(@Nullable String family) {
        return "canvas".equalsIgnoreCase(family);
    }
}
