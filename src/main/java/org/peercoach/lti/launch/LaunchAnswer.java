package org.peercoach.lti.launch;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A platform's answer whose state is ours and whose browser is proved; the token itself is not checked yet. */
final class LaunchAnswer extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient PendingLaunch pending;
    private final String state;
    private final String idToken;
    private final boolean byStorage;

    LaunchAnswer(PendingLaunch pending, String state, String idToken, boolean byStorage) {
        super(List.of());
        this.pending = pending;
        this.state = state;
        this.idToken = idToken;
        this.byStorage = byStorage;
    }

    PendingLaunch pending() {
        return pending;
    }

    String state() {
        return state;
    }

    String idToken() {
        return idToken;
    }

    /** Whether platform storage proved the browser, because it refused our cookie. */
    boolean byStorage() {
        return byStorage;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return "a launch under way";
    }
}
