package org.peercoach.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Own copies of the tool's look: another site must not be asked for it. */
final class StaticFiles {

    private static final Map<String, String> FILES = Map.of(
            "bootstrap.min.css", "META-INF/resources/webjars/bootstrap/5.3.8/css/bootstrap.min.css",
            "peer-coaching.css", "static/css/peer-coaching.css",
            "icons.svg", "static/img/icons.svg",
            "icon.svg", "static/img/icon.svg",
            "demo.css", "demo/static/demo.css",
            "demo.js", "demo/static/demo.js",
            "submit.js", "demo/static/submit.js",
            "messages.js", "demo/static/messages.js");

    private StaticFiles() {}

    static Optional<Response> find(String name) {
        String file = FILES.get(name);
        if (file == null) {
            return Optional.empty();
        }
        try (InputStream stream = StaticFiles.class.getClassLoader().getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is not on the class path");
            }
            Response found = Response.of(200, type(name), new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            return Optional.of(found.with("Cache-Control", "no-cache"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.'))) {
            case ".css" -> "text/css; charset=utf-8";
            case ".js" -> "text/javascript; charset=utf-8";
            default -> "image/svg+xml";
        };
    }
}
