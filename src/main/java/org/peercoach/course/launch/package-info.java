/** From a checked launch to a district, a course, a person, a member with a role, and the page to open. */
@NullMarked
package org.peercoach.course.launch;

import org.jspecify.annotations.NullMarked;
