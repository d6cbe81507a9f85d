package org.peercoach.lti.registration;

import org.jspecify.annotations.Nullable;

/**
 * What is written of one registration.
 *
 * @param audience who client assertions are made for, or null for the token endpoint
 * @param grantedScopes separated by spaces, or null when the platform did not say
 * @param clientConfigurationUri where the platform keeps the registration, or null
 * @param source {@code FILE} or {@code DYNAMIC}
 */
record RegistrationRow(
        String issuer,
        String clientId,
        String name,
        Endpoints endpoints,
        @Nullable String audience,
        @Nullable String productFamily,
        String districtName,
        boolean adoptsFirstDeployment,
        @Nullable String grantedScopes,
        @Nullable String clientConfigurationUri,
        String source) {

    /** The same with the audience that is in force. */
    RegistrationRow withAudience(@Nullable String inForce) {
        return new RegistrationRow(
                issuer,
                clientId,
                name,
                endpoints,
                inForce,
                productFamily,
                districtName,
                adoptsFirstDeployment,
                grantedScopes,
                clientConfigurationUri,
                source);
    }

    /** The three addresses of a platform that every launch and service needs. */
    record Endpoints(String authorization, String token, String jwks) {}
}
