@NullMarked
package org.peercoach.course.session;

import org.jspecify.annotations.NullMarked;
