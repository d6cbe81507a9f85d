package org.peercoach.lti.launch;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.registration.Registration;
import org.peercoach.shared.ProblemPage;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/**
 * When neither cookie nor storage proves the browser: one button repeats the login in a tab of its own, where our
 * cookie is a first-party one (LTI-C2). A link, because a form could not be followed to the LMS's other hosts.
 */
@Component
class NewTabPage {

    private final LaunchPages pages;
    private final RefusalPages refusals;
    private final Origins origins;
    private final LaunchNotes notes;

    NewTabPage(LaunchPages pages, RefusalPages refusals, Origins origins, LaunchNotes notes) {
        this.pages = pages;
        this.refusals = refusals;
        this.origins = origins;
        this.notes = notes;
    }

    void show(BrowserNotProved notProved, HttpServletRequest request, HttpServletResponse response) {
        Registration registration = notProved.registration();
        Refusal refusal = Refusal.LAUNCH_BROWSER;
        ProblemPage problem = ProblemPage.of(refusal.status(), refusal.code(), refusal.key());
        refusals.log(problem, registration, List.of("LTI-C6"));
        notes.notProved(problem, notProved);
        Map<String, Object> model =
                Map.of("problem", problem, "again", address(notProved.answer().pending(), registration));
        pages.show(
                new LaunchPages.Page("lti/new-tab", refusal.status(), origins.framingText(registration), model),
                request,
                response);
    }

    /** Our login with all that the platform gave us. */
    static String address(PendingLaunch pending, Registration registration) {
        PendingLaunch.Hints hints = pending.hints();
        if (hints == null) {
            throw new IllegalArgumentException("a login without its hints cannot be repeated");
        }
        StringBuilder address = new StringBuilder(LoginInitiationRequestResolver.PATH)
                .append('?')
                .append(LoginInitiation.AGAIN)
                .append("=1");
        add(address, "iss", registration.issuer());
        add(address, "client_id", registration.clientId());
        add(address, "login_hint", hints.login());
        add(address, "lti_message_hint", hints.message());
        add(address, "target_link_uri", pending.targetLinkUri());
        add(address, "lti_deployment_id", pending.deploymentId());
        return address.toString();
    }

    private static void add(StringBuilder address, String name, @Nullable String value) {
        if (value != null) {
            address.append('&').append(name).append('=').append(UriUtils.encode(value, StandardCharsets.UTF_8));
        }
    }
}
