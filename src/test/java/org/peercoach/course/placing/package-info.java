@NullMarked
package org.peercoach.course.placing;

import org.jspecify.annotations.NullMarked;
