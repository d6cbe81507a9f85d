package org.peercoach.training.schedule;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes calendars (RFC 5545). All times are UTC, so no file has to explain a zone. */
public final class CalendarFile {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    /** RFC 5545, 3.1: octets of a line, without its end. */
    private static final int LONGEST_LINE = 75;

    private final StringBuilder out = new StringBuilder();

    private CalendarFile() {}

    /**
     * One event.
     *
     * @param uid the same for ever, and nobody else's (3.8.4.7)
     * @param url an address of its own, or null
     * @param sequence counts up with every change (3.8.7.4)
     */
    public record Event(
            String uid,
            Instant starts,
            Instant ends,
            String summary,
            @Nullable String description,
            @Nullable String location,
            @Nullable String url,
            int sequence,
            boolean canceled,
            Instant changedAt) {}

    /**
     * The whole file.
     *
     * @param name what calendars call it
     * @param now when it is made (DTSTAMP, 3.8.7.2)
     */
    public static String of(String name, List<Event> events, Instant now) {
        CalendarFile file = new CalendarFile();
        file.line("BEGIN:VCALENDAR");
        file.line("VERSION:2.0");
        file.line("PRODID:-//Peer Coaching//Training//EN");
        file.line("CALSCALE:GREGORIAN");
        file.line("METHOD:PUBLISH");
        file.text("X-WR-CALNAME", name);
        file.line("REFRESH-INTERVAL;VALUE=DURATION:PT6H"); // RFC 7986, 5.7
        events.forEach(event -> file.event(event, now));
        file.line("END:VCALENDAR");
        return file.out.toString();
    }

    private void event(Event event, Instant now) {
        line("BEGIN:VEVENT");
        text("UID", event.uid());
        line("DTSTAMP:" + UTC.format(now));
        line("DTSTART:" + UTC.format(event.starts()));
        line("DTEND:" + UTC.format(event.ends()));
        text("SUMMARY", event.summary());
        if (event.description() != null) {
            text("DESCRIPTION", event.description());
        }
        if (event.location() != null) {
            text("LOCATION", event.location());
        }
        if (event.url() != null) {
            line("URL:" + withoutControls(event.url(), "")); // a URI is not escaped (3.3.13)
        }
        line("LAST-MODIFIED:" + UTC.format(event.changedAt()));
        line("SEQUENCE:" + event.sequence());
        line("STATUS:" + (event.canceled() ? "CANCELLED" : "CONFIRMED"));
        line("END:VEVENT");
    }

    /** A value of type TEXT (3.3.11). */
    private void text(String name, String value) {
        String escaped = value.replace("\r\n", "\n")
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
        line(name + ":" + withoutControls(escaped, " "));
    }

    private static String withoutControls(String text, String instead) {
        return text.replaceAll("\\p{Cntrl}", instead);
    }

    /** Folds what is too long (3.1): by octets, and never inside a character. */
    private void line(String content) {
        int octets = 0;
        for (int at = 0; at < content.length(); ) {
            int point = content.codePointAt(at);
            String character = Character.toString(point);
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST_LINE) {
                out.append("\r\n ");
                octets = 1;
            }
            out.append(character);
            octets += size;
            at += Character.charCount(point);
        }
        out.append("\r\n");
    }
}
