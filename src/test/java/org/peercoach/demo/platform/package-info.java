/** An LTI 1.3 platform with invented people, as plain Java: launches, tokens, gradebook, roster, registration. */
@NullMarked
package org.peercoach.demo.platform;

import org.jspecify.annotations.NullMarked;
