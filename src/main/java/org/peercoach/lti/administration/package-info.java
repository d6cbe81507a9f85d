/** What those who look after the tool may list and change: registrations, deployments, keys, install codes. */
@NullMarked
@NamedInterface("administration")
package org.peercoach.lti.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
