@NullMarked
package org.peercoach.notifications;

import org.jspecify.annotations.NullMarked;
