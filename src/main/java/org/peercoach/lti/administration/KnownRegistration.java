package org.peercoach.lti.administration;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A registration as those who look after it see it.
 *
 * @param grantedScopes what the platform granted, empty when it did not say
 * @param source {@code FILE}, {@code DYNAMIC} or {@code HAND}
 * @param switchedOffAt since when nobody may launch by it, or null
 * @param sandbox whether it belongs to an environment for trying out (Canvas beta and test)
 * @param offered whether other endpoints wait for the operator (ruling 27)
 * @param deployments how many there are in all
 * @param lastLaunch the last launch we know of, to ten minutes, or null
 */
public record KnownRegistration(
        long id,
        String issuer,
        String clientId,
        String name,
        PlatformEndpoints endpoints,
        @Nullable String productFamily,
        String districtName,
        List<String> grantedScopes,
        String source,
        @Nullable Instant switchedOffAt,
        boolean sandbox,
        boolean offered,
        long deployments,
        @Nullable Instant lastLaunch) {}
