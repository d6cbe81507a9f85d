/** Whoever runs the server: the one-time link that lets them in, and the frame of their pages. */
@NullMarked
@NamedInterface("operator")
package org.peercoach.course.operator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
