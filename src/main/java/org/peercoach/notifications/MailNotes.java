package org.peercoach.notifications;

import java.util.List;
import org.peercoach.course.Member;
import org.peercoach.course.notes.NoteProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Tells a person, on the first page, that their address does not work: a mail could not. */
@Component
class MailNotes implements NoteProvider {

    private final Addressees addressees;
    private final MessageSource messages;

    MailNotes(Addressees addressees, MessageSource messages) {
        this.addressees = addressees;
        this.messages = messages;
    }

    @Override
    public List<Note> notes(Member member) {
        return addressees
                .refused(member)
                .map(address -> new Note(
                        words("shared.app.name"),
                        words("notifications.note.when"),
                        words("notifications.note.refused", address),
                        member.path(MessagesController.PAGE + "/address/seen")))
                .map(List::of)
                .orElseGet(List::of);
    }

    private String words(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
