package org.peercoach.demo.platform;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON in and out. */
public final class Json {

    private static final JsonMapper COMPACT = JsonMapper.builder().build();
    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    public static String write(Object value) {
        return COMPACT.writeValueAsString(value);
    }

    static String pretty(Object value) {
        return PRETTY.writeValueAsString(value);
    }

    static <T> T read(String text, Class<T> type) {
        return COMPACT.readValue(text, type);
    }

    /** The object in the text; empty when it holds none. */
    public static Map<String, Object> object(String text) {
        try {
            return asObject(COMPACT.readValue(text, Object.class));
        } catch (JacksonException e) {
            return Map.of();
        }
    }

    /** The value as an object; empty when it is none. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> asObject(@Nullable Object value) {
        return value instanceof Map ? (Map<String, Object>) value : Map.of();
    }

    static List<?> asList(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    static List<String> strings(@Nullable Object value) {
        return asList(value).stream().map(String::valueOf).toList();
    }

    /** The member as text; null when it is missing or neither text nor number. */
    static @Nullable String text(Map<String, Object> object, String member) {
        Object value = object.get(member);
        return value instanceof String || value instanceof Number ? value.toString() : null;
    }

    static @Nullable Double number(Map<String, Object> object, String member) {
        return object.get(member) instanceof Number number ? Double.valueOf(number.doubleValue()) : null;
    }

    /** Members in order; those without a value are left out. */
    static Map<String, Object> members(@Nullable Object... pairs) {
        Map<String, Object> result = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            Object value = pairs[i + 1];
            if (value != null) {
                result.put(String.valueOf(pairs[i]), value);
            }
        }
        return result;
    }

    /** 11, not 11.0; 33.33333, not 33.333333333333336: as LMSs write points. */
    public static BigDecimal tidy(double points) {
        BigDecimal rounded =
                BigDecimal.valueOf(points).setScale(5, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
