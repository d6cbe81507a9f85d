@NullMarked
package org.peercoach.lti.diagnosis;

import org.jspecify.annotations.NullMarked;
