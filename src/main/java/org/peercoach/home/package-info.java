/** The first page of a course: what each person can do next. */
@NullMarked
@ApplicationModule(
        displayName = "Home",
        allowedDependencies = {"course", "course :: notes", "shared"})
package org.peercoach.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
