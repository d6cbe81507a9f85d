@NullMarked
package org.peercoach.lti.launch;

import org.jspecify.annotations.NullMarked;
