package org.peercoach.lti.launch;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.stereotype.Component;

/** Sends the browser on to the platform: by a plain redirect, or by way of its storage where it offers one (LTI-L10). */
@Component
class AuthorizationRedirect implements RedirectStrategy {

    private final StoragePage storage;

    AuthorizationRedirect(StoragePage storage) {
        this.storage = storage;
    }

    @Override
    public void sendRedirect(HttpServletRequest request, HttpServletResponse response, String url) {
        if (!storage.keep(request, response, url)) {
            response.setStatus(HttpStatus.FOUND.value());
            response.setHeader(HttpHeaders.LOCATION, url);
        }
    }
}
