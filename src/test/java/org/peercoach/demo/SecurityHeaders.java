package org.peercoach.demo;

import org.peercoach.demo.platform.DemoPlatform;

/** No page asks any third party; frames and forms go to this LMS and its tool only. */
final class SecurityHeaders {

    private SecurityHeaders() {}

    static Response on(Response response, DemoPlatform platform) {
        if (!response.type().startsWith("text/html") || response.headers().containsKey("Content-Security-Policy")) {
            return response;
        }
        String tool = platform.toolBaseUrl();
        String policy =
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                        + " frame-src 'self' " + tool + "; form-action 'self' " + tool + "; frame-ancestors 'self' "
                        + tool
                        + "; base-uri 'none'";
        return response.with("Content-Security-Policy", policy).with("Cache-Control", "no-store");
    }
}
