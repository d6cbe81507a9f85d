/** How a room shows one person's work to those who grade it. */
@NullMarked
@NamedInterface("review")
package org.peercoach.course.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
