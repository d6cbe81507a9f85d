/** Tests of meetings and calendars. */
@NullMarked
package org.peercoach.training.schedule;

import org.jspecify.annotations.NullMarked;
