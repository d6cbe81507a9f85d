/** Notices of platforms (Platform Notification Service 1.0): asking for them, taking them in, passing them on. */
@NullMarked
package org.peercoach.lti.notice;

import org.jspecify.annotations.NullMarked;
