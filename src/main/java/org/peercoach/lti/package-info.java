/** The protocol: launch, registration, keys and services of LTI 1.3, in LTI's own terms. Everything above meets it only by the types of this package. */
@NullMarked
@ApplicationModule(
        displayName = "LTI",
        allowedDependencies = {"audit", "shared"})
package org.peercoach.lti;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
