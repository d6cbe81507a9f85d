/** The demo LMS on the network: pages for people to try Peer Coaching, services for the tool. Never shipped. */
@NullMarked
package org.peercoach.demo;

import org.jspecify.annotations.NullMarked;
