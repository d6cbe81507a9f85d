package org.peercoach.notifications;

import org.peercoach.course.Member;
import org.peercoach.course.own.OwnPageProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The way to "Messages to me", from the page behind one's initials. */
@Component
class MessagesOwnPage implements OwnPageProvider {

    private final MessageSource messages;

    MessagesOwnPage(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public OwnPage page(Member member) {
        return new OwnPage(
                words("notifications.title"), words("notifications.about"), member.path(MessagesController.PAGE));
    }

    private String words(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
