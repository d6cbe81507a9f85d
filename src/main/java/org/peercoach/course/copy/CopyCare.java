package org.peercoach.course.copy;

import java.util.Optional;
import org.peercoach.course.CareProvider;
import org.peercoach.course.Member;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The way back to the answer about a copied course while it can be undone. */
@Component
class CopyCare implements CareProvider {

    private final OpenQuestions questions;
    private final Copies copies;
    private final MessageSource messages;

    CopyCare(OpenQuestions questions, Copies copies, MessageSource messages) {
        this.questions = questions;
        this.copies = copies;
        this.messages = messages;
    }

    @Override
    public Optional<CareLink> care(Member trainer) {
        if (!questions.of(trainer.course()).answered()) {
            return Optional.empty();
        }
        return copies.answer(trainer.course())
                .filter(Copies.AnswerView::undoable)
                .map(answer -> new CareLink(
                        messages.getMessage("course.copy.undo-there", null, LocaleContextHolder.getLocale()),
                        trainer.path("/copy")));
    }
}
