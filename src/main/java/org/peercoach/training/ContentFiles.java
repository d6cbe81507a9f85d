package org.peercoach.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peercoach.shared.Markdown;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Reads the content files into typed records. A key that no record knows is a fault. */
class ContentFiles {

    private static final String ROOT = "content/training/";
    private static final String FRONT = "---\n";

    private final Markdown markdown;
    private final JsonMapper mapper = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    ContentFiles(Markdown markdown) {
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

    List<SessionTitle> titles() {
        return read("sessions.yaml", Path.class).sessions();
    }

    SessionContent session(SessionTitle title) {
        String folder = title.folder() + "/";
        SessionFile file = read(folder + "session.yaml", SessionFile.class);
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
                entry.version(),
                entry.doneWhen(),
                work(folder, entry),
                entry.room());
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
        Map<String, Object> values = values(text(file));
        Object type = values.remove("type");
        String named = String.valueOf(type == null && kind == Kind.PRACTISE ? "sort" : type);
        if (kind != Kind.PRACTISE && !named.equals("worksheet")) {
            throw new IllegalStateException(file + ": " + kind + " is a worksheet, not " + named);
        }
        return switch (named) {
            case "worksheet" -> convert(file, values, Work.Worksheet.class);
            case "sort" -> convert(file, values, Work.Sorting.class);
            default -> throw new IllegalStateException(file + ": there is no type " + named);
        };
    }

    /** Markdown that begins with a block between two lines of three dashes. */
    private Work.Reading reading(String file) {
        String text = text(file);
        int end = text.indexOf(FRONT, FRONT.length());
        if (!text.startsWith(FRONT) || end < 0) {
            throw new IllegalStateException(file + " does not begin with a block between --- lines");
        }
        FrontMatter front = convert(file, values(text.substring(FRONT.length(), end)), FrontMatter.class);
        return new Work.Reading(markdown.html(text.substring(end + FRONT.length())), front.take());
    }

    private <T> T read(String file, Class<T> type) {
        return convert(file, values(text(file)), type);
    }

    private static Map<String, Object> values(String yaml) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
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

    private static String text(String file) {
        try (InputStream in = ContentFiles.class.getClassLoader().getResourceAsStream(ROOT + file)) {
            if (in == null) {
                throw new IllegalStateException("there is no content file " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
