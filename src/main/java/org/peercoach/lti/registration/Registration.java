package org.peercoach.lti.registration;

import org.jspecify.annotations.Nullable;

/**
 * The agreement of a platform and this tool: one (issuer, client id) (LTI Core 1.3, 3.1.2).
 *
 * @param audience who client assertions are made for; the token endpoint unless the platform says otherwise (LTI-A3)
 * @param productFamily such as {@code canvas} or {@code moodle}, or null
 * @param districtName the district that new deployments of this registration are proposed to
 * @param adoptsFirstDeployment whether the first deployment that launches is approved by itself: registered with a valid
 *     install code by a platform that did not name the deployment (LTI-R8)
 * @param switchedOff whether nobody may launch by it for now
 */
public record Registration(
        long id,
        String issuer,
        String clientId,
        String name,
        String authorizationEndpoint,
        String tokenEndpoint,
        String jwksUri,
        String audience,
        @Nullable String productFamily,
        String districtName,
        boolean adoptsFirstDeployment,
        boolean switchedOff) {

    /** One that is in use. */
    public Registration(
            long id,
            String issuer,
            String clientId,
            String name,
            String authorizationEndpoint,
            String tokenEndpoint,
            String jwksUri,
            String audience,
            @Nullable String productFamily,
            String districtName,
            boolean adoptsFirstDeployment) {
        this(
                id,
                issuer,
                clientId,
                name,
                authorizationEndpoint,
                tokenEndpoint,
                jwksUri,
                audience,
                productFamily,
                districtName,
                adoptsFirstDeployment,
                false);
    }
}
