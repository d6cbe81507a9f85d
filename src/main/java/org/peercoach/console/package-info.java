/** For those who look after the tool: registrations, approvals, keys, doctors, health, the audit log. */
@NullMarked
@ApplicationModule(
        displayName = "Console",
        allowedDependencies = {
            "audit",
            "course",
            "course :: district",
            "course :: operator",
            "gradebook",
            "lti",
            "lti :: administration",
            "lti :: diagnosis",
            "shared",
            "shared :: csv",
            "shared :: time"
        })
package org.peercoach.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
