/** People, roles and activities of one LMS course. The only room that translates LTI's terms into the program's. */
@NullMarked
@ApplicationModule(
        displayName = "Course",
        allowedDependencies = {"audit", "lti", "shared", "shared :: csv", "shared :: time"})
package org.peercoach.course;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
