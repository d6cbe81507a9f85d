@NullMarked
package org.peercoach.course.courses;

import org.jspecify.annotations.NullMarked;
