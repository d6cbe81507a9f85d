@NullMarked
package org.peercoach.course.roles;

import org.jspecify.annotations.NullMarked;
