package org.peercoach.demo.platform;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call of the tool, without HTTP.
 *
 * @param url path and query as they were asked for
 * @param accept the header as sent, or null
 * @param contentType the header as sent, or null
 * @param authorization the header as sent, or null
 */
public record ServiceCall(
        String method,
        String path,
        String url,
        Map<String, String> query,
        @Nullable String accept,
        @Nullable String contentType,
        @Nullable String authorization,
        String body) {

    boolean get() {
        return method.equals("GET");
    }

    /** The media type without parameters such as charset. */
    String mediaType() {
        String type = contentType;
        return type == null ? "" : type.split(";", 2)[0].strip();
    }

    int number(String parameter, int otherwise) {
        String value = query.getOrDefault(parameter, "");
        return value.matches("\\d{1,6}") ? Integer.parseInt(value) : otherwise;
    }
}
