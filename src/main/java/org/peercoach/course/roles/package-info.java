/** An administrator's own role rules: reading, trying, changing them, and what a change does to the people. */
@NullMarked
package org.peercoach.course.roles;

import org.jspecify.annotations.NullMarked;
