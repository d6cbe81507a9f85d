package org.peercoach.lti.launch;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.peercoach.lti.Landing;
import org.peercoach.lti.LtiLaunch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Ends an opened launch: session cookies and a redirect to a page of ours, so that a reload posts nothing again
 * (LTI-T34); or, where the browser refuses cookies in the frame, a button that opens the tool in a tab of its own
 * (ruling 16; LTI-C7).
 */
@Component
class LaunchOpened implements AuthenticationSuccessHandler {

    private static final Logger LOG = LoggerFactory.getLogger(LaunchOpened.class);

    private final LaunchPages pages;
    private final LaunchNotes notes;

    LaunchOpened(LaunchPages pages, LaunchNotes notes) {
        this.pages = pages;
        this.notes = notes;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        OpenedLaunch opened = (OpenedLaunch) authentication;
        LtiLaunch launch = opened.launch();
        LOG.debug(
                "launch {} opened, registration {}",
                launch.launchId(),
                launch.target().registrationId());
        notes.opened(opened);
        if (launch.byStorage()) {
            handOver(opened, request, response);
        } else {
            goTo(opened, response);
        }
    }

    private static void goTo(OpenedLaunch opened, HttpServletResponse response) {
        BrowserSecrets.forget(opened.state(), response);
        for (ResponseCookie cookie : opened.landing().cookies()) {
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, opened.landing().path());
    }

    private void handOver(OpenedLaunch opened, HttpServletRequest request, HttpServletResponse response) {
        Landing landing = opened.landing();
        pages.show(
                new LaunchPages.Page(
                        "lti/hand-over",
                        HttpStatus.OK,
                        opened.launch().frameOrigins(),
                        Map.of("ticket", landing.handOverTicket(), "courseTitle", landing.courseTitle())),
                request,
                response);
    }
}
