package org.peercoach.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of activities: which record tells the work of which kind. */
final class WorkFiles {

    private final ContentRecords records;

    WorkFiles(ContentRecords records) {
        this.records = records;
    }

    private record FrontMatter(String take) {}

    /** The work that a file tells, as an activity of this kind has it. */
    Work work(Kind kind, String file) {
        return switch (kind) {
            case READ -> reading(file);
            case WATCH -> records.read(file, Work.Scene.class);
            case REFLECT -> records.read(file, Work.Reflection.class);
            case CHECK -> records.read(file, Work.Check.class);
            case PRACTISE, PLAN, ARTEFACT -> typed(kind, file);
            case BOARD -> throw new IllegalStateException(file + ": " + kind + " has no file, name its room");
        };
    }

    /** Work whose sort stands in the file itself; a practice without one is a sorting. */
    private Work typed(Kind kind, String file) {
        Map<String, Object> values = records.values(file);
        Object type = values.remove("type");
        String named = String.valueOf(type == null && kind == Kind.PRACTISE ? "sort" : type);
        if (kind != Kind.PRACTISE && !named.equals("worksheet")) {
            throw new IllegalStateException(file + ": " + kind + " is a worksheet, not " + named);
        }
        return switch (named) {
            case "worksheet" -> records.convert(file, values, Work.Worksheet.class);
            case "sort" -> records.convert(file, values, Work.Sorting.class);
            case "rewrite" -> records.convert(file, values, Rewriting.class);
            case "dialogue" -> records.convert(file, values, Dialogue.class);
            case "rate" -> records.convert(file, withLessons(file, values), Rating.class);
            case "inventory" -> records.convert(file, values, Inventory.class);
            case "values" -> records.convert(file, values, ValueTest.class);
            case "protocol" -> records.convert(file, values, Protocol.class);
            default -> throw new IllegalStateException(file + ": there is no type " + named);
        };
    }

    /** Lessons to rate stand in files of their own, beside the one that names them. */
    private Map<String, Object> withLessons(String file, Map<String, Object> values) {
        String folder = file.substring(0, file.lastIndexOf('/') + 1);
        List<Object> lessons = new ArrayList<>();
        for (Object lesson : values.get("lessons") instanceof List<?> list ? list : List.of()) {
            Map<Object, Object> whole = new LinkedHashMap<>(lesson instanceof Map<?, ?> map ? map : Map.of());
            whole.put("html", records.html(folder + whole.remove("file")));
            lessons.add(whole);
        }
        values.put("lessons", lessons);
        return values;
    }

    private Work.Reading reading(String file) {
        ContentRecords.Fronted<FrontMatter> text = records.fronted(file, FrontMatter.class);
        return new Work.Reading(text.html(), text.front().take());
    }
}
