package org.peercoach.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peercoach.shared.Markdown;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Reads the content files into typed records. A key that no record knows is a fault. */
class ContentFiles {

    static final String SHEETS = "sheets/";

    static final String SESSION = "session.yaml";

    private static final String FRONT = "---\n";

    private final String root;
    private final OwnTexts own;
    private final Markdown markdown;
    private final JsonMapper mapper = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** The content that ships. */
    ContentFiles(Markdown markdown) {
        this(OwnTexts.NONE, markdown);
    }

    /** The content that ships, with a district's own texts over it. */
    ContentFiles(OwnTexts own, Markdown markdown) {
        this("content/training/", own, markdown);
    }

    /** @param root the folder of the content among the resources, with a slash at its end */
    ContentFiles(String root, Markdown markdown) {
        this(root, OwnTexts.NONE, markdown);
    }

    private ContentFiles(String root, OwnTexts own, Markdown markdown) {
        this.root = root;
        this.own = own;
        this.markdown = markdown;
    }

    private record Path(List<SessionTitle> sessions) {}

    private record SessionFile(
            int number,
            String title,
            String shortTitle,
            int minutes,
            int points,
            String why,
            List<String> outcomes,
            List<SessionContent.Tool> tools,
            SessionContent.Between between,
            SessionContent.TrainerNotes trainer,
            List<ActivityEntry> activities) {}

    private record ActivityEntry(
            String id,
            Kind kind,
            String title,
            String intro,
            int minutes,
            int points,
            boolean required,
            boolean live,
            int version,
            String doneWhen,
            @Nullable String file,
            Work.@Nullable Room room,
            Work.@Nullable Survey survey) {}

    private record FrontMatter(String take) {}

    private record SheetList(List<String> sheets) {}

    private record SheetFront(String title, String about, List<Integer> sessions) {}

    /** Markdown below a block of values. */
    private record Fronted<T>(T front, String html) {}

    List<SessionTitle> titles() {
        return read("sessions.yaml", Path.class).sessions();
    }

    SessionContent session(SessionTitle title) {
        String folder = title.folder() + "/";
        SessionFile file = read(folder + SESSION, SessionFile.class);
        return new SessionContent(
                file.number(),
                file.title(),
                file.shortTitle(),
                file.minutes(),
                file.points(),
                file.why(),
                file.outcomes(),
                file.tools(),
                file.between(),
                file.trainer(),
                file.activities().stream().map(entry -> activity(folder, entry)).toList());
    }

    /** The files of a session's activities that have one, by id. */
    Map<String, String> files(SessionTitle title) {
        String folder = title.folder() + "/";
        Map<String, String> files = new LinkedHashMap<>();
        read(folder + SESSION, SessionFile.class).activities().forEach(entry -> {
            if (entry.file() != null) {
                files.put(entry.id(), folder + entry.file());
            }
        });
        return files;
    }

    /** The help sheets, in the order of their list. */
    List<HelpSheet> sheets() {
        return read("sheets.yaml", SheetList.class).sheets().stream()
                .map(this::sheet)
                .toList();
    }

    HelpSheet sheet(String key) {
        Fronted<SheetFront> file = fronted(SHEETS + key + ".md", SheetFront.class);
        SheetFront front = file.front();
        return new HelpSheet(key, front.title(), front.about(), front.sessions(), file.html());
    }

    private ActivityContent activity(String folder, ActivityEntry entry) {
        return new ActivityContent(
                entry.id(),
                entry.kind(),
                entry.title(),
                entry.intro(),
                entry.minutes(),
                entry.points(),
                entry.required(),
                entry.live(),
                entry.version() + own.answers(folder + entry.file()),
                entry.doneWhen(),
                withVideo(entry.id(), work(folder, entry)),
                entry.room());
    }

    private Work withVideo(String id, Work work) {
        return work instanceof Work.Scene scene ? scene.with(own.videos().get(id)) : work;
    }

    private Work work(String folder, ActivityEntry entry) {
        if (entry.file() != null) {
            return work(entry.kind(), folder + entry.file());
        }
        if (entry.survey() != null) {
            return entry.survey();
        }
        if (entry.room() == null) {
            throw new IllegalStateException(folder + "session.yaml: " + entry.id() + " has neither file nor room");
        }
        return entry.room();
    }

    /** The work that a file tells, as an activity of this kind has it. */
    Work work(Kind kind, String file) {
        return switch (kind) {
            case READ -> reading(file);
            case WATCH -> read(file, Work.Scene.class);
            case REFLECT -> read(file, Work.Reflection.class);
            case CHECK -> read(file, Work.Check.class);
            case PRACTISE, PLAN, ARTEFACT -> typed(kind, file);
            case BOARD -> throw new IllegalStateException(file + ": " + kind + " has no file, name its room");
        };
    }

    /** Work whose sort stands in the file itself; a practice without one is a sorting. */
    private Work typed(Kind kind, String file) {
        Map<String, Object> values = values(file, text(file));
        Object type = values.remove("type");
        String named = String.valueOf(type == null && kind == Kind.PRACTISE ? "sort" : type);
        if (kind != Kind.PRACTISE && !named.equals("worksheet")) {
            throw new IllegalStateException(file + ": " + kind + " is a worksheet, not " + named);
        }
        return switch (named) {
            case "worksheet" -> convert(file, values, Work.Worksheet.class);
            case "sort" -> convert(file, values, Work.Sorting.class);
            case "rewrite" -> convert(file, values, Rewriting.class);
            case "dialogue" -> convert(file, values, Dialogue.class);
            case "rate" -> convert(file, withLessons(file, values), Rating.class);
            case "inventory" -> convert(file, values, Inventory.class);
            case "values" -> convert(file, values, ValueTest.class);
            case "protocol" -> convert(file, values, Protocol.class);
            default -> throw new IllegalStateException(file + ": there is no type " + named);
        };
    }

    /** Lessons to rate stand in files of their own, beside the one that names them. */
    private Map<String, Object> withLessons(String file, Map<String, Object> values) {
        String folder = file.substring(0, file.lastIndexOf('/') + 1);
        List<Object> lessons = new ArrayList<>();
        for (Object lesson : values.get("lessons") instanceof List<?> list ? list : List.of()) {
            Map<Object, Object> whole = new LinkedHashMap<>(lesson instanceof Map<?, ?> map ? map : Map.of());
            whole.put("html", markdown.html(text(folder + whole.remove("file"))));
            lessons.add(whole);
        }
        values.put("lessons", lessons);
        return values;
    }

    private Work.Reading reading(String file) {
        Fronted<FrontMatter> text = fronted(file, FrontMatter.class);
        return new Work.Reading(text.html(), text.front().take());
    }

    /** Markdown that begins with a block between two lines of three dashes. */
    private <T> Fronted<T> fronted(String file, Class<T> type) {
        String text = text(file);
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

    private <T> T read(String file, Class<T> type) {
        return convert(file, values(file, text(file)), type);
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
    private <T> T convert(String file, Map<String, Object> values, Class<T> type) {
        if (values.get("record") instanceof Map<?, ?> record && record.keySet().equals(Set.of("groups"))) {
            values.put("record", record.get("groups"));
        }
        try {
            return mapper.convertValue(values, type);
        } catch (JacksonException e) {
            throw new IllegalStateException(file + ": " + e.getOriginalMessage(), e);
        }
    }

    /** The text of a file below the root. */
    String text(String file) {
        if (file.contains("..")) {
            throw new IllegalStateException("there is no content file " + file);
        }
        String ours = own.file(file);
        return ours == null ? builtIn(file) : ours;
    }

    private String builtIn(String file) {
        try (InputStream in = ContentFiles.class.getClassLoader().getResourceAsStream(root + file)) {
            if (in == null) {
                throw new IllegalStateException("there is no content file " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
