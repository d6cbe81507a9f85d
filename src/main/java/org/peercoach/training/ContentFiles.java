package org.peercoach.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peercoach.shared.Markdown;

/** The content files, built up into sessions and help sheets. */
class ContentFiles {

    static final String SHEETS = "sheets/";

    static final String SESSION = "session.yaml";

    private final String root;
    private final OwnTexts own;
    private final ContentRecords records;
    private final WorkFiles works;

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
        this.records = new ContentRecords(this::text, markdown);
        this.works = new WorkFiles(records);
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

    private record SheetList(List<String> sheets) {}

    private record SheetFront(String title, String about, List<Integer> sessions) {}

    List<SessionTitle> titles() {
        return records.read("sessions.yaml", Path.class).sessions();
    }

    SessionContent session(SessionTitle title) {
        String folder = title.folder() + "/";
        SessionFile file = records.read(folder + SESSION, SessionFile.class);
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
        records.read(folder + SESSION, SessionFile.class).activities().forEach(entry -> {
            if (entry.file() != null) {
                files.put(entry.id(), folder + entry.file());
            }
        });
        return files;
    }

    /** The help sheets, in the order of their list. */
    List<HelpSheet> sheets() {
        return records.read("sheets.yaml", SheetList.class).sheets().stream()
                .map(this::sheet)
                .toList();
    }

    HelpSheet sheet(String key) {
        ContentRecords.Fronted<SheetFront> file = records.fronted(SHEETS + key + ".md", SheetFront.class);
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
        return works.work(kind, file);
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
