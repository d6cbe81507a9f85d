@NullMarked
package org.peercoach.course.people;

import org.jspecify.annotations.NullMarked;
