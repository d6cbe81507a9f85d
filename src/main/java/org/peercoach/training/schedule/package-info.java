/** Live meetings of a cohort: when, where, who was there, and as a calendar. */
@NullMarked
@NamedInterface("schedule")
package org.peercoach.training.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
