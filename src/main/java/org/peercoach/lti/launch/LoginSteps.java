package org.peercoach.lti.launch;

import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.stereotype.Component;

/** What a login goes through: read and resolved, remembered by the browser, sent on to the platform. */
@Component
class LoginSteps {

    private final LoginInitiationRequestResolver resolver;
    private final PendingLaunches pending;
    private final AuthorizationRedirect redirect;
    private final LaunchNotOpened notOpened;

    LoginSteps(
            LoginInitiationRequestResolver resolver,
            PendingLaunches pending,
            AuthorizationRedirect redirect,
            LaunchNotOpened notOpened) {
        this.resolver = resolver;
        this.pending = pending;
        this.redirect = redirect;
        this.notOpened = notOpened;
    }

    /** Not a bean: the container would run it for every address. */
    OAuth2AuthorizationRequestRedirectFilter filter() {
        OAuth2AuthorizationRequestRedirectFilter filter = new OAuth2AuthorizationRequestRedirectFilter(resolver);
        filter.setAuthorizationRequestRepository(pending);
        filter.setAuthorizationRedirectStrategy(redirect);
        filter.setAuthenticationFailureHandler(notOpened);
        filter.setRequestCache(new NullRequestCache());
        return filter;
    }
}
