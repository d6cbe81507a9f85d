/** Messages to one person, which a room shows on the first page of the course until they are put away. */
@NullMarked
@NamedInterface("notes")
package org.peercoach.course.notes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
