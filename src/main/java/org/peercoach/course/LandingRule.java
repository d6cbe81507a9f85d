package org.peercoach.course;

import java.util.Optional;
import org.peercoach.lti.LtiLaunch;

/**
 * Where a launch ends that is no plain one, or that a room wants somewhere else: the picker, one person's work. Rules are
 * asked in the order of their beans, inside the launch's transaction; the first that answers decides, and where none
 * does the launch lands on what its link stands for.
 */
@FunctionalInterface
public interface LandingRule {

    /**
     * One of the member's paths, such as {@code member.path("/pick/7")}; empty for launches of others.
     *
     * @throws org.peercoach.shared.ProblemPage.Thrown to refuse the launch with a page
     */
    Optional<String> path(LtiLaunch launch, Member member);
}
