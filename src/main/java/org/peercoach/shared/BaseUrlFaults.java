package org.peercoach.shared;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is wrong with {@code PEERCOACH_BASE_URL}: it must be an origin, and nothing but an origin. */
final class BaseUrlFaults {

    private static final String NAME = "PEERCOACH_BASE_URL";

    private BaseUrlFaults() {}

    static List<String> of(String value, boolean dev) {
        if (value.isBlank()) {
            return List.of(NAME + " is missing: set the address of this tool, such as https://coaching.example.org");
        }
        URI url = parse(value);
        if (url == null || url.getScheme() == null || url.getHost() == null) {
            return List.of(NAME + " is no address: " + value + "; write it such as https://coaching.example.org");
        }
        List<String> faults = new ArrayList<>();
        if (dev && !isLoopback(url.getHost())) {
            faults.add(NAME + " is " + value + ": the profile dev is for this machine only, so use localhost or "
                    + "127.0.0.1, or start without the profile dev");
        }
        if (!url.getScheme().equals("https") && !(dev && url.getScheme().equals("http"))) {
            faults.add(NAME + " must begin with https://, not " + url.getScheme() + "://");
        }
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        String right = (dev ? scheme : "https") + "://" + hostAndPort(url, scheme);
        if (!url.getRawPath().isEmpty()) {
            faults.add(NAME + " must end after host and port, without " + url.getRawPath() + ": write " + right);
        } else if (!value.equals(scheme + "://" + hostAndPort(url, scheme))) {
            faults.add(NAME + " must be written in its shortest form: " + right);
        }
        return faults;
    }

    private static @Nullable URI parse(String value) {
        try {
            return new URI(value);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static String hostAndPort(URI url, String scheme) {
        int usual = scheme.equals("https") ? 443 : 80;
        String port = url.getPort() < 0 || url.getPort() == usual ? "" : ":" + url.getPort();
        return url.getHost().toLowerCase(Locale.ROOT) + port;
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }
}
