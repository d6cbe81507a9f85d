@NullMarked
package org.peercoach.course;

import org.jspecify.annotations.NullMarked;
