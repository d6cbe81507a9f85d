package org.peercoach.training;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.peercoach.shared.Settings;
import org.peercoach.shared.time.Times;
import org.peercoach.training.schedule.CalendarFile;
import org.peercoach.training.schedule.Meeting;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Meetings as calendars take them: no name of anybody, and the zone in words (ruling 33). */
@Component
class CalendarEvents {

    private final Catalogs catalogs;
    private final Settings settings;
    private final MessageSource messages;
    private final Clock clock;

    CalendarEvents(Catalogs catalogs, Settings settings, MessageSource messages, Clock clock) {
        this.catalogs = catalogs;
        this.settings = settings;
        this.messages = messages;
        this.clock = clock;
    }

    String file(List<Meeting> meetings, Locale locale) {
        return CalendarFile.of(
                messages.getMessage("training.calendar.name", null, locale),
                meetings.stream().map(meeting -> event(meeting, locale)).toList(),
                clock.instant());
    }

    private CalendarFile.Event event(Meeting meeting, Locale locale) {
        Object[] title = {
            meeting.session(),
            catalogs.whole(meeting.course())
                    .title(meeting.session())
                    .map(SessionTitle::shortTitle)
                    .orElse("")
        };
        return new CalendarFile.Event(
                "meeting-" + meeting.id() + "@" + settings.domain(),
                meeting.starts(),
                meeting.ends(),
                messages.getMessage("training.calendar.event", title, locale),
                description(meeting, locale),
                meeting.place() == null ? meeting.link() : meeting.place(),
                meeting.link(),
                meeting.sequence(),
                meeting.canceled(),
                meeting.changedAt());
    }

    private String description(Meeting meeting, Locale locale) {
        Times times = new Times(locale, meeting.zone(), null);
        Object[] args = {
            times.time(meeting.starts()),
            times.time(meeting.ends()),
            meeting.zone().getId()
        };
        String when = messages.getMessage("training.calendar.when", args, locale);
        return meeting.link() == null ? when : when + "\n" + meeting.link();
    }
}
