/** Copied courses: how they are recognised, and the one question whether to take the settings over. */
@NullMarked
package org.peercoach.course.copy;

import org.jspecify.annotations.NullMarked;
