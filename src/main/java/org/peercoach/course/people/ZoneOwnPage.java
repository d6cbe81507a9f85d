package org.peercoach.course.people;

import java.util.Locale;
import org.peercoach.course.Member;
import org.peercoach.course.own.OwnPageProvider;
import org.peercoach.course.zone.Zones;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The way to the choice of a time zone, from the page behind one's initials. */
@Component
class ZoneOwnPage implements OwnPageProvider {

    private final MessageSource messages;

    ZoneOwnPage(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public OwnPage page(Member member) {
        Locale locale = LocaleContextHolder.getLocale();
        return new OwnPage(
                messages.getMessage("course.zone.title", null, locale),
                messages.getMessage("course.zone.about", new Object[] {Zones.said(member.zone(), locale)}, locale),
                member.path(ZoneController.PAGE));
    }
}
