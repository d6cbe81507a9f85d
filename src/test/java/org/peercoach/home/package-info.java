@NullMarked
package org.peercoach.home;

import org.jspecify.annotations.NullMarked;
