/** The eight training sessions: content, activity pages, autosave and completion computed from facts. */
@NullMarked
@ApplicationModule(
        displayName = "Training",
        allowedDependencies = {
            "audit",
            "course",
            "course :: data",
            "course :: district",
            "course :: notes",
            "course :: review",
            "course :: zone",
            "gradebook",
            "shared",
            "shared :: csv",
            "shared :: time",
            "survey"
        })
package org.peercoach.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
