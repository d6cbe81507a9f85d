package org.peercoach.lti.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A launch written down in a folder: {@code payload.json}, where it matters {@code header.json}, and {@code case.json}
 * with the list it belongs to and how it must end. <code>${issuer}</code> and the like stand for what belongs to one
 * login; a number of seconds may be added to <code>${now}</code>.
 */
record CertificationCase(Path folder, JsonNode about) {

    private static final Path ROOT = Path.of("src/test/resources/certification");
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern NOW = Pattern.compile("\"\\$\\{now([+-]\\d+)?}(\\.\\d+)?\"");

    static Stream<CertificationCase> all() {
        try (Stream<Path> kinds = Files.list(ROOT)) {
            return kinds.flatMap(CertificationCase::folders).sorted().map(CertificationCase::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> folders(Path kind) {
        try (Stream<Path> folders = Files.list(kind)) {
            return folders.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CertificationCase read(Path folder) {
        return new CertificationCase(folder, JSON.readTree(text(folder.resolve("case.json"))));
    }

    boolean valid() {
        return folder.startsWith(ROOT.resolve("valid"));
    }

    String source() {
        return about.get("source").stringValue();
    }

    String title() {
        return about.get("title").stringValue();
    }

    /** {@code opens}, or the code on the page. */
    String expected() {
        return about.get("expected").stringValue();
    }

    /** The rules that the log must name, in order. */
    List<String> rules() {
        return about.get("rules").valueStream().map(JsonNode::stringValue).toList();
    }

    /** What the platform says otherwise than usual when it begins the login. */
    Map<String, String> login(Map<String, String> known) {
        Map<String, String> login = new LinkedHashMap<>();
        about.path("login")
                .properties()
                .forEach(one -> login.put(one.getKey(), filled(one.getValue().stringValue(), known)));
        return login;
    }

    String payload(Map<String, String> known) {
        String timed = NOW.matcher(text(folder.resolve("payload.json"))).replaceAll(found -> {
            long seconds =
                    Instant.now().getEpochSecond() + (found.group(1) == null ? 0 : Long.parseLong(found.group(1)));
            return seconds + (found.group(2) == null ? "" : found.group(2));
        });
        return filled(timed, known);
    }

    Map<String, Object> header(Map<String, String> known) {
        Path file = folder.resolve("header.json");
        String text = Files.exists(file) ? text(file) : "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"${kid}\"}";
        Map<String, Object> header = new LinkedHashMap<>();
        JSON.readTree(filled(text, known)).properties().forEach(one -> header.put(one.getKey(), one.getValue()));
        return header;
    }

    private static String filled(String text, Map<String, String> known) {
        String filled = text;
        for (Map.Entry<String, String> one : known.entrySet()) {
            filled = filled.replace("${" + one.getKey() + "}", one.getValue());
        }
        return filled;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return source() + " " + title();
    }
}
