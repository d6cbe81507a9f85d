@NullMarked
package org.peercoach.lti;

import org.jspecify.annotations.NullMarked;
