package org.peercoach.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peercoach.shared.ProblemPage;
import org.peercoach.training.EditableText.Shape;
import org.springframework.stereotype.Component;

/** Everything that a district can say in its own words, as the content that ships names it. */
@Component
class EditableTexts {

    private final Map<String, EditableText> texts = new LinkedHashMap<>();
    private final TrainingCatalog builtIn;
    private final ContentFiles files;

    EditableTexts(TrainingCatalog builtIn, TextRules rules) {
        this.builtIn = builtIn;
        this.files = rules.files(OwnTexts.NONE);
        builtIn.titles().stream().filter(title -> title.folder() != null).forEach(this::session);
        builtIn.sheets().stream()
                .map(HelpSheet::key)
                .forEach(key ->
                        add(new EditableText("sheet-" + key, ContentFiles.SHEETS + key + ".md", Shape.SHEET, 0, null)));
    }

    private void session(SessionTitle title) {
        add(new EditableText(
                title.key(), title.folder() + "/" + ContentFiles.SESSION, Shape.SESSION, title.number(), null));
        SessionContent session = builtIn.session(title.number()).orElseThrow();
        files.files(title)
                .forEach((id, file) -> add(
                        new EditableText(id, file, shape(session.activity(id).orElseThrow()), title.number(), id)));
    }

    private static Shape shape(ActivityContent activity) {
        return switch (activity.kind()) {
            case READ -> Shape.READING;
            case REFLECT -> Shape.REFLECTION;
            default -> Shape.SOURCE;
        };
    }

    private void add(EditableText text) {
        texts.put(text.key(), text);
    }

    Optional<EditableText> text(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    /**
     * The text of an address.
     *
     * @throws ProblemPage.Thrown 404 if there is none
     */
    EditableText atAddress(String key) {
        return text(key).orElseThrow(ProblemPage::notHere);
    }

    /** The texts of a session, its own first; of the help sheets for 0. */
    List<EditableText> of(int session) {
        return texts.values().stream().filter(text -> text.session() == session).toList();
    }

    /** As it ships. */
    String source(EditableText text) {
        return files.text(text.file());
    }
}
