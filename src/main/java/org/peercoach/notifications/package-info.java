/** Mails to people who want them: reminders of what is due and their trainers' messages, as one digest a day. */
@NullMarked
@ApplicationModule(
        displayName = "Notifications",
        allowedDependencies = {
            "audit",
            "course",
            "course :: data",
            "course :: go",
            "course :: notes",
            "course :: own",
            "shared",
            "shared :: time",
            "training :: cohort",
            "training :: due"
        })
package org.peercoach.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
