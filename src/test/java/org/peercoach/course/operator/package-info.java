@NullMarked
package org.peercoach.course.operator;

import org.jspecify.annotations.NullMarked;
