package org.peercoach.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The content files themselves, read as they lie there, whether a session is switched on or not. */
final class ContentFolder {

    static final Path ROOT = Path.of("src/main/resources/content");
    static final Path TRAINING = ROOT.resolve("training");

    /** Keys whose values are words of the program, not of people: they stand in code, addresses and saved answers. */
    private static final Set<String> CODES = Set.of(
            "key",
            "kind",
            "type",
            "file",
            "sheet",
            "box",
            "next",
            "back",
            "start",
            "pair",
            "field",
            "rating",
            "area",
            "id",
            "instrument",
            "wave",
            "name",
            "rewrite-box",
            "code",
            "codes",
            "folder",
            "sheets");

    private ContentFolder() {}

    /** One text that people read. */
    record Words(String place, String text) {}

    static Stream<Path> files(String ending) {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Object yaml(String text) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    }

    static Map<?, ?> session(int number) {
        return (Map<?, ?>) yaml(text(TRAINING.resolve("session-" + number + "/session.yaml")));
    }

    static List<Map<?, ?>> activities(int session) {
        return maps(session(session).get("activities"));
    }

    @SuppressWarnings("unchecked")
    static List<Map<?, ?>> maps(@Nullable Object list) {
        return list == null ? List.of() : (List<Map<?, ?>>) list;
    }

    /** The block at the head of a Markdown file, empty if there is none. */
    static Map<?, ?> front(Path file) {
        String text = text(file);
        return text.startsWith("---\n") ? (Map<?, ?>) yaml(text.substring(4, text.indexOf("\n---\n") + 1)) : Map.of();
    }

    static String body(Path file) {
        String text = text(file);
        return text.startsWith("---\n") ? text.substring(text.indexOf("\n---\n") + 5) : text;
    }

    /** Every text of every file with its place. */
    static List<Words> words() {
        List<Words> words = new ArrayList<>();
        files(".yaml")
                .forEach(file -> walk(yaml(text(file)), name(file), (place, value) -> {
                    if (value instanceof String said && !CODES.contains(last(place))) {
                        words.add(new Words(place, said));
                    }
                }));
        files(".md").forEach(file -> {
            walk(front(file), name(file), (place, value) -> words.add(new Words(place, String.valueOf(value))));
            words.add(new Words(name(file), body(file)));
        });
        return words;
    }

    /** Every value of every file, with its place. */
    static void values(BiConsumer<String, Object> each) {
        files(".yaml").forEach(file -> walk(yaml(text(file)), name(file), each));
        files(".md").forEach(file -> walk(front(file), name(file), each));
    }

    /** The last key of a place. */
    static String last(String place) {
        return place.replaceAll("\\[\\d+]$", "").replaceAll(".*[ .]", "");
    }

    static String name(Path file) {
        return ROOT.relativize(file).toString();
    }

    private static void walk(Object value, String place, BiConsumer<String, Object> each) {
        each.accept(place, value);
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, part) -> walk(part, place + " " + key, each));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                walk(list.get(i), place + "[" + i + "]", each);
            }
        }
    }
}
