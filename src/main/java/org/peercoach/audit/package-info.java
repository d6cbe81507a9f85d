/** What was done, by whom, and when: written once, never changed. It knows no word of LTI or of the program. */
@NullMarked
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {})
package org.peercoach.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
