@NullMarked
package org.peercoach.course.copy;

import org.jspecify.annotations.NullMarked;
