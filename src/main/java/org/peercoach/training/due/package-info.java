/** What is due in the training, for whoever reminds people of it. */
@NullMarked
@NamedInterface("due")
package org.peercoach.training.due;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
