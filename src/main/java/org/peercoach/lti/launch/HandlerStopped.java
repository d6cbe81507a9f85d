package org.peercoach.lti.launch;

import org.peercoach.lti.LtiLaunch;
import org.peercoach.shared.ProblemPage;
import org.springframework.security.core.AuthenticationException;

/** The room above shows a page instead of taking the person in, such as for a launch without a course. */
final class HandlerStopped extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemPage page;
    private final transient LtiLaunch launch;

    HandlerStopped(ProblemPage page, LtiLaunch launch) {
        super(page.code() + " " + page.reference());
        this.page = page;
        this.launch = launch;
    }

    LtiLaunch launch() {
        return launch;
    }

    ProblemPage page() {
        return page;
    }

    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
