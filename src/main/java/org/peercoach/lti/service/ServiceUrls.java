package org.peercoach.lti.service;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.PlatformFault;

/** Addresses of services: where they point, and how they are extended. */
final class ServiceUrls {

    private ServiceUrls() {}

    /** Puts {@code /scores} or {@code /results} into the path; the query stays behind it (LTI-A5). */
    static String inPath(String url, String segment) {
        int query = url.indexOf('?');
        String path = query < 0 ? url : url.substring(0, query);
        String rest = query < 0 ? "" : url.substring(query);
        return (path.endsWith("/") ? path.substring(0, path.length() - 1) : path) + segment + rest;
    }

    /** Adds one parameter to the query; none for a null value. */
    static String withParameter(String url, String name, @Nullable String value) {
        if (value == null) {
            return url;
        }
        char joint = url.indexOf('?') < 0 ? '?' : '&';
        return url + joint + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Scheme, host and port in lower case; empty for anything that is no plain web address. */
    static Optional<String> origin(String url) {
        return parse(url).map(uri -> {
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
            return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
        });
    }

    /** Host in lower case; empty for anything that is no plain web address. */
    static Optional<String> host(String url) {
        return parse(url).map(uri -> uri.getHost().toLowerCase(Locale.ROOT));
    }

    /**
     * {@code found}, which an answer from {@code from} named, as an absolute address.
     *
     * @throws PlatformFault unless both have the same origin: our token goes to nobody else (LTI-A6, ruling 25)
     */
    static String sameOrigin(String from, String found) {
        String absolute = found;
        try {
            absolute = URI.create(from).resolve(new URI(found)).toString();
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new PlatformFault(PlatformFault.Kind.REFUSED, 0, null);
        }
        Optional<String> origin = origin(absolute);
        if (origin.isEmpty() || !origin.equals(origin(from))) {
            throw new PlatformFault(PlatformFault.Kind.REFUSED, 0, null);
        }
        return absolute;
    }

    private static Optional<URI> parse(String url) {
        try {
            URI uri = new URI(url);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && uri.getUserInfo() == null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
