/** Pages about a whole district: who may look after it, and what the rooms offer there. */
@NullMarked
@NamedInterface("district")
package org.peercoach.course.district;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
