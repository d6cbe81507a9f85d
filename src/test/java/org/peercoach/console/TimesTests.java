package org.peercoach.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TimesTests {

    private static final Instant AT = Instant.parse("2026-11-25T22:01:00Z");

    @Test
    void sayWhenReadThenAsInTheUnitedStates() {
        assertThat(Times.UTC.say(AT)).matches("Nov 25, 2026, 10:01\\hPM");
        assertThat(new Times(ZoneId.of("America/Chicago")).say(AT)).matches("Nov 25, 2026, 4:01\\hPM");
        assertThat(Times.UTC.sayOrNull(null)).isNull();
    }
}
