package org.peercoach.lti.launch;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;

/** Receives the platform's answer: an id_token or an error, posted through the browser (LTI Core 1.3, 4.1). */
final class LtiLaunchFilter extends AbstractAuthenticationProcessingFilter {

    static final String PATH = "/lti/launch";

    LtiLaunchFilter(
            AuthenticationManager authentication,
            LtiLaunchAuthenticationConverter converter,
            LaunchOpened opened,
            LaunchNotOpened notOpened) {
        super(request -> request.getRequestURI().equals(PATH), authentication);
        setAuthenticationConverter(converter);
        setAuthenticationSuccessHandler(opened);
        setAuthenticationFailureHandler(notOpened);
    }

    /** A fault of ours ends on a page in the LMS's frame, too. */
    @Override
    public @Nullable Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        try {
            return super.attemptAuthentication(request, response);
        } catch (AuthenticationException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new AuthenticationServiceException("a launch failed", e);
        }
    }
}
