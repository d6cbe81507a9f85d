package org.peercoach.demo;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A request, read whole. */
record Request(String method, URI uri, Headers headers, String body) {

    private static final int LARGEST_BODY = 1 << 20;
    private static final String FORM = "application/x-www-form-urlencoded";

    static Request of(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY);
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getRequestHeaders(),
                new String(body, StandardCharsets.UTF_8));
    }

    String path() {
        return uri.getPath();
    }

    Map<String, String> query() {
        return parameters(Objects.requireNonNullElse(uri.getRawQuery(), ""));
    }

    /** The posted form; empty when the body is something else. */
    Map<String, String> form() {
        String type = header("Content-Type");
        return type != null && type.startsWith(FORM) ? parameters(body) : Map.of();
    }

    /** Query and form together. */
    Map<String, String> parameters() {
        Map<String, String> all = new LinkedHashMap<>(query());
        all.putAll(form());
        return all;
    }

    @Nullable
    String header(String name) {
        return headers.getFirst(name);
    }

    @Nullable
    String cookie(String name) {
        return headers.getOrDefault("Cookie", List.of()).stream()
                .flatMap(line -> List.of(line.split(";", -1)).stream())
                .map(String::strip)
                .filter(one -> one.startsWith(name + "="))
                .map(one -> one.substring(name.length() + 1))
                .findFirst()
                .orElse(null);
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> result = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                result.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return result;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
