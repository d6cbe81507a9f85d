package org.peercoach.lti.service;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.registration.Registration;
import org.peercoach.shared.Settings;
import org.springframework.stereotype.Component;

/**
 * Which addresses of a launch's claims are believed (ruling 25): only those on a host of the platform that signed them.
 * Asked when claims are read; later calls leave the origin of such an address never.
 */
@Component
public class ServiceAddresses {

    private final Set<String> allowedHosts;

    ServiceAddresses(Settings settings) {
        this.allowedHosts = settings.allowedPrivateHosts().stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Whether a service may live at {@code url}: on the host of the token endpoint, the issuer or the return URL, or on
     * one that the operator allowed.
     *
     * @param returnUrl of the same launch, or null
     */
    public boolean believed(Registration registration, @Nullable String returnUrl, String url) {
        Optional<String> host = ServiceUrls.host(url);
        return host.isPresent()
                && (allowedHosts.contains(host.get())
                        || Stream.of(
                                        registration.tokenEndpoint(),
                                        registration.issuer(),
                                        returnUrl == null ? "" : returnUrl)
                                .anyMatch(known -> ServiceUrls.host(known).equals(host)));
    }
}
