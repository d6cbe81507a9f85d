/** Stories through the whole product, in a real browser. */
@NullMarked
package org.peercoach.journey;

import org.jspecify.annotations.NullMarked;
