@NullMarked
package org.peercoach.lti.registration;

import org.jspecify.annotations.NullMarked;
