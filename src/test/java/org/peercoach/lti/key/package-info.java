@NullMarked
package org.peercoach.lti.key;

import org.jspecify.annotations.NullMarked;
