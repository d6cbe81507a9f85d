package org.peercoach.training.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursTests {

    @ParameterizedTest(name = "{0} h + {1} h, {2} sessions, {3} minutes kept: {4} h + {5} h")
    @CsvSource({
        "24, 16, 8, 1440, 24, 16",
        "24, 16, 8, 1275, 21.5, 16", // 21 h 15 min: half an hour is the nearest
        "24, 16, 8, 1274, 21, 16",
        "24, 16, 7, 1260, 21, 14",
        "30, 12, 8, 1275, 26.5, 12",
        "24, 16, 1, 20, 0.5, 2",
        "24, 16, 1, 5, 0.5, 2",
    })
    void ofWhenSomethingIsLeftOutThenItsShareIsNotClaimed(
            double sessions, int tasks, int run, int kept, double left, int tasksLeft) {
        CompletedSessions.Tally tally = new CompletedSessions.Tally(run, run, kept / 1440.0, null, null);
        assertThat(new Hours(sessions, tasks).of(tally)).isEqualTo(new Hours(left, tasksLeft));
    }
}
