package org.peercoach.demo.platform;

import java.util.List;

/** Lets a service call in or refuses it, in the manner of the LMS. */
final class ServiceDoor {

    private final Parts parts;
    private final AccessTokens tokens;

    ServiceDoor(Parts parts, AccessTokens tokens) {
        this.parts = parts;
        this.tokens = tokens;
    }

    /**
     * @param mediaType the only one that Moodle takes: as the whole Accept of a GET, as the Content-Type of the others
     */
    void open(ServiceCall call, List<String> anyOfScopes, String mediaType) {
        if (parts.switches().moodle()) {
            exactType(call, mediaType);
        }
        if (!tokens.allow(call.authorization(), anyOfScopes)) {
            parts.counters().count("servicesUnauthorized");
            throw refused(call, 401, "Unauthorized");
        }
    }

    private void exactType(ServiceCall call, String mediaType) {
        String accept = call.accept();
        if (call.get() && accept != null && !accept.equals(mediaType)) {
            String reason = accept.contains("*/*")
                    ? "No context or unsupported content type"
                    : "No handler found for " + call.path() + " " + accept;
            throw refused(call, 400, reason);
        }
        boolean write = call.method().equals("POST") || call.method().equals("PUT");
        if (write && !call.mediaType().equals(mediaType)) {
            throw refused(call, 400, "No handler found for " + call.path() + "  " + call.contentType());
        }
    }

    Refusal notFound(ServiceCall call, String what) {
        return refused(call, 404, "Not Found: " + what);
    }

    Refusal refused(ServiceCall call, int status, String reason) {
        if (parts.switches().canvas()) {
            Object errors = Json.members("type", canvasType(status), "message", reason);
            return new Refusal(ServiceAnswer.json(status, Json.members("errors", errors)));
        }
        Object request = Json.members(
                "method", call.method(), "url", call.url(), "accept", call.accept(), "contentType", call.contentType());
        return new Refusal(
                ServiceAnswer.json(status, Json.members("status", status, "reason", reason, "request", request)));
    }

    private static String canvasType(int status) {
        return switch (status) {
            case 401 -> "unauthorized";
            case 404 -> "not_found";
            case 412 -> "precondition_failed";
            case 422 -> "unprocessable_entity";
            default -> "bad_request";
        };
    }
}
