package org.peercoach.demo.platform;

import java.util.Map;

/** What the authorization endpoint shows the browser. */
public sealed interface AuthAnswer {

    /** A form that posts itself to the tool: an id_token, or an error that the tool may show. */
    record FormPost(String url, Map<String, String> fields) implements AuthAnswer {}

    /** A page of the LMS: the request was such that the tool must not hear of it. */
    record Refused(String reason) implements AuthAnswer {}
}
