/** Whose time zone is which, by one rule, and the time zones of the world in words. */
@NullMarked
@NamedInterface("zone")
package org.peercoach.course.zone;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
