package org.peercoach.training;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A text as coaches will see it. */
@Component
class TextPreview {

    private final TextRules rules;
    private final TrainingCatalog builtIn;

    TextPreview(TextRules rules, TrainingCatalog builtIn) {
        this.rules = rules;
        this.builtIn = builtIn;
    }

    /** Title and intro of an activity. */
    public record Named(int number, String title, String intro) {}

    /**
     * @param html a Markdown text as safe HTML, or null
     * @param box the box below a reading, or null
     * @param lead what comes first, or null
     */
    public record View(
            @Nullable String title,
            @Nullable String lead,
            @Nullable String html,
            @Nullable String box,
            List<String> points,
            List<Work.Line> scene,
            List<String> lines,
            List<Named> activities) {}

    /** Of a text without faults. */
    View of(EditableText text, String source) {
        ContentFiles files = rules.files(OwnTexts.of(text.file(), source));
        if (text.session() == 0) {
            HelpSheet sheet = files.sheet(text.key().substring("sheet-".length()));
            return view(sheet.title(), sheet.about(), sheet.html(), null, List.of());
        }
        SessionContent session = files.session(builtIn.title(text.session()).orElseThrow());
        return text.activity() == null
                ? session(session)
                : activity(session.activity(text.activity()).orElseThrow());
    }

    private static View session(SessionContent session) {
        return new View(
                session.title(),
                session.why(),
                null,
                null,
                session.outcomes(),
                List.of(),
                session.between().tasks(),
                session.activities().stream()
                        .map(one -> new Named(one.number(), one.title(), one.intro()))
                        .toList());
    }

    private static View activity(ActivityContent activity) {
        return switch (activity.work()) {
            case Work.Reading reading -> view(activity.title(), null, reading.html(), reading.take(), List.of());
            case Work.Reflection asked ->
                view(activity.title(), asked.label() + " – " + asked.help(), null, null, asked.begin());
            case Work.Scene scene ->
                new View(activity.title(), scene.setting(), null, null, List.of(), scene.lines(), List.of(), List.of());
            default -> {
                List<String> lines = new ArrayList<>();
                walk(activity.work(), lines);
                yield new View(activity.title(), activity.intro(), null, null, List.of(), List.of(), lines, List.of());
            }
        };
    }

    private static View view(
            String title, @Nullable String lead, @Nullable String html, @Nullable String box, List<String> points) {
        return new View(title, lead, html, box, points, List.of(), List.of(), List.of());
    }

    /** All words of a record in their order; keys are not for coaches. */
    private static void walk(@Nullable Object value, List<String> lines) {
        if (value instanceof List<?> list) {
            list.forEach(item -> walk(item, lines));
        } else if (value instanceof Record record) {
            for (RecordComponent part : record.getClass().getRecordComponents()) {
                part(record, part, lines);
            }
        } else if (value instanceof String text) {
            lines.add(text.replaceAll("<[^>]{0,200}>", " ").strip());
        }
    }

    private static void part(Record record, RecordComponent part, List<String> lines) {
        if (List.of("key", "box", "next", "back", "start", "sheet", "pair").contains(part.getName())) {
            return;
        }
        try {
            part.getAccessor().setAccessible(true);
            walk(part.getAccessor().invoke(record), lines);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + part, e);
        }
    }
}
