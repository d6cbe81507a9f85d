@NullMarked
package org.peercoach.lti.notice;

import org.jspecify.annotations.NullMarked;
