package org.peercoach.lti.administration;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deployment as those who look after it see it.
 *
 * @param status {@code PENDING}, {@code APPROVED}, {@code REFUSED} or {@code DISABLED}
 * @param districtName the district that it belongs to, or is proposed to while it waits
 * @param platformName what the LMS calls itself, or null
 * @param decidedByOperator whether the operator refused or closed it, so that nobody else may open it
 * @param lastLaunch the last launch we know of, to ten minutes, or null
 * @param sandbox whether it belongs to an environment for trying out (Canvas beta and test)
 */
public record KnownDeployment(
        long id,
        String deploymentId,
        String status,
        String districtName,
        @Nullable String platformName,
        @Nullable String productFamily,
        boolean decidedByOperator,
        Instant since,
        @Nullable Instant lastLaunch,
        boolean sandbox,
        long registrationId,
        String registrationName,
        String issuer,
        String clientId,
        PlatformEndpoints endpoints,
        List<String> grantedScopes) {

    /** Whether it waits for approval. */
    public boolean pending() {
        return status.equals("PENDING");
    }

    /** Whether it opens the tool. */
    public boolean approved() {
        return status.equals("APPROVED");
    }
}
