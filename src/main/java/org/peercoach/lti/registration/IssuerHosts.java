package org.peercoach.lti.registration;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which hosts may speak for which issuer (Dynamic Registration 3.5.1; LTI-R3, ruling 27). */
public final class IssuerHosts {

    /** Canvas in the cloud serves all its customers from hosts that differ from its issuers. */
    private static final Map<String, String> CANVAS = Map.of(
            "canvas.instructure.com", "sso.canvaslms.com",
            "canvas.beta.instructure.com", "sso.beta.canvaslms.com",
            "canvas.test.instructure.com", "sso.test.canvaslms.com");

    /** Platforms whose assertions are made for another host of theirs: by the host of the token endpoint. */
    private static final Map<String, String> AUDIENCES = Map.of("auth.brightspace.com", "api.brightspace.com");

    /** Issuers that many unrelated customers share. */
    private static final Set<String> SHARED = Set.of("blackboard.com", "schoology.schoology.com");

    /** Canvas' environments for trying out: copies of real courses, with the same client and deployment ids. */
    private static final Set<String> SANDBOXES = Set.of("canvas.beta.instructure.com", "canvas.test.instructure.com");

    private IssuerHosts() {}

    /** Whether what comes from this issuer is for trying out only. */
    public static boolean isSandbox(String issuer) {
        return SANDBOXES.contains(host(issuer));
    }

    /** Whether a configuration from this host may name this issuer: its own host, or a domain that the host lies in. */
    static boolean mayName(String configurationHost, String issuerHost) {
        return own(configurationHost, issuerHost)
                || (configurationHost.contains(".") && issuerHost.endsWith("." + configurationHost));
    }

    /** Whether this host is the issuer's own, so that it may change what was agreed before. */
    static boolean own(String configurationHost, String issuerHost) {
        return configurationHost.equals(issuerHost) || configurationHost.equals(CANVAS.get(issuerHost));
    }

    /**
     * Whether assertions that are sent to this token endpoint may be made for this audience. We sign for all platforms
     * with the same keys: whoever could have an assertion made for another platform's address and sent to their own
     * would use it there.
     */
    static boolean mayReceive(@Nullable String audience, String tokenEndpoint, String issuer) {
        if (audience == null) {
            return true;
        }
        String host = hostOrNone(audience);
        return !host.isEmpty()
                && (host.equals(host(tokenEndpoint))
                        || host.equals(host(issuer))
                        || host.equals(AUDIENCES.get(host(tokenEndpoint))));
    }

    private static String hostOrNone(String text) {
        try {
            return host(text);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** Whether unrelated districts have this issuer, so that it proves nothing about who they are. */
    static boolean isShared(String issuer) {
        String host = host(issuer);
        return CANVAS.containsKey(host) || SHARED.contains(host);
    }

    /** Whether pages of customers at any address frame us when this host starts a registration. */
    static boolean servesManyDomains(String configurationHost) {
        return CANVAS.containsKey(configurationHost) || CANVAS.containsValue(configurationHost);
    }

    /** Host of an address, in lower case; empty if it has none. */
    public static String host(String address) {
        String host = URI.create(address).getHost();
        return host == null ? "" : host.toLowerCase(java.util.Locale.ROOT);
    }

    /** Scheme, host and port of an address. */
    static String origin(String address) {
        URI uri = URI.create(address);
        return uri.getScheme() + "://" + host(address) + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    }
}
