package org.peercoach.lti.launch;

import org.peercoach.shared.ProblemPage;
import org.springframework.security.core.AuthenticationException;

/** The room above shows a page instead of taking the person in, such as for a launch without a course. */
final class HandlerStopped extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemPage page;

    HandlerStopped(ProblemPage page) {
        super(page.code() + " " + page.reference());
        this.page = page;
    }

    ProblemPage page() {
        return page;
    }

    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
