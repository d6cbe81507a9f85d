package org.peercoach.lti.launch;

import java.util.List;
import org.peercoach.lti.Landing;
import org.peercoach.lti.LtiLaunch;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A launch that passed every check and was taken in. Its name is our launch id, so that logs hold no person. */
final class OpenedLaunch extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient LtiLaunch launch;
    private final transient Landing landing;
    private final transient TokenFacts facts;
    private final String state;

    OpenedLaunch(LtiLaunch launch, Landing landing, TokenFacts facts, String state) {
        super(List.of());
        this.launch = launch;
        this.landing = landing;
        this.facts = facts;
        this.state = state;
        setAuthenticated(true);
    }

    LtiLaunch launch() {
        return launch;
    }

    Landing landing() {
        return landing;
    }

    TokenFacts facts() {
        return facts;
    }

    String state() {
        return state;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return launch.launchId();
    }
}
