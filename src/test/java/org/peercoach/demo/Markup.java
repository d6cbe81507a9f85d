package org.peercoach.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A piece of a page that is HTML already; everything else is escaped on its way in. */
record Markup(String html) {

    static final Markup NONE = new Markup("");
    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");

    /**
     * Fills the {@code {places}} of a template.
     *
     * @param pairs name, value, name, value...; a value that is markup or a list of markup goes in as it is
     * @throws IllegalStateException when the template has a place without a value
     */
    static Markup of(String template, @Nullable Object... pairs) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(String.valueOf(pairs[i]), inserted(pairs[i + 1]));
        }
        String filled = PLACE.matcher(template).replaceAll(place -> {
            String value = values.get(place.group(1));
            if (value == null) {
                throw new IllegalStateException("no value for " + place.group());
            }
            return Matcher.quoteReplacement(value);
        });
        return new Markup(filled);
    }

    static Markup all(Stream<Markup> pieces) {
        return new Markup(pieces.map(Markup::html).collect(Collectors.joining("\n")));
    }

    static Markup icon(String name) {
        return of(
                "<svg class=\"pc-i\" viewBox=\"0 0 16 16\" aria-hidden=\"true\"><use href=\"/static/icons.svg#{name}\"></use></svg>",
                "name",
                name);
    }

    /** A state: icon and word (look.md 3). */
    static Markup state(String kind, String icon, String word) {
        return of(
                "<span class=\"pc-state pc-{kind}\">{icon}{word}</span>",
                "kind",
                kind,
                "icon",
                icon(icon),
                "word",
                word);
    }

    private static String inserted(@Nullable Object value) {
        if (value instanceof Markup markup) {
            return markup.html();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Markup::inserted).collect(Collectors.joining("\n"));
        }
        return value == null ? "" : escaped(value.toString());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
