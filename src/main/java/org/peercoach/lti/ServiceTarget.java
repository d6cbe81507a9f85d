package org.peercoach.lti;

/**
 * Which platform, and which deployment there, a service call is for.
 *
 * @param registrationId our id of the registration (issuer + client id)
 * @param deploymentId our id of the deployment
 */
public record ServiceTarget(long registrationId, long deploymentId) {}
