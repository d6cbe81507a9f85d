@NullMarked
package org.peercoach.course.roster;

import org.jspecify.annotations.NullMarked;
