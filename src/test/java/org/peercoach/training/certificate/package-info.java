@NullMarked
package org.peercoach.training.certificate;

import org.jspecify.annotations.NullMarked;
