package org.peercoach.lti.launch;

import java.time.Instant;
import org.peercoach.lti.registration.Registration;

/** What a rule looks at: the claims, whom they should come from and go to, what the login promised, and the time. */
record LaunchCheck(Claims claims, Registration registration, PendingLaunch pending, Instant now) {}
