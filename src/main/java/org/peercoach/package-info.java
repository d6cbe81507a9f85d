/** Peer Coaching for the LMS. Each direct sub-package is a room of the house drawn in docs/architecture.md. */
@NullMarked
package org.peercoach;

import org.jspecify.annotations.NullMarked;
