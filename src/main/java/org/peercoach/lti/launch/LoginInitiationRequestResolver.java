package org.peercoach.lti.launch;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.registration.Registration;
import org.peercoach.lti.registration.RegistrationCatalog;
import org.peercoach.shared.Settings;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/**
 * Turns a login initiation into an authorization request to the platform that is registered for it (1EdTech Security
 * Framework 1.0, section 5.1.1.2). GET and POST are alike (LTI-L1).
 */
@Component
class LoginInitiationRequestResolver implements OAuth2AuthorizationRequestResolver {

    static final String PATH = "/lti/login";
    private static final Set<String> METHODS = Set.of("GET", "POST");
    /** A response header may not be longer; no platform's hints come near it. */
    private static final int LONGEST_REQUEST = 7000;

    private final RegistrationCatalog catalog;
    private final PendingLaunches pending;
    private final String redirectUri;

    LoginInitiationRequestResolver(RegistrationCatalog catalog, PendingLaunches pending, Settings settings) {
        this.catalog = catalog;
        this.pending = pending;
        this.redirectUri = settings.url(LtiLaunchFilter.PATH);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return request.getRequestURI().equals(PATH) ? begin(read(request)) : null;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registrationId) {
        return null; // only a platform begins a launch
    }

    private static LoginInitiation read(HttpServletRequest request) {
        if (!METHODS.contains(request.getMethod())) {
            throw LaunchRefused.of(Refusal.LAUNCH_DIRECT, "LTI-L1");
        }
        try {
            return LoginInitiation.read(request);
        } catch (IllegalStateException e) { // the container could not make sense of the form, or of its size
            throw LaunchRefused.of(Refusal.LOGIN_INCOMPLETE, "LTI-L2", "iss, login_hint, target_link_uri");
        }
    }

    private OAuth2AuthorizationRequest begin(LoginInitiation login) {
        Registration registration = inUse(registrationOf(login));
        PendingLaunches.Begun begun = pending.begin(login, registration.id());
        String uri = authorizationUri(registration, login.hints(), begun);
        if (uri.length() > LONGEST_REQUEST) {
            throw LaunchRefused.of(Refusal.LOGIN_INCOMPLETE, "LTI-L2", "login_hint, lti_message_hint")
                    .from(registration);
        }
        return OAuth2AuthorizationRequest.authorizationCode() // Spring knows only this grant; the URI says id_token
                .authorizationUri(registration.authorizationEndpoint())
                .clientId(registration.clientId())
                .state(begun.state())
                .attributes(PendingLaunches.attributes(begun))
                .authorizationRequestUri(uri)
                .build();
    }

    /** LTI-L3: by issuer and client id; by issuer alone if that is unambiguous. LTI-L8: strangers get a page. */
    private Registration registrationOf(LoginInitiation login) {
        String clientId = login.clientId();
        if (clientId != null) {
            return catalog.find(login.issuer(), clientId).orElseThrow(() -> unknown(login.issuer(), clientId));
        }
        List<Registration> all = catalog.ofIssuer(login.issuer());
        if (all.isEmpty()) {
            throw unknown(login.issuer(), "–");
        }
        if (all.size() > 1) {
            Fault fault = new Fault("LTI-L3", Refusal.LOGIN_AMBIGUOUS).comparing("client_id", login.issuer());
            throw LaunchRefused.of(fault, login.issuer());
        }
        return all.getFirst();
    }

    private static Registration inUse(Registration registration) {
        if (registration.switchedOff()) {
            throw LaunchRefused.of(Refusal.LMS_OFF, "LTI-L3", registration.name())
                    .from(registration);
        }
        return registration;
    }

    private static LaunchRefused unknown(String issuer, String clientId) {
        Fault fault = new Fault("LTI-L8", Refusal.LMS_UNKNOWN).comparing(null, issuer + " · " + clientId);
        return LaunchRefused.of(fault, issuer, clientId).fromStranger(issuer);
    }

    /** LTI-L4 to L6: a query of the registered endpoint stays, hints go back byte for byte, our address is fixed. */
    private String authorizationUri(Registration registration, PendingLaunch.Hints hints, PendingLaunches.Begun begun) {
        String endpoint = registration.authorizationEndpoint();
        StringBuilder uri = new StringBuilder(2048).append(endpoint);
        uri.append(endpoint.indexOf('?') < 0 ? '?' : '&');
        uri.append("scope=openid&response_type=id_token&response_mode=form_post&prompt=none");
        add(uri, "client_id", registration.clientId());
        add(uri, "redirect_uri", redirectUri);
        add(uri, "login_hint", hints.login());
        if (hints.message() != null) {
            add(uri, "lti_message_hint", hints.message());
        }
        add(uri, "nonce", begun.pending().nonce());
        add(uri, "state", begun.state());
        return uri.toString();
    }

    private static void add(StringBuilder uri, String name, String value) {
        uri.append('&').append(name).append('=').append(UriUtils.encode(value, StandardCharsets.UTF_8));
    }
}
