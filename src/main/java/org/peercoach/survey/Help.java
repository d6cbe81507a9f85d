package org.peercoach.survey;

import java.util.Locale;

/** Whether somebody wants help with an item. */
enum Help {
    NO,
    MAYBE,
    SOON;

    /** As it stands in forms and answers. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
