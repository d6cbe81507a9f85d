package org.peercoach.training;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.peercoach.shared.Markdown;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Reads YAML and Markdown into typed records. A key that no record knows is a fault. */
final class ContentRecords {

    private static final String FRONT = "---\n";

    private final UnaryOperator<String> texts;
    private final Markdown markdown;
    private final JsonMapper mapper = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** @param texts the text of a file */
    ContentRecords(UnaryOperator<String> texts, Markdown markdown) {
        this.texts = texts;
        this.markdown = markdown;
    }

    /** Markdown below a block of values. */
    record Fronted<T>(T front, String html) {}

    <T> T read(String file, Class<T> type) {
        return convert(file, values(file), type);
    }

    /** Markdown that begins with a block between two lines of three dashes. */
    <T> Fronted<T> fronted(String file, Class<T> type) {
        String text = texts.apply(file);
        int end = end(text);
        if (!text.startsWith(FRONT) || end == 0) {
            throw new IllegalStateException(file + " does not begin with a block between --- lines");
        }
        T front = convert(file, values(file, text.substring(FRONT.length(), end)), type);
        return new Fronted<>(front, markdown.html(text.substring(end + FRONT.length())));
    }

    /** Where the line of dashes below the block begins, or 0. */
    static int end(String text) {
        return text.indexOf("\n" + FRONT, FRONT.length() - 1) + 1;
    }

    /** A file that is Markdown as a whole. */
    String html(String file) {
        return markdown.html(texts.apply(file));
    }

    Map<String, Object> values(String file) {
        return values(file, texts.apply(file));
    }

    /** The same key twice is a slip that would lose something, and a fault. */
    static Map<String, Object> values(String file, String yaml) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        strict.setMaxAliasesForCollections(20); // a few words of a text must not unfold without end
        try {
            Unfolded.check(file, new Yaml(strict).compose(new StringReader(yaml)));
            if (new Yaml(new SafeConstructor(strict)).load(yaml) instanceof Map<?, ?> map) {
                Map<String, Object> values = new LinkedHashMap<>();
                map.forEach((key, value) -> values.put(String.valueOf(key), value));
                return values;
            }
            throw new IllegalStateException(file + ": this is no list of keys and values");
        } catch (YAMLException e) {
            throw new IllegalStateException(file + ": " + e.getMessage(), e);
        }
    }

    /** A record of fields may be written as the list of its groups, or as one key above it. */
    <T> T convert(String file, Map<String, Object> values, Class<T> type) {
        if (values.get("record") instanceof Map<?, ?> record && record.keySet().equals(Set.of("groups"))) {
            values.put("record", record.get("groups"));
        }
        try {
            return mapper.convertValue(values, type);
        } catch (JacksonException e) {
            throw new IllegalStateException(file + ": " + e.getOriginalMessage(), e);
        }
    }
}
