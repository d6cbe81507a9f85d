/** The answer to a platform that asked for something to place: content items in a signed message. */
@NullMarked
package org.peercoach.lti.deeplinking;

import org.jspecify.annotations.NullMarked;
