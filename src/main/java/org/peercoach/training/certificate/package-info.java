/** The certificate at the end of the training: when it is earned, what it says, and how anybody can check it. */
@NullMarked
@NamedInterface("certificate")
package org.peercoach.training.certificate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
