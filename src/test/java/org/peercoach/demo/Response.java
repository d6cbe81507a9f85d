package org.peercoach.demo;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.peercoach.demo.platform.Json;
import org.peercoach.demo.platform.ServiceAnswer;

/** An answer, written whole. */
record Response(int status, String type, String body, Map<String, String> headers) {

    static Response of(int status, String type, String body) {
        return new Response(status, type, body, Map.of());
    }

    static Response html(int status, Markup page) {
        return of(status, "text/html; charset=utf-8", page.html());
    }

    static Response json(int status, Object body) {
        return of(status, "application/json; charset=utf-8", Json.write(body));
    }

    static Response of(ServiceAnswer answer) {
        Response response = of(answer.status(), answer.contentType(), answer.text());
        for (Map.Entry<String, String> header : answer.headers().entrySet()) {
            response = response.with(header.getKey(), header.getValue());
        }
        return response;
    }

    /** 303: the browser goes on with a GET. */
    static Response seeOther(String address) {
        return of(303, "text/plain", "").with("Location", address);
    }

    Response with(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new Response(status, type, body, all);
    }

    void send(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        headers.forEach((name, value) -> exchange.getResponseHeaders()
                .set(name, new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)));
        boolean bare = status == 204 || exchange.getRequestMethod().equals("HEAD");
        byte[] bytes = bare ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
