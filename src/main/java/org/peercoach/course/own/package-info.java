/** Pages of other rooms about oneself, listed on the page behind one's initials. */
@NullMarked
@NamedInterface("own")
package org.peercoach.course.own;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
