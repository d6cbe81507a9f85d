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
        Addressee addressee = addressees.of(member);
        String refused = addressee.refused();
        return refused == null || addressee.refusedSeen()
                ? List.of()
                : List.of(new Note(
                        words("shared.app.name"),
                        words("notifications.note.when"),
                        words("notifications.note.refused", refused),
                        member.path(MessagesController.PAGE + "/address/seen")));
    }

    private String words(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
