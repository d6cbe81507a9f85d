package org.peercoach.training;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.zone.Zones;
import org.peercoach.training.schedule.Meeting;
import org.peercoach.training.schedule.NewMeeting;

/**
 * What the form of a meeting sent, or shows; public for the template.
 *
 * @param faults message keys of what is wrong, by field
 */
public record MeetingForm(
        String session,
        String date,
        String start,
        String end,
        String zone,
        String place,
        String link,
        Map<String, String> faults) {

    static final int LONGEST_PLACE = 200;
    private static final int LONGEST_LINK = 1000;
    private static final int LONGEST_HOURS = 24;

    /** A new one in this zone. */
    static MeetingForm empty(ZoneId zone, int session) {
        return new MeetingForm(Integer.toString(session), "", "", "", Zones.listed(zone), "", "", Map.of());
    }

    /** As a meeting stands. */
    static MeetingForm of(Meeting meeting) {
        return new MeetingForm(
                Integer.toString(meeting.session()),
                meeting.starts().atZone(meeting.zone()).toLocalDate().toString(),
                field(meeting.starts(), meeting.zone()),
                field(meeting.ends(), meeting.zone()),
                Zones.listed(meeting.zone()),
                meeting.place() == null ? "" : meeting.place(),
                meeting.link() == null ? "" : meeting.link(),
                Map.of());
    }

    /** As a field for times holds it, whatever the browser shows: "15:30". */
    private static String field(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString();
    }

    static MeetingForm of(Map<String, String> sent) {
        return new MeetingForm(
                field(sent, "session"),
                field(sent, "date"),
                field(sent, "start"),
                field(sent, "end"),
                field(sent, "zone"),
                field(sent, "place"),
                field(sent, "link"),
                Map.of());
    }

    private static String field(Map<String, String> sent, String name) {
        return sent.getOrDefault(name, "").strip();
    }

    MeetingForm with(Map<String, String> found) {
        return new MeetingForm(session, date, start, end, zone, place, link, Map.copyOf(found));
    }

    /** What it stands for, or the same form with what is wrong. */
    sealed interface Reading {
        record Good(NewMeeting meeting) implements Reading {}

        record Wrong(MeetingForm form) implements Reading {}
    }

    Reading read(List<Integer> sessions) {
        Map<String, String> wrong = new LinkedHashMap<>();
        if (sessions.stream().noneMatch(number -> session.equals(number.toString()))) {
            wrong.put("session", "training.meeting.fault.session");
        }
        LocalDate day = parsed("date", date, LocalDate::parse, wrong);
        if (day != null && (day.getYear() < 2000 || day.getYear() > 2200)) {
            wrong.put("date", "training.meeting.fault.date.year");
        }
        LocalTime from = parsed("start", start, LocalTime::parse, wrong);
        LocalTime to = parsed("end", end, LocalTime::parse, wrong);
        ZoneId where = Zones.isListed(zone) ? ZoneId.of(zone) : null;
        if (where == null) {
            wrong.put("zone", "training.meeting.fault.zone");
        }
        if (place.length() > LONGEST_PLACE) {
            wrong.put("place", "training.meeting.fault.place");
        }
        if (!link.isEmpty() && !isHttps(link)) {
            wrong.put("link", "training.meeting.fault.link");
        }
        if (!wrong.isEmpty() || day == null || from == null || to == null || where == null) {
            return new Reading.Wrong(with(wrong));
        }
        return read(new Span(day, from, to, where));
    }

    private record Span(LocalDate day, LocalTime from, LocalTime to, ZoneId zone) {}

    /** A meeting that ends earlier than it begins ends on the next day. */
    private Reading read(Span times) {
        ZonedDateTime starts = ZonedDateTime.of(times.day(), times.from(), times.zone());
        LocalDate last =
                times.to().isAfter(times.from()) ? times.day() : times.day().plusDays(1);
        ZonedDateTime ends = ZonedDateTime.of(last, times.to(), times.zone());
        if (times.from().equals(times.to()) || ends.isAfter(starts.plusHours(LONGEST_HOURS / 2))) {
            return new Reading.Wrong(with(Map.of("end", "training.meeting.fault.end")));
        }
        // A time that the clocks leave out in spring would silently become another one.
        if (!starts.toLocalTime().equals(times.from())) {
            return new Reading.Wrong(with(Map.of("start", "training.meeting.fault.gap")));
        }
        if (!ends.toLocalTime().equals(times.to())) {
            return new Reading.Wrong(with(Map.of("end", "training.meeting.fault.gap")));
        }
        return new Reading.Good(new NewMeeting(
                Integer.parseInt(session),
                starts.toInstant(),
                ends.toInstant(),
                times.zone(),
                place.isEmpty() ? null : place,
                link.isEmpty() ? null : link));
    }

    private interface Parser<T> {
        T parse(String text);
    }

    private static <T> @Nullable T parsed(String field, String text, Parser<T> parser, Map<String, String> wrong) {
        try {
            return parser.parse(text);
        } catch (DateTimeException e) {
            wrong.put(field, "training.meeting.fault." + field + ".none");
            return null;
        }
    }

    private static boolean isHttps(String text) {
        try {
            URI uri = new URI(text);
            return text.length() <= LONGEST_LINK
                    && "https".equalsIgnoreCase(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
