package org.peercoach.shared;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The tool's own settings, all under {@code peercoach.} and listed in docs/settings.md.
 *
 * @param baseUrl scheme, host and port under which people reach the tool, without a path; every absolute URL we
 *     give away starts with it
 * @param secret one or more base64 secrets of at least 32 bytes, separated by commas; the first writes, all read
 * @param installCode what an installer must type before dynamic registration; blank only in the dev profile
 * @param trustedProxies addresses or CIDR ranges whose {@code X-Forwarded-For} is believed
 * @param allowedPrivateHosts host names or CIDR ranges on private networks that outgoing calls may reach
 * @param contact who helps when something fails, shown on error pages; may be blank
 * @param mail who writes mails
 */
@ConfigurationProperties("peercoach")
public record Settings(
        @DefaultValue("") String baseUrl,
        @DefaultValue("") String secret,
        @DefaultValue("") String installCode,
        @DefaultValue List<String> trustedProxies,
        @DefaultValue List<String> allowedPrivateHosts,
        @DefaultValue("") String contact,
        @DefaultValue Lti lti,
        @DefaultValue Mail mail) {

    /** @param from the address that mails come from, with a name if wanted; blank sends none */
    public record Mail(@DefaultValue("") String from) {
        public static final Mail NONE = new Mail("");
    }

    /**
     * @param registrationsFile YAML file of registrations to import at start, or null
     * @param clockSkewSeconds how far a platform's clock may be off, 0 to 300
     */
    public record Lti(
            @Nullable Path registrationsFile,
            @DefaultValue("60") int clockSkewSeconds) {}

    /** An absolute URL of ours; {@code path} starts with a slash. */
    public String url(String path) {
        return baseUrl + path;
    }

    /** Host and, unless it is the scheme's default, port of the base URL: what Moodle calls the tool's domain. */
    public String domain() {
        URI base = URI.create(baseUrl);
        return base.getPort() < 0 ? base.getHost() : base.getHost() + ":" + base.getPort();
    }
}
