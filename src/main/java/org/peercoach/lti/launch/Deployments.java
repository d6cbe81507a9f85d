package org.peercoach.lti.launch;

import org.peercoach.lti.LtiLaunch.ToolPlatform;
import org.peercoach.lti.registration.Deployment;
import org.peercoach.lti.registration.Registration;
import org.peercoach.lti.registration.RegistrationCatalog;
import org.springframework.stereotype.Component;

/** The door for deployments: only an approved one passes; one that nobody knows yet is noted and waits (LTI-T15). */
@Component
class Deployments {

    private final RegistrationCatalog catalog;
    private final NewDeployments newcomers;
    private final PlatformFacts facts;

    Deployments(RegistrationCatalog catalog, NewDeployments newcomers, PlatformFacts facts) {
        this.catalog = catalog;
        this.newcomers = newcomers;
        this.facts = facts;
    }

    /** @throws LaunchRefused while the deployment waits for approval */
    Deployment admit(Registration registration, String deploymentId, ToolPlatform platform) {
        Deployment deployment = catalog.deployment(registration, deploymentId)
                .orElseGet(() -> noted(registration, deploymentId, platform));
        facts.note(deployment, platform);
        if (deployment.status() != Deployment.Status.APPROVED) {
            Refusal refusal = deployment.status() == Deployment.Status.PENDING
                    ? Refusal.DEPLOYMENT_PENDING
                    : Refusal.DEPLOYMENT_OFF;
            throw LaunchRefused.of(
                    new Fault("LTI-T15", refusal).comparing(null, deploymentId), registration.name(), deploymentId);
        }
        return deployment;
    }

    private Deployment noted(Registration registration, String deploymentId, ToolPlatform platform) {
        newcomers.note(registration, deploymentId, platform);
        catalog.forget();
        return catalog.deployment(registration, deploymentId).orElseThrow();
    }
}
