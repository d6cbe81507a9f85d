package org.peercoach.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.peercoach.training.EditableText.Shape;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** A source text as the fields of its form, and back again. What a form does not show stays as it is. */
final class TextFields {

    private static final String FRONT = "---\n";
    /** What ends a line, and what no text holds. */
    private static final Pattern BREAKS =
            Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9F}\\p{Zl}\\p{Zp}\\p{Cs}\\x{FEFF}\\x{FFFE}\\x{FFFF}]+");

    /** The same but for line ends and tabs. */
    private static final Pattern CONTROLS =
            Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9F}\\p{Zl}\\p{Zp}\\p{Cs}\\x{FEFF}\\x{FFFE}\\x{FFFF}&&[^\\n\\t]]");

    private static final List<String> LISTS = List.of("begin", "outcomes", "tasks");

    private TextFields() {}

    /** How a field is typed. */
    enum Kind {
        LINE,
        TEXT,
        LIST,
        LONG
    }

    /** @param of what it belongs to, or null */
    public record FieldView(
            String name,
            String labelKey,
            Kind kind,
            String value,
            @Nullable String of) {
        public boolean line() {
            return kind == Kind.LINE;
        }

        public int rows() {
            return kind == Kind.LONG ? 24 : 4;
        }

        public boolean list() {
            return kind == Kind.LIST;
        }
    }

    static List<FieldView> of(Shape shape, String source) {
        return switch (shape) {
            case READING ->
                List.of(field("take", Kind.TEXT, front(source).get("take")), field("text", Kind.LONG, below(source)));
            case SHEET ->
                List.of(
                        field("title", Kind.LINE, front(source).get("title")),
                        field("about", Kind.LINE, front(source).get("about")),
                        field("text", Kind.LONG, below(source)));
            case REFLECTION -> reflection(values(source));
            case SESSION -> session(values(source));
            case SOURCE -> List.of(field("source", Kind.LONG, source));
        };
    }

    private static List<FieldView> reflection(Map<String, Object> values) {
        return List.of(
                field("label", Kind.LINE, values.get("label")),
                field("help", Kind.TEXT, values.get("help")),
                field("min-words", Kind.LINE, values.get("min-words")),
                field("begin", Kind.LIST, values.get("begin")));
    }

    private static List<FieldView> session(Map<String, Object> values) {
        List<FieldView> fields = new ArrayList<>(List.of(
                field("title", Kind.LINE, values.get("title")),
                field("short-title", Kind.LINE, values.get("short-title")),
                field("why", Kind.TEXT, values.get("why")),
                field("outcomes", Kind.LIST, values.get("outcomes")),
                field("due", Kind.LINE, map(values.get("between")).get("due")),
                field("tasks", Kind.LIST, map(values.get("between")).get("tasks"))));
        for (Map<String, Object> activity : activities(values)) {
            String id = String.valueOf(activity.get("id"));
            fields.add(named(id, "title", Kind.LINE, activity));
            fields.add(named(id, "intro", Kind.TEXT, activity));
        }
        return fields;
    }

    private static FieldView named(String id, String what, Kind kind, Map<String, Object> activity) {
        String number = id.substring(id.indexOf('.') + 1);
        return new FieldView(
                id + "-" + what,
                "training.text.field.activity-" + what,
                kind,
                String.valueOf(activity.get(what)),
                number);
    }

    private static FieldView field(String name, Kind kind, @Nullable Object value) {
        return new FieldView(name, "training.text.field." + name, kind, said(value), null);
    }

    private static String said(@Nullable Object value) {
        return value instanceof List<?> list
                ? String.join("\n", list.stream().map(String::valueOf).toList())
                : value == null ? "" : String.valueOf(value);
    }

    /** The source text that a form says; what it does not send stays as in the text before. */
    static String source(Shape shape, Map<String, String> sent, String before) {
        return switch (shape) {
            case READING -> fronted(front(before), sent, before, List.of("take"));
            case SHEET -> fronted(front(before), sent, before, List.of("title", "about"));
            case REFLECTION -> {
                Map<String, Object> values = values(before);
                put(values, sent, List.of("label", "help", "min-words", "begin"));
                yield dump(values);
            }
            case SESSION -> session(values(before), sent);
            case SOURCE -> clean(sent.getOrDefault("source", before));
        };
    }

    /** Whether two texts say the same, however they are written down. */
    static boolean alike(Shape shape, String one, String other) {
        return written(shape, one).equals(written(shape, other));
    }

    private static String written(Shape shape, String source) {
        Map<String, String> all = new LinkedHashMap<>();
        of(shape, source).forEach(field -> all.put(field.name(), field.value()));
        return source(shape, all, source);
    }

    private static String fronted(
            Map<String, Object> front, Map<String, String> sent, String before, List<String> names) {
        put(front, sent, names);
        return FRONT + dump(front) + FRONT + clean(sent.getOrDefault("text", below(before)));
    }

    private static String session(Map<String, Object> values, Map<String, String> sent) {
        put(values, sent, List.of("title", "short-title", "why", "outcomes"));
        Map<String, Object> between = new LinkedHashMap<>(map(values.get("between")));
        put(between, sent, List.of("due", "tasks"));
        values.put("between", between);
        List<Map<String, Object>> activities = activities(values);
        for (Map<String, Object> activity : activities) {
            for (String what : List.of("title", "intro")) {
                String typed = sent.get(activity.get("id") + "-" + what);
                if (typed != null) {
                    activity.put(what, oneLine(typed));
                }
            }
        }
        values.put("activities", activities);
        return dump(values);
    }

    private static void put(Map<String, Object> values, Map<String, String> sent, List<String> names) {
        for (String name : names) {
            String typed = sent.get(name);
            if (typed != null) {
                values.put(name, value(name, typed));
            }
        }
    }

    private static Object value(String name, String typed) {
        if (LISTS.contains(name)) {
            return clean(typed)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
        String line = oneLine(typed);
        return name.equals("min-words") && line.matches("[0-9]{1,4}") ? Integer.valueOf(line) : line;
    }

    private static String oneLine(String typed) {
        return BREAKS.matcher(typed).replaceAll(" ").strip().replaceAll("\\s+", " ");
    }

    private static String clean(String typed) {
        return CONTROLS.matcher(typed.replace("\r\n", "\n").replace('\r', '\n')).replaceAll(" ");
    }

    private static Map<String, Object> front(String source) {
        return values(source.substring(FRONT.length(), ContentRecords.end(source)));
    }

    private static String below(String source) {
        return source.substring(ContentRecords.end(source) + FRONT.length());
    }

    private static Map<String, Object> values(String yaml) {
        return new LinkedHashMap<>(ContentRecords.values("text", yaml));
    }

    private static Map<String, Object> map(@Nullable Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> given) {
            given.forEach((key, one) -> map.put(String.valueOf(key), one));
        }
        return map;
    }

    private static List<Map<String, Object>> activities(Map<String, Object> values) {
        List<Map<String, Object>> activities = new ArrayList<>();
        if (values.get("activities") instanceof List<?> list) {
            list.forEach(one -> activities.add(map(one)));
        }
        return activities;
    }

    /** Every text on one line, so that none can end the block above a Markdown text. */
    private static String dump(Map<String, Object> values) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(Integer.MAX_VALUE);
        options.setSplitLines(false);
        options.setAllowUnicode(true);
        return new Yaml(options).dump(values);
    }
}
