package org.peercoach.journey;

import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers;
import org.peercoach.lti.Landing;
import org.peercoach.shared.Settings;
import org.springframework.beans.factory.annotation.Autowired;

/** Pages in a browser, and the people who come in to look at them: each test makes its own. */
public abstract class PagesInBrowser {

    @RegisterExtension
    protected static final Chromium chromium = new Chromium();

    @Autowired
    protected TestMembers members;

    @Autowired
    protected Settings settings;

    /** The window of somebody who has come in from the LMS. */
    protected final Visit visit(SignedIn who, int width) {
        return visit(who.landing(), width);
    }

    /** The same for a launch that may have been outside of any course. */
    protected final Visit visit(Landing landing, int width) {
        Visit visit = chromium.visit(width);
        visit.comeIn(settings.baseUrl(), landing.handOverTicket());
        return visit;
    }

    /** The window of somebody who came in before, wherever that was. */
    protected final Visit visitInSession(SignedIn who, int width) {
        Visit visit = chromium.visit(width);
        for (String pair : who.cookies().split("; ")) {
            String[] parts = pair.split("=", 2);
            visit.context()
                    .addCookies(List.of(new Cookie(parts[0], parts[1])
                            .setUrl(settings.baseUrl().replace("http://", "https://"))
                            .setSecure(true)
                            .setSameSite(SameSiteAttribute.NONE)));
        }
        return visit;
    }

    /** Goes to the page at this path of ours. */
    protected final void open(Visit visit, String path) {
        visit.page().navigate(settings.url(path));
    }

    /** Goes to the page at this path of ours and examines it. */
    protected final void examine(Visit visit, String path, String name) {
        open(visit, path);
        visit.examine(name);
    }
}
