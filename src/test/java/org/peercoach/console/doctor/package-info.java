@NullMarked
package org.peercoach.console.doctor;

import org.jspecify.annotations.NullMarked;
