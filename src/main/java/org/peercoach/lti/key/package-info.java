/** Our own signing keys with rotation, and the cached keys of each platform. */
@NullMarked
package org.peercoach.lti.key;

import org.jspecify.annotations.NullMarked;
