package org.peercoach.lti.launch;

import org.jspecify.annotations.Nullable;

/** One requirement on the claims of a launch. */
@FunctionalInterface
interface LaunchRule {

    /** The fault, or null if the launch keeps the rule. */
    @Nullable
    Fault check(LaunchCheck launch);
}
