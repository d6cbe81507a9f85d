package org.peercoach.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peercoach.PeerCoachingApplication;

/** Starts the tool as an operator does, in a process of its own, with settings that must not run. */
class StartupCheckTests {

    @TempDir
    Path folder;

    @Test
    void startWhenSettingsAreWrongThenEndsWithTheLinesAndTouchesNothing() throws Exception {
        Started started = start(Map.of(
                "PEERCOACH_BASE_URL", "http://coaching.example.org/tool",
                "PEERCOACH_SECRET", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
                "PEERCOACH_INSTALL_CODE", "short"));

        assertThat(started.exit()).isEqualTo(1);
        assertThat(started.output())
                .contains(
                        "- PEERCOACH_BASE_URL must begin with https://",
                        "- PEERCOACH_BASE_URL must end after host and port, without /tool",
                        "- PEERCOACH_SECRET is an example",
                        "- PEERCOACH_INSTALL_CODE is too short",
                        "- SPRING_DATASOURCE_URL names no MySQL database",
                        "docs/settings.md")
                .doesNotContain("\tat ", "Exception", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
        try (var files = Files.list(folder)) {
            assertThat(files).as("no data folder, no log").isEmpty();
        }
    }

    private record Started(int exit, String output) {}

    private Started start(Map<String, String> settings) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PeerCoachingApplication.class.getName())
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PEERCOACH_") || name.startsWith("SPRING_"));
        builder.environment().putAll(settings);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Started(process.exitValue(), output);
    }
}
