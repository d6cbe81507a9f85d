package org.peercoach.training;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.CourseId;
import org.peercoach.course.Member;
import org.peercoach.shared.time.Times;
import org.peercoach.training.schedule.Meeting;
import org.peercoach.training.schedule.Meetings;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What is scheduled, in each reader's own time. */
@Component
class Agenda {

    private final Meetings meetings;
    private final MessageSource messages;
    private final Clock clock;

    Agenda(Meetings meetings, MessageSource messages, Clock clock) {
        this.messages = messages;
        this.meetings = meetings;
        this.clock = clock;
    }

    /**
     * A meeting as a page shows it.
     *
     * @param when day, times and the zone in which they are meant
     * @param past whether it is over
     * @param noted whether it can be noted by now who is there
     * @param ics where its calendar file is
     */
    public record MeetingView(
            long id,
            int session,
            String when,
            @Nullable String place,
            @Nullable String link,
            boolean past,
            boolean noted,
            boolean canceled,
            String ics) {}

    /** Those that take place, by session and time; one statement. */
    Map<Integer, List<MeetingView>> bySession(Member reader) {
        return all(reader).stream()
                .filter(meeting -> !meeting.canceled())
                .collect(Collectors.groupingBy(MeetingView::session));
    }

    /** All of the reader's course, canceled ones included. */
    List<MeetingView> all(Member reader) {
        return of(reader.course()).stream()
                .map(meeting -> view(meeting, reader))
                .toList();
    }

    List<Meeting> of(CourseId course) {
        return meetings.of(course);
    }

    MeetingView view(Meeting meeting, Member reader) {
        return new MeetingView(
                meeting.id(),
                meeting.session(),
                when(meeting, reader.zone()),
                meeting.place(),
                meeting.link(),
                meeting.ends().isBefore(clock.instant()),
                meeting.canBeNoted(clock.instant()),
                meeting.canceled(),
                reader.path("/training/schedule/" + meeting.id() + ".ics"));
    }

    /** Such as "Tuesday, December 8, 2026, 3:30 PM – 5:00 PM (EST)". */
    private String when(Meeting meeting, ZoneId readers) {
        Times times = Times.withYear(readers);
        LocalDate first = times.date(meeting.starts());
        LocalDate last = times.date(meeting.ends());
        String from = times.time(meeting.starts());
        String to = times.time(meeting.ends());
        String zone = times.zone(meeting.starts());
        return first.equals(last)
                ? words("training.meeting.when", times.weekday(first), from, to, zone)
                : words("training.meeting.when.days", times.weekday(first), from, times.weekday(last), to, zone);
    }

    private String words(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
