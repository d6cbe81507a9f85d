/** Placing activities in the LMS: who may pick, the picker, and the one answer that goes back (Deep Linking 2.0). */
@NullMarked
package org.peercoach.course.placing;

import org.jspecify.annotations.NullMarked;
