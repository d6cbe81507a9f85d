package org.peercoach.lti.launch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.registration.Registration;
import org.peercoach.shared.Settings;
import org.springframework.stereotype.Component;

/** Addresses of the LMS that we let frame us or that we lead back to: https only, loopback http in the dev profile. */
@Component
class Origins {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final boolean loopbackAllowed;

    Origins(Settings settings) {
        this.loopbackAllowed = settings.baseUrl().startsWith("http://"); // refused but in dev
    }

    /** The address if it may be used, else null: not https, no host, or not an address at all (LTI-T26). */
    @Nullable
    URI usable(@Nullable String url) {
        if (url == null || url.length() > 2000) {
            return null;
        }
        try {
            URI uri = new URI(url);
            return uri.getHost() != null && uri.getUserInfo() == null && isSafe(uri) ? uri : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private boolean isSafe(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme())
                || (loopbackAllowed
                        && "http".equalsIgnoreCase(uri.getScheme())
                        && LOOPBACK.contains(uri.getHost().toLowerCase(Locale.ROOT)));
    }

    /** Scheme, host and port as a browser writes them in an Origin header; null if the address may not be used. */
    @Nullable
    String of(@Nullable String url) {
        URI uri = usable(url);
        if (uri == null) {
            return null;
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        int port = uri.getPort();
        boolean usual = port < 0 || port == (scheme.equals("https") ? 443 : 80);
        return usual ? scheme + "://" + host : scheme + "://" + host + ":" + port;
    }

    /** Who may frame the pages of a verified launch (LTI-T35; ruling 31). */
    List<String> framing(Registration registration, @Nullable String returnUrl) {
        List<String> origins = new ArrayList<>(3);
        addNew(origins, of(returnUrl));
        addNew(origins, of(registration.issuer()));
        addNew(origins, of(registration.authorizationEndpoint()));
        return origins;
    }

    /**
     * Who may frame a page that only shows text, before a token has named the LMS's own address. A platform that is
     * one site is known by its registration; a cloud frames us from hosts that only its tokens name, and a blank frame
     * helps nobody.
     */
    List<String> framingText(@Nullable Registration registration) {
        if (registration == null) {
            return List.of("*");
        }
        String issuer = of(registration.issuer());
        boolean oneSite = issuer != null
                && issuer.equals(of(registration.authorizationEndpoint()))
                && !issuer.endsWith(".instructure.com");
        return oneSite ? List.of(issuer) : List.of("*");
    }

    private static void addNew(List<String> origins, @Nullable String origin) {
        if (origin != null && !origins.contains(origin)) {
            origins.add(origin);
        }
    }
}
