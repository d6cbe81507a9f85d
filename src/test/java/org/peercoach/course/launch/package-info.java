@NullMarked
package org.peercoach.course.launch;

import org.jspecify.annotations.NullMarked;
