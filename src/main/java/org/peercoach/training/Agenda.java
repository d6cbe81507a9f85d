package org.peercoach.training;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.CourseId;
import org.peercoach.course.Member;
import org.peercoach.training.schedule.Meeting;
import org.peercoach.training.schedule.Meetings;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What is scheduled, in each reader's own time. */
@Component
class Agenda {

    private final Meetings meetings;
    private final Clock clock;

    Agenda(Meetings meetings, Clock clock) {
        this.meetings = meetings;
        this.clock = clock;
    }

    /**
     * A meeting as a page shows it.
     *
     * @param when day, times and the zone in which they are meant
     * @param past whether it is over
     * @param ics where its calendar file is
     */
    public record MeetingView(
            long id,
            int session,
            String when,
            @Nullable String place,
            @Nullable String link,
            boolean past,
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
        return of(reader.course()).stream().map(meeting -> view(meeting, reader)).toList();
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
                meeting.canceled(),
                reader.path("/training/schedule/" + meeting.id() + ".ics"));
    }

    /** Such as "Tuesday, 8 December 2026, 15:30 to 17:00 (EST)". */
    private static String when(Meeting meeting, ZoneId readers) {
        ZoneId zone = readers.equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : readers; // says "UTC" and not "Z"
        Locale locale = LocaleContextHolder.getLocale();
        LocalDate first = meeting.starts().atZone(zone).toLocalDate();
        LocalDate last = meeting.ends().atZone(zone).toLocalDate();
        String until = first.equals(last) ? "H:mm" : "EEEE, d MMMM yyyy, H:mm";
        return say(meeting.starts(), "EEEE, d MMMM yyyy, H:mm", zone, locale)
                + " – "
                + say(meeting.ends(), until, zone, locale)
                + say(meeting.starts(), " (zzz)", zone, locale);
    }

    private static String say(Instant at, String pattern, ZoneId zone, Locale locale) {
        return DateTimeFormatter.ofPattern(pattern, locale).withZone(zone).format(at);
    }
}
