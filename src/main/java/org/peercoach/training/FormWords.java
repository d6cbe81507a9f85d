package org.peercoach.training;

import java.util.List;
import org.peercoach.shared.Markdown;
import org.springframework.stereotype.Component;

/** What is to be said about a text that is written in a form, in the words of that form. */
@Component
class FormWords {

    private static final String MARKDOWN = "text";
    private static final String NUMBER = "min-words";

    private final Markdown markdown;

    FormWords(Markdown markdown) {
        this.markdown = markdown;
    }

    /** @param whyKey message key of what is wrong with the field */
    public record FieldFault(TextFields.FieldView field, String whyKey) {}

    /** The fields that cannot stay as they are; none for the text of a file, which has lines. */
    List<FieldFault> faults(EditableText text, String source) {
        return text.shape() == EditableText.Shape.SOURCE
                ? List.of()
                : TextFields.of(text.shape(), source).stream()
                        .filter(this::wrong)
                        .map(field -> new FieldFault(field, "training.text.fault." + kind(field)))
                        .toList();
    }

    private static String kind(TextFields.FieldView field) {
        return field.name().equals(NUMBER) ? "number" : "empty";
    }

    private boolean wrong(TextFields.FieldView field) {
        return switch (field.name()) {
            case NUMBER -> !field.value().matches("0*[1-9][0-9]{0,3}");
            case MARKDOWN ->
                markdown.html(field.value()).replaceAll("<[^>]*>", "").isBlank();
            default -> field.value().isBlank();
        };
    }

    /** Message keys of what its Markdown asks for and no page shows; none where there is no Markdown. */
    List<String> leftOut(EditableText.Shape form, String source) {
        return form != EditableText.Shape.READING && form != EditableText.Shape.SHEET
                ? List.of()
                : TextFields.of(form, source).stream()
                        .filter(field -> field.name().equals(MARKDOWN))
                        .flatMap(field -> markdown.leftOut(field.value()).stream())
                        .map(one -> "training.text.left-out." + one)
                        .toList();
    }
}
