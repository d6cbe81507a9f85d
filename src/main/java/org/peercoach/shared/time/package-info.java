/** How dates and times are written for people. */
@NullMarked
@NamedInterface("time")
package org.peercoach.shared.time;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
