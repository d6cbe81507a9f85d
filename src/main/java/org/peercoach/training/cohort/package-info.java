/** How each cohort runs the training: order and dates of its sessions, and what is switched off. */
@NullMarked
@NamedInterface("cohort")
package org.peercoach.training.cohort;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
