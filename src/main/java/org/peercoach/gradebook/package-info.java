/** Points on their way to the LMS gradebook: a durable, visible queue and its delivery. */
@NullMarked
@ApplicationModule(
        displayName = "Gradebook",
        allowedDependencies = {
            "audit",
            "course",
            "course :: data",
            "course :: district",
            "course :: listing",
            "lti",
            "shared",
            "shared :: time"
        })
package org.peercoach.gradebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
