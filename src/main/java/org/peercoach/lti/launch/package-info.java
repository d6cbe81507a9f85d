/** A launch, step by step: login initiation, browser proof, checks of the id_token, refusals. */
@NullMarked
package org.peercoach.lti.launch;

import org.jspecify.annotations.NullMarked;
