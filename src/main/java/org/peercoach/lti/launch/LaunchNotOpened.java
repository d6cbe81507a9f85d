package org.peercoach.lti.launch;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.peercoach.shared.ProblemPage;
import org.peercoach.shared.ProblemPages;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** Ends a login or launch that was not opened: on a page that says why, or with another way to prove the browser. */
@Component
class LaunchNotOpened implements AuthenticationFailureHandler {

    private final ProblemPages problems;
    private final RefusalPages refusals;
    private final StoragePage storage;
    private final NewTabPage newTab;
    private final LaunchNotes notes;

    LaunchNotOpened(
            ProblemPages problems, RefusalPages refusals, StoragePage storage, NewTabPage newTab, LaunchNotes notes) {
        this.problems = problems;
        this.refusals = refusals;
        this.storage = storage;
        this.newTab = newTab;
        this.notes = notes;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception) {
        Throwable cause = exception.getCause() == null ? exception : exception.getCause();
        if (!(cause instanceof BrowserNotProved notProved && proveOtherwise(notProved, request, response))) {
            problems.render(pageFor(cause, request), request, response);
        }
    }

    private boolean proveOtherwise(
            BrowserNotProved notProved, HttpServletRequest request, HttpServletResponse response) {
        if (storage.ask(notProved, request, response)) {
            notes.storageAsked(notProved);
            return true;
        }
        if (notProved.newTabMayHelp()) {
            newTab.show(notProved, request, response);
            return true;
        }
        return false;
    }

    private ProblemPage pageFor(Throwable cause, HttpServletRequest request) {
        return switch (cause) {
            case LaunchRefused refused -> refusals.of(refused, request);
            case HandlerStopped stopped -> pageOf(stopped);
            case BrowserNotProved notProved ->
                refusals.of(LaunchRefused.of(Refusal.LAUNCH_BROWSER, "LTI-C6").from(notProved.registration()), request);
            default -> refusals.ofFault(cause, request);
        };
    }

    private ProblemPage pageOf(HandlerStopped stopped) {
        notes.stopped(stopped.page(), stopped.launch());
        return stopped.page();
    }
}
