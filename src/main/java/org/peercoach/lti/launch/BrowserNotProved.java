package org.peercoach.lti.launch;

import org.peercoach.lti.launch.LtiLaunchAuthenticationConverter.Answered;
import org.peercoach.lti.registration.Registration;
import org.springframework.security.core.AuthenticationException;

/** The state is ours, but nothing shows that this browser began the login: storage is asked, or a new tab offered. */
final class BrowserNotProved extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final transient Answered answer;
    private final transient Registration registration;
    private final boolean storageUntried;

    BrowserNotProved(Answered answer, Registration registration, boolean storageUntried) {
        super("LTI-C6");
        this.answer = answer;
        this.registration = registration;
        this.storageUntried = storageUntried;
    }

    Answered answer() {
        return answer;
    }

    Registration registration() {
        return registration;
    }

    /** Whether neither a cookie nor a stored secret came. */
    boolean storageUntried() {
        return storageUntried;
    }

    /** Whether the login can be repeated in a tab of its own; once only, so that nobody goes round in circles. */
    boolean newTabMayHelp() {
        return !answer.pending().again() && answer.pending().hints() != null;
    }

    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
