package org.peercoach.lti.administration;

import org.jspecify.annotations.Nullable;

/**
 * The addresses of a platform.
 *
 * @param authorization where people are sent to sign in
 * @param token where access tokens come from
 * @param jwks where the platform's keys are
 * @param audience who client assertions are made for, or null for the token endpoint
 */
public record PlatformEndpoints(
        String authorization,
        String token,
        String jwks,
        @Nullable String audience) {}
