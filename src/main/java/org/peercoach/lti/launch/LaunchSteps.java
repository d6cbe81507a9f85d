package org.peercoach.lti.launch;

import org.springframework.security.authentication.ProviderManager;
import org.springframework.stereotype.Component;

/** What a launch goes through: read, checked, and opened or not. */
@Component
class LaunchSteps {

    private final LtiLaunchAuthenticationConverter converter;
    private final LtiLaunchAuthenticationProvider provider;
    private final LaunchOpened opened;
    private final LaunchNotOpened notOpened;

    LaunchSteps(
            LtiLaunchAuthenticationConverter converter,
            LtiLaunchAuthenticationProvider provider,
            LaunchOpened opened,
            LaunchNotOpened notOpened) {
        this.converter = converter;
        this.provider = provider;
        this.opened = opened;
        this.notOpened = notOpened;
    }

    /** Not a bean: the container would run it for every address. */
    LtiLaunchFilter filter() {
        return new LtiLaunchFilter(new ProviderManager(provider), converter, opened, notOpened);
    }
}
