/** What is stored about a person, over all rooms, for the person to see and take away. */
@NullMarked
@NamedInterface("data")
package org.peercoach.course.data;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
