package org.peercoach.lti.diagnosis;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One deployment and what its last examination found.
 *
 * @param deployment our id
 * @param registration our id
 * @param name of the registration, as the console shows it
 * @param deploymentName the platform's id of the deployment
 * @param loginOrigin scheme, host and port that the login is sent to, or null for an unusable address
 * @param examinedAt when it was examined last, or null
 * @param checks what that found, in order; empty when it never was, or is just under way
 */
public record Connection(
        long deployment,
        long registration,
        String name,
        String deploymentName,
        @Nullable String loginOrigin,
        @Nullable Instant examinedAt,
        List<ConnectionCheck> checks) {

    /**
     * A course of this deployment in which services can be tried.
     *
     * @param membershipsUrl address of its roster, or null
     * @param lineItemsUrl address of its columns, or null
     */
    public record Course(
            @Nullable String membershipsUrl, @Nullable String lineItemsUrl) {}
}
