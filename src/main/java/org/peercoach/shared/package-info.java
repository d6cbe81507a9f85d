/** The ground floor: settings, sealing, guarded outgoing calls, error pages, Markdown, files for spreadsheets, how dates and times are written. It knows no word of LTI or of the program. */
@NullMarked
@ApplicationModule(
        displayName = "Ground",
        allowedDependencies = {})
package org.peercoach.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
