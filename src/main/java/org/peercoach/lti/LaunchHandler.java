package org.peercoach.lti;

/** What happens after a launch has passed every check. The room above implements it. */
public interface LaunchHandler {

    /**
     * Takes the person in. Runs in the same transaction that consumes the launch's nonce, so a failure leaves
     * nothing behind.
     *
     * @throws org.peercoach.shared.ProblemPage.Thrown to show a page instead, such as for a launch without a course
     */
    Landing open(LtiLaunch launch);
}
