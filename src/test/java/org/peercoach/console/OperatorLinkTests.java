package org.peercoach.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.peercoach.course.operator.OperatorLink;

/** Ruling 19: the link needs settings only. */
class OperatorLinkTests {

    private static final String SECRET = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    @DisplayName("Ruling 19: --operator-link starts nothing and prints a sealed address")
    void printWhenSettingsAreThereThenOneAddress() {
        assertThat(print(Map.of("PEERCOACH_BASE_URL", "https://coaching.example.org", "PEERCOACH_SECRET", SECRET)))
                .isZero();
        assertThat(said().strip()).matches("https://coaching\\.example\\.org/operator/enter/[A-Za-z0-9._-]+");
    }

    @Test
    void printWhenSettingIsMissingThenSaysWhich() {
        assertThat(print(Map.of("PEERCOACH_BASE_URL", "https://coaching.example.org")))
                .isEqualTo(1);
        assertThat(said()).contains("PEERCOACH_SECRET");
    }

    @Test
    void printWhenSecretIsTooShortThenSaysSo() {
        assertThat(print(Map.of("PEERCOACH_BASE_URL", "https://coaching.example.org", "PEERCOACH_SECRET", "AAAA")))
                .isEqualTo(1);
        assertThat(said()).contains("too short");
    }

    private int print(Map<String, String> environment) {
        return OperatorLink.print(environment, Clock.systemUTC(), new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
