/** Why something does not work: the log of launches, and the examination of a connection. */
@NullMarked
@NamedInterface("diagnosis")
package org.peercoach.lti.diagnosis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
