package org.peercoach.training;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.district.Administrator;
import org.peercoach.course.district.DistrictFigures;
import org.peercoach.shared.time.Times;
import org.peercoach.training.OwnTextRows.Draft;
import org.peercoach.training.OwnTextRows.Version;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page on which a district writes one text. */
@Component
class TextPage {

    private final EditableTexts all;
    private final OwnTextRows rows;
    private final DistrictTexts texts;
    private final Catalogs catalogs;
    private final TextPreview preview;
    private final FormWords words;
    private final DistrictFigures figures;
    private final Clock clock;

    TextPage(
            EditableTexts all,
            OwnTextRows rows,
            DistrictTexts texts,
            Catalogs catalogs,
            TextPreview preview,
            FormWords words,
            DistrictFigures figures,
            Clock clock) {
        this.words = words;
        this.clock = clock;
        this.all = all;
        this.rows = rows;
        this.texts = texts;
        this.catalogs = catalogs;
        this.preview = preview;
        this.figures = figures;
    }

    /**
     * @param kindKey message key of what it is
     * @param version of the text that holds, or 0 for the built-in one
     * @param revision of the draft that the form goes on with, 0 for none
     * @param saved when the draft was saved, or null
     * @param seen number of the newest publishing: what is published over another one is refused
     * @param source whether it is the text of a file rather than a form
     * @param file whether it has a form and is written as a file all the same
     * @param form whether it has a form of its own
     * @param published whether there is anything to bring back the built-in text from
     */
    public record EditorView(
            String action,
            String title,
            String kindKey,
            int version,
            int revision,
            @Nullable String saved,
            int seen,
            boolean source,
            boolean file,
            boolean form,
            boolean published,
            List<TextFields.FieldView> fields) {}

    /** @param by a name, or null for the operator and for those who have gone */
    public record VersionRow(
            int number, String at, @Nullable String by, boolean builtIn, boolean current) {}

    /** @param address as it was typed, or as it holds */
    public record FilmView(String address, boolean there, boolean wrong) {}

    /** The page with what is saved. */
    String show(Administrator who, EditableText text, Model model) {
        return show(who, text, texts.edited(who.district(), text), model);
    }

    /** The page with this text in its fields. */
    String show(Administrator who, EditableText asked, String source, Model model) {
        EditableText text = readable(asked, source);
        boolean form = form(text) != EditableText.Shape.SOURCE;
        boolean file = text.shape() == EditableText.Shape.SOURCE;
        List<Version> history = rows.history(who.district(), text.key());
        Draft draft = rows.draft(who.district(), text.key()).orElse(null);
        int version = version(history);
        model.addAttribute("administrator", who);
        model.addAttribute(
                "editor",
                new EditorView(
                        who.path(text.path()),
                        title(who.district(), text),
                        kind(text),
                        version,
                        draft == null ? 0 : draft.revision(),
                        draft == null
                                ? null
                                : Times.of(who.zone(), clock.instant()).saved(draft.at()),
                        history.isEmpty() ? 0 : history.getFirst().number(),
                        file,
                        form && file,
                        form,
                        version > 0,
                        TextFields.of(text.shape(), source)));
        model.addAttribute("history", history(who, history));
        if (!model.containsAttribute("faults")) {
            model.addAttribute("faults", List.of());
            model.addAttribute("fieldFaults", List.of());
            model.addAttribute("leftOut", List.of());
        }
        if (!model.containsAttribute("film")) {
            model.addAttribute("film", film(who.district(), text));
        }
        return "training/district-text";
    }

    /** A text that its form cannot show is shown as the text of its file, to be mended there. */
    private static EditableText readable(EditableText text, String source) {
        try {
            TextFields.of(text.shape(), source);
            return text;
        } catch (RuntimeException broken) {
            return text.asFile();
        }
    }

    /** What a text looks like, or what is wrong with it; whether it can be published. */
    boolean judge(Administrator who, EditableText text, String source, Model model) {
        List<String> faults = texts.faults(who.district(), text, source);
        List<FormWords.FieldFault> fields = faults.isEmpty() ? List.of() : words.faults(readable(text, source), source);
        model.addAttribute("fieldFaults", fields);
        model.addAttribute("faults", fields.isEmpty() ? TextFaults.of(faults, shown(text, source)) : List.of());
        model.addAttribute("shown", faults.isEmpty() ? preview.of(text, source) : null);
        model.addAttribute("leftOut", faults.isEmpty() ? words.leftOut(form(text), source) : List.of());
        return faults.isEmpty();
    }

    /** The form that it has, though it may be written as a file. */
    private EditableText.Shape form(EditableText text) {
        return all.text(text.key()).orElseThrow().shape();
    }

    /** Lines are told of the file's text; the form of another shape does not show them. */
    private static String shown(EditableText text, String source) {
        return text.shape() == EditableText.Shape.SOURCE ? source : "";
    }

    private static int version(List<Version> history) {
        return history.isEmpty() || history.getFirst().body() == null
                ? 0
                : history.getFirst().number();
    }

    String title(long district, EditableText text) {
        TrainingCatalog catalog = catalogs.district(district);
        if (text.session() == 0) {
            return catalog.sheet(text.key().substring("sheet-".length()))
                    .map(HelpSheet::title)
                    .orElse(text.key());
        }
        SessionContent session = catalog.session(text.session()).orElseThrow();
        return Optional.ofNullable(text.activity())
                .flatMap(session::activity)
                .map(ActivityContent::title)
                .orElse(session.title());
    }

    String kind(EditableText text) {
        if (text.session() == 0) {
            return "training.text.kind.sheet";
        }
        return Optional.ofNullable(text.activity())
                .flatMap(id -> catalogs.builtIn().session(text.session()).flatMap(session -> session.activity(id)))
                .map(activity -> "training.kind." + activity.kind())
                .orElse("training.text.kind.session");
    }

    private @Nullable FilmView film(long district, EditableText text) {
        boolean scene = Optional.ofNullable(text.activity())
                .flatMap(id -> catalogs.builtIn().session(text.session()).flatMap(session -> session.activity(id)))
                .filter(activity -> activity.work() instanceof Work.Scene)
                .isPresent();
        if (!scene) {
            return null;
        }
        String address = rows.newest(district, EditableText.film(text.key()))
                .flatMap(version -> Optional.ofNullable(version.body()))
                .orElse("");
        return new FilmView(address, !address.isEmpty(), false);
    }

    private List<VersionRow> history(Administrator who, List<Version> history) {
        Map<Long, String> names = names(who, history.stream().map(Version::by).toList());
        int newest = history.isEmpty() ? 0 : history.getFirst().number();
        Times times = Times.withYear(who.zone());
        return history.stream()
                .map(one -> new VersionRow(
                        one.number(),
                        times.moment(one.at()),
                        names.get(one.by()),
                        one.body() == null,
                        one.number() == newest))
                .toList();
    }

    private Map<Long, String> names(Administrator who, Collection<Long> people) {
        return new HashMap<>(
                figures.names(who.district(), people.stream().distinct().toList()));
    }
}
