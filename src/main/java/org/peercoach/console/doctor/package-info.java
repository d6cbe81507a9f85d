/** Finds the cause of a fault and says it in plain words: the launch doctor and the connection doctor. */
@NullMarked
package org.peercoach.console.doctor;

import org.jspecify.annotations.NullMarked;
