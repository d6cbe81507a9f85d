package org.peercoach.demo.platform;

import java.util.Map;

/**
 * What a service answers.
 *
 * @param body text that goes out as it is, or anything that becomes JSON
 */
public record ServiceAnswer(int status, String contentType, Object body, Map<String, String> headers) {

    static final String JSON = "application/json; charset=utf-8";

    static ServiceAnswer of(int status, String contentType, Object body) {
        return new ServiceAnswer(status, contentType, body, Map.of());
    }

    static ServiceAnswer json(int status, Object body) {
        return of(status, JSON, body);
    }

    ServiceAnswer with(String header, String value) {
        return new ServiceAnswer(status, contentType, body, Map.of(header, value));
    }

    public String text() {
        return body instanceof String text ? text : Json.write(body);
    }
}
