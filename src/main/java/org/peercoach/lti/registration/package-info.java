/** Platforms and deployments that may launch: from a file, by dynamic registration, and what we publish for installers. */
@NullMarked
package org.peercoach.lti.registration;

import org.jspecify.annotations.NullMarked;
