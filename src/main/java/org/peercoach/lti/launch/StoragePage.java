package org.peercoach.lti.launch;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.registration.Registration;
import org.peercoach.lti.registration.RegistrationCatalog;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Pages that keep the browser's secret in the platform's storage and fetch it again, for browsers that refuse cookies
 * in frames (1EdTech LTI Client Side postMessages; LTI-C2 to C4). The script is {@code /static/js/lti-storage.js}.
 */
@Component
class StoragePage {

    private static final String BEGUN = StoragePage.class.getName();

    private final LaunchPages pages;
    private final RegistrationCatalog catalog;
    private final Origins origins;

    StoragePage(LaunchPages pages, RegistrationCatalog catalog, Origins origins) {
        this.pages = pages;
        this.catalog = catalog;
        this.origins = origins;
    }

    /**
     * What the script needs.
     *
     * @param origin the only origin that is spoken to and listened to (LTI-C3, C4)
     * @param frame name of the platform's frame
     * @param key names the value in storage, one for each launch
     */
    public record Storage(String origin, String frame, String key) {}

    /** Notes for the redirect that this login may use storage. */
    static void remember(PendingLaunches.Begun begun, HttpServletRequest request) {
        if (begun.pending().storageTarget() != null) {
            request.setAttribute(BEGUN, begun);
        }
    }

    /** Shows the page that stores and goes on to {@code next} by itself; false if this login has no storage. */
    boolean keep(HttpServletRequest request, HttpServletResponse response, String next) {
        if (!(request.getAttribute(BEGUN) instanceof PendingLaunches.Begun begun)) {
            return false;
        }
        Registration registration =
                catalog.byId(begun.pending().registrationId()).orElseThrow();
        Storage storage = storage(begun.pending(), begun.state(), registration);
        if (storage == null) {
            return false;
        }
        Map<String, Object> model = Map.of("storage", storage, "secret", begun.secret(), "next", next);
        show("lti/storage-keep", model, registration, request, response);
        return true;
    }

    /**
     * Shows the page that fetches the secret and posts the platform's answer again with it; false if that is useless,
     * since nothing is stored or it was asked before (ruling 15).
     */
    boolean ask(BrowserNotProved notProved, HttpServletRequest request, HttpServletResponse response) {
        Registration registration = notProved.registration();
        LtiLaunchAuthenticationConverter.Answered answer = notProved.answer();
        Storage storage = storage(answer.pending(), answer.state(), registration);
        if (storage == null || !notProved.storageUntried()) {
            return false;
        }
        Map<String, Object> model = new HashMap<>();
        model.put("storage", storage);
        model.put("state", answer.state());
        model.put("idToken", answer.idToken());
        model.put("error", request.getParameter("error"));
        model.put("errorDescription", request.getParameter("error_description"));
        model.put("again", notProved.newTabMayHelp() ? NewTabPage.address(answer.pending(), registration) : null);
        show("lti/storage-ask", model, registration, request, response);
        return true;
    }

    private @Nullable Storage storage(PendingLaunch pending, String state, Registration registration) {
        String origin = origins.of(registration.authorizationEndpoint());
        String frame = pending.storageTarget();
        return origin == null || frame == null
                ? null
                : new Storage(origin, frame, "pc_" + BrowserSecrets.nameOf(state));
    }

    private void show(
            String template,
            Map<String, Object> model,
            Registration registration,
            HttpServletRequest request,
            HttpServletResponse response) {
        pages.show(
                new LaunchPages.Page(template, HttpStatus.OK, origins.framingText(registration), model),
                request,
                response);
    }
}
