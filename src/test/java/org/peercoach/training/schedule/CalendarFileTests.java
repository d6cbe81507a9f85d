package org.peercoach.training.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** RFC 5545, as far as we write it. */
class CalendarFileTests {

    private static final Instant NOW = Instant.parse("2026-11-26T01:02:03.456789Z");

    @Test
    void fileWhenOneEventThenEveryLineInItsPlace() {
        assertThat(file(event("Session 1", null, "https://meet.example/a,b;c?x=1", false)).split("\r\n"))
                .containsExactly(
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//Peer Coaching//Training//EN",
                        "CALSCALE:GREGORIAN",
                        "METHOD:PUBLISH",
                        "X-WR-CALNAME:Peer Coaching",
                        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
                        "BEGIN:VEVENT",
                        "UID:meeting-7@coach.example",
                        "DTSTAMP:20261126T010203Z",
                        "DTSTART:20261208T203000Z",
                        "DTEND:20261208T220000Z",
                        "SUMMARY:Session 1",
                        "URL:https://meet.example/a,b;c?x=1",
                        "LAST-MODIFIED:20261125T100000Z",
                        "SEQUENCE:3",
                        "STATUS:CONFIRMED",
                        "END:VEVENT",
                        "END:VCALENDAR");
    }

    @Test
    void linesWhenWrittenThenAllEndWithCarriageReturnAndLineFeed() {
        String file = file(event("Session 1", "Room 12", null, false));
        assertThat(file).endsWith("END:VCALENDAR\r\n");
        assertThat(file.replace("\r\n", "")).doesNotContain("\r", "\n");
    }

    @Test
    void textWhenItHoldsSignsOfTheFormatThenEscaped() {
        String file = file(event("a,b;c\\d\ne\r\nf\u0000g", null, null, false));
        assertThat(file).contains("SUMMARY:a\\,b\\;c\\\\d\\ne\\nf g\r\n");
    }

    @Test
    void textWhenItHoldsAnotherLineOfTheFormatThenItStaysText() {
        String file = file(event("x\r\nEND:VEVENT\r\nBEGIN:VALARM", "a\rSTATUS:CANCELLED", null, false));
        assertThat(file.split("\r\n")).filteredOn(line -> line.startsWith("END:VEVENT")).hasSize(1);
        assertThat(file.split("\r\n")).noneMatch(line -> line.startsWith("BEGIN:VALARM") || line.equals("STATUS:CANCELLED"));
    }

    @Test
    void linesWhenLongThenFoldedBy75OctetsAndNeverInsideACharacter() {
        for (int shift = 0; shift < 8; shift++) {
            String title = "x".repeat(shift) + "Überraschung 𝄞 für alle — ".repeat(20);
            String file = file(event(title, null, null, false));
            assertThat(Arrays.stream(file.split("\r\n")))
                    .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75)
                    .noneMatch(line -> line.contains("\uFFFD") || Character.isLowSurrogate(line.charAt(0)))
                    .anyMatch(line -> line.getBytes(StandardCharsets.UTF_8).length > 71);
            assertThat(file.replace("\r\n ", "")).contains("SUMMARY:" + title);
        }
    }

    @Test
    void lineWhenExactly75OctetsThenNotFolded() {
        String title = "x".repeat(75 - "SUMMARY:".length());
        assertThat(file(event(title, null, null, false))).contains("SUMMARY:" + title + "\r\n");
        assertThat(file(event(title + "y", null, null, false))).contains("SUMMARY:" + title + "\r\n y\r\n");
    }

    @Test
    void eventWhenCalledOffThenStaysAndSaysSo() {
        assertThat(file(event("Session 1", null, null, true))).contains("STATUS:CANCELLED\r\n");
    }

    private static CalendarFile.Event event(
            String title, @Nullable String place, @Nullable String url, boolean canceled) {
        return new CalendarFile.Event(
                "meeting-7@coach.example",
                Instant.parse("2026-12-08T20:30:00Z"),
                Instant.parse("2026-12-08T22:00:00Z"),
                title,
                null,
                place,
                url,
                3,
                canceled,
                Instant.parse("2026-11-25T10:00:00Z"));
    }

    private static String file(CalendarFile.Event event) {
        return CalendarFile.of("Peer Coaching", List.of(event), NOW);
    }
}
