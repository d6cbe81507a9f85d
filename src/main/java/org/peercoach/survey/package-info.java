/** Questionnaires: who is asked what and when, one response a person, and what may be shown of all together. */
@NullMarked
@ApplicationModule(
        displayName = "Survey",
        allowedDependencies = {"audit", "course", "course :: data", "shared", "shared :: time"})
package org.peercoach.survey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
