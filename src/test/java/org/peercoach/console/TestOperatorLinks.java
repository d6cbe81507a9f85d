package org.peercoach.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.peercoach.course.operator.OperatorLink;
import org.peercoach.shared.Settings;

/** Links as the command line prints them. */
final class TestOperatorLinks {

    private TestOperatorLinks() {}

    /** The path of a new link. */
    static String path(Settings settings) {
        return path(settings, Clock.systemUTC());
    }

    /** The path of one that was made at this clock's time. */
    static String path(Settings settings, Clock clock) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Map<String, String> environment =
                Map.of("PEERCOACH_BASE_URL", settings.baseUrl(), "PEERCOACH_SECRET", settings.secret());
        assertThat(OperatorLink.print(environment, clock, new PrintStream(said, true, StandardCharsets.UTF_8)))
                .isZero();
        return said.toString(StandardCharsets.UTF_8)
                .strip()
                .substring(settings.baseUrl().length());
    }
}
