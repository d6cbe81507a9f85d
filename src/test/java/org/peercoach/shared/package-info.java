@NullMarked
package org.peercoach.shared;

import org.jspecify.annotations.NullMarked;
