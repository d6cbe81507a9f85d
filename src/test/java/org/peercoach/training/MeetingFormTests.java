package org.peercoach.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peercoach.training.schedule.NewMeeting;

/** What a trainer types becomes a moment in time, or is refused with the field named. */
class MeetingFormTests {

    private static final Map<String, String> GOOD = Map.of(
            "session", "1",
            "date", "2026-12-08",
            "start", "15:30",
            "end", "17:00",
            "zone", "America/New_York",
            "place", "Room 12",
            "link", "https://meet.example/x");

    @Test
    void formWhenGoodThenMomentsInItsZone() {
        assertThat(meeting(GOOD).starts()).isEqualTo(Instant.parse("2026-12-08T20:30:00Z"));
        assertThat(meeting(GOOD).ends()).isEqualTo(Instant.parse("2026-12-08T22:00:00Z"));
        assertThat(meeting(with("date", "2026-07-08")).starts()).isEqualTo(Instant.parse("2026-07-08T19:30:00Z"));
        assertThat(meeting(with("place", "")).place()).isNull();
        assertThat(meeting(with("end", "00:30")).ends()).isEqualTo(Instant.parse("2026-12-09T05:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "session, 9",
        "session, x",
        "date, ''",
        "date, 2026-02-30",
        "date, 0026-02-03",
        "start, 25:00",
        "end, ''",
        "end, 15:30",
        "end, 14:00",
        "zone, Mars/Phobos",
        "zone, +02:00",
        "link, http://meet.example/x",
        "link, javascript:alert(1)",
        "link, https://user:pw@meet.example/x",
        "link, https:///x",
        "link, 'https://meet.example/a b'",
    })
    void formWhenAFieldIsWrongThenThatFieldIsNamed(String field, String value) {
        assertThat(faults(with(field, value))).containsOnlyKeys(field);
    }

    @Test
    void formWhenTheClocksLeaveThatTimeOutThenRefused() {
        Map<String, String> gap = with("date", "2027-03-14");
        gap.put("start", "02:30");
        gap.put("end", "04:00");
        assertThat(faults(gap)).containsEntry("start", "training.meeting.fault.gap");
        gap.put("start", "01:00");
        gap.put("end", "02:30");
        assertThat(faults(gap)).containsEntry("end", "training.meeting.fault.gap");
        gap.put("end", "03:30");
        assertThat(meeting(gap).ends()).isEqualTo(Instant.parse("2027-03-14T07:30:00Z"));
    }

    @Test
    void formWhenTheYearIsNoCohortsThenTheRuleIsSaid() {
        for (String day : List.of("1999-12-31", "2201-01-01")) {
            assertThat(faults(with("date", day))).containsEntry("date", "training.meeting.fault.date.year");
        }
        assertThat(faults(with("date", "12/08"))).containsEntry("date", "training.meeting.fault.date.none");
        assertThat(meeting(with("date", "2200-12-31")).place()).isEqualTo("Room 12");
    }

    @Test
    void formWhenThePlaceIsLongThenRefused() {
        assertThat(faults(with("place", "x".repeat(201)))).containsOnlyKeys("place");
        assertThat(meeting(with("place", "x".repeat(200))).place()).hasSize(200);
    }

    private static Map<String, String> with(String field, String value) {
        Map<String, String> changed = new HashMap<>(GOOD);
        changed.put(field, value);
        return changed;
    }

    private static NewMeeting meeting(Map<String, String> sent) {
        MeetingForm.Reading reading = MeetingForm.of(sent).read(List.of(1, 2));
        assertThat(reading).isInstanceOf(MeetingForm.Reading.Good.class);
        return ((MeetingForm.Reading.Good) reading).meeting();
    }

    private static Map<String, String> faults(Map<String, String> sent) {
        MeetingForm.Reading reading = MeetingForm.of(sent).read(List.of(1, 2));
        assertThat(reading).isInstanceOf(MeetingForm.Reading.Wrong.class);
        return ((MeetingForm.Reading.Wrong) reading).form().faults();
    }
}
