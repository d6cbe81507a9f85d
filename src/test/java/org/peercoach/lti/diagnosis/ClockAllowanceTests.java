package org.peercoach.lti.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peercoach.lti.diagnosis.ConnectionCheck.Light;

class ClockAllowanceTests {

    @ParameterizedTest
    @CsvSource({
        "60, 10, GOOD",
        "60, 11, DOUBTFUL",
        "60, 60, DOUBTFUL",
        "60, 61, BAD",
        "300, 61, DOUBTFUL",
        "300, 301, BAD",
        "8, 4, GOOD",
        "8, 5, DOUBTFUL",
        "8, 9, BAD",
        "0, 1, GOOD",
        "0, 2, BAD"
    })
    void lightWhenClocksDifferThenByWhatLaunchesAllow(long allowed, long apart, Light expected) {
        assertThat(new ClockAllowance(allowed).light(apart)).isEqualTo(expected);
    }
}
