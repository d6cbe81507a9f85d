package org.peercoach.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peercoach.shared.Markdown;
import org.springframework.stereotype.Component;

/** What must hold of a district's own text: the rules of what ships, and nothing changes that points or addresses hang on. */
@Component
class TextRules {

    static final int LONGEST = 100_000;

    private final TrainingCatalog builtIn;
    private final Markdown markdown;

    TextRules(TrainingCatalog builtIn, Markdown markdown) {
        this.builtIn = builtIn;
        this.markdown = markdown;
    }

    /**
     * What a district has published in the place of a text.
     *
     * @param held what holds now, or null for the built-in text
     * @param published all texts that ever held
     */
    record Past(@Nullable String held, List<String> published) {
        static final Past NONE = new Past(null, List.of());
    }

    /** The content files with these texts over them. */
    ContentFiles files(OwnTexts own) {
        return new ContentFiles(own, markdown);
    }

    /** Every broken rule of one text, laid alone over what is built in; empty when it can be published. */
    List<String> faults(String file, String text) {
        if (text.length() > LONGEST) {
            return List.of("longer than " + LONGEST + " characters");
        }
        ContentFiles files = files(OwnTexts.of(file, text));
        try {
            return file.startsWith(ContentFiles.SHEETS) ? sheet(files, file) : session(files, file);
        } catch (RuntimeException | StackOverflowError e) { // whatever makes the readers stumble is the text's fault
            return List.of(said(e));
        }
    }

    /**
     * The same of a text that is to follow others.
     *
     * @param past what the district has published in its place until now
     */
    List<String> faults(String file, String text, Past past) {
        List<String> faults = new ArrayList<>(faults(file, text));
        if (faults.isEmpty()) {
            activity(file).ifPresent(activity -> {
                Work own = files(OwnTexts.of(file, text)).work(activity.kind(), file);
                Set<String> partners = past.published().stream()
                        .flatMap(earlier -> work(activity, file, earlier).stream())
                        .flatMap(earlier -> AnswerKeys.partners(earlier).stream())
                        .collect(Collectors.toSet());
                colleagues(faults, activity.id(), partners, own);
                Map<String, String> keys = new TreeMap<>(AnswerKeys.of(activity.work()));
                Optional.ofNullable(past.held())
                        .flatMap(held -> work(activity, file, held))
                        .ifPresent(held -> keys.putAll(AnswerKeys.of(held)));
                AnswerKeys.gone(keys, own).forEach(fault -> faults.add(activity.id() + " " + fault));
            });
        }
        return faults;
    }

    /** The activity whose work a file tells; none for help sheets and for a session's own words. */
    private Optional<ActivityContent> activity(String file) {
        ContentFiles shipped = files(OwnTexts.NONE);
        return title(file).stream()
                .flatMap(title -> shipped.files(title).entrySet().stream()
                        .filter(entry -> entry.getValue().equals(file))
                        .flatMap(entry ->
                                builtIn.session(title.number()).orElseThrow().activity(entry.getKey()).stream()))
                .findFirst();
    }

    /** What an earlier text told; it may break a rule of today. */
    private Optional<Work> work(ActivityContent activity, String file, String text) {
        try {
            return Optional.of(files(OwnTexts.of(file, text)).work(activity.kind(), file));
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<SessionTitle> title(String file) {
        return builtIn.titles().stream()
                .filter(one -> one.folder() != null && file.startsWith(one.folder() + "/"))
                .findFirst();
    }

    private static String said(Throwable e) {
        return e.getMessage() == null ? "cannot be read" : e.getMessage();
    }

    private List<String> sheet(ContentFiles files, String file) {
        HelpSheet own = files.sheet(key(file));
        List<String> faults = new ArrayList<>(SheetRules.faults(List.of(own), List.of()));
        HelpSheet before = builtIn.sheet(own.key()).orElseThrow();
        stays(faults, "sessions", before.sessions(), own.sessions());
        return faults;
    }

    private static String key(String file) {
        return file.substring(ContentFiles.SHEETS.length(), file.length() - ".md".length());
    }

    private List<String> session(ContentFiles files, String file) {
        SessionTitle title = title(file).orElseThrow();
        SessionContent own = files.session(title);
        List<String> faults = new ArrayList<>(ContentRules.faults(own));
        if (faults.isEmpty()) {
            faults.addAll(SheetRules.faults(builtIn.sheets(), List.of(own)));
            same(faults, builtIn.session(title.number()).orElseThrow(), own);
            sameFiles(faults, files(OwnTexts.NONE).files(title), files.files(title));
        }
        return faults;
    }

    private static void same(List<String> faults, SessionContent before, SessionContent own) {
        stays(faults, "number", before.number(), own.number());
        stays(faults, "minutes", before.minutes(), own.minutes());
        stays(faults, "points", before.points(), own.points());
        stays(faults, "activities", ids(before), ids(own));
        if (faults.isEmpty()) {
            before.activities()
                    .forEach(one -> same(faults, one, own.activity(one.id()).orElseThrow()));
        }
    }

    private static List<String> ids(SessionContent session) {
        return session.activities().stream().map(ActivityContent::id).toList();
    }

    private static void same(List<String> faults, ActivityContent before, ActivityContent own) {
        String id = before.id() + " ";
        stays(faults, id + "kind", before.kind(), own.kind());
        stays(faults, id + "minutes", before.minutes(), own.minutes());
        stays(faults, id + "points", before.points(), own.points());
        stays(faults, id + "required", before.required(), own.required());
        stays(faults, id + "live", before.live(), own.live());
        stays(faults, id + "version", before.version(), own.version());
        stays(faults, id + "room", name(before.room()), name(own.room()));
        stays(faults, id + "type", before.work().getClass(), own.work().getClass());
        colleagues(faults, before.id(), AnswerKeys.partners(before.work()), own.work());
        if (before.work() instanceof Work.Survey) {
            stays(faults, id + "survey", before.work(), own.work());
        }
    }

    /** What was written about a colleague is never shown to trainers, and no wording opens it. */
    private static void colleagues(List<String> faults, String id, Set<String> partners, Work own) {
        Set<String> open = AnswerKeys.open(own);
        partners.stream()
                .filter(open::contains)
                .sorted()
                .forEach(field -> faults.add(id + " " + field + " is about a colleague: it keeps partner: true"));
    }

    private static String name(Work.@Nullable Room room) {
        return room == null ? "none" : room.name();
    }

    private static void sameFiles(List<String> faults, Map<String, String> before, Map<String, String> own) {
        before.forEach((id, file) -> stays(faults, id + " file", file, own.getOrDefault(id, "none")));
    }

    private static void stays(List<String> faults, String what, @Nullable Object before, @Nullable Object own) {
        if (!Objects.equals(before, own)) {
            faults.add(what + " stays as it is built in: " + before);
        }
    }
}
