package org.peercoach.console;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Does an act and says on the next page how it went. */
final class Flash {

    private Flash() {}

    static void tell(RedirectAttributes flash, String notice, Runnable act) {
        try {
            act.run();
            flash.addFlashAttribute("notice", notice);
        } catch (Refused refused) {
            flash.addFlashAttribute("problem", refused.key());
        }
    }
}
