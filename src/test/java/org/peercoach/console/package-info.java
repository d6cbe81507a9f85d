@NullMarked
package org.peercoach.console;

import org.jspecify.annotations.NullMarked;
