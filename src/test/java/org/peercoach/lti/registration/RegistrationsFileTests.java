package org.peercoach.lti.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peercoach.lti.registration.RegistrationsFile.Entry;
import org.springframework.mock.env.MockEnvironment;

class RegistrationsFileTests {

    private static final String COMPLETE = """
            registrations:
              - issuer: https://moodle.lincoln.example
                client-id: "007"
                authorization-endpoint: https://moodle.lincoln.example/mod/lti/auth.php
                token-endpoint: https://moodle.lincoln.example/mod/lti/token.php
                jwks-uri: https://moodle.lincoln.example/mod/lti/certs.php
                deployments: [1, "2", 1]
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // given by JUnit
    Path folder;

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void readWhenCompleteThenDefaultsFromTheIssuer() throws IOException {
        Entry entry = read(COMPLETE).getFirst();
        assertThat(entry.deployments()).containsExactly("1", "2");
        assertThat(entry.registration().clientId()).isEqualTo("007");
        assertThat(entry.registration().name()).isEqualTo("moodle.lincoln.example");
        assertThat(entry.registration().districtName()).isEqualTo("moodle.lincoln.example");
        assertThat(entry.registration().audience()).isNull();
        assertThat(entry.registration().adoptsFirstDeployment()).isFalse();
    }

    @Test
    void readWhenNamedThenDistrictIsTheNameUnlessGiven() throws IOException {
        String named = COMPLETE + "    name: Lincoln Moodle\n";
        assertThat(read(named).getFirst().registration().districtName()).isEqualTo("Lincoln Moodle");
        assertThat(read(named + "    district: Lincoln\n")
                        .getFirst()
                        .registration()
                        .districtName())
                .isEqualTo("Lincoln");
    }

    @Test
    void readWhenExampleThenTaken() {
        List<Entry> entries = new RegistrationsFile(new PlatformAddresses(environment))
                .read(Path.of("lti-config/registrations.example.yaml"));
        assertThat(entries)
                .hasSize(3)
                .allSatisfy(entry -> assertThat(entry.deployments()).hasSize(1));
        assertThat(entries.getLast().registration().audience()).isEqualTo("https://api.brightspace.com/auth/token");
    }

    @ParameterizedTest
    @CsvSource({
        "issuer: https://moodle.lincoln.example, x: 1, 2, is not known here",
        "client-id: \"007\", client-id: '', 3, client-id is missing",
        "mod/lti/token.php, 'mod lti token', 5, token-endpoint must be an https address",
        "jwks-uri: https:, jwks-uri: http:, 6, jwks-uri must be an https address",
        "authorization-endpoint: https:, 'authorization-endpoint: javascript:', 4, must be an https address",
        "authorization-endpoint:, token-endpoint:, 5, token-endpoint stands twice",
        "'[1, \"2\", 1]', 1, 7, deployments must be a list",
        "'[1, \"2\", 1]', '[\"é\"]', 7, ASCII",
        "'[1, \"2\", 1]', '[1', 8, this is no YAML",
        "registrations:, platforms:, 1, must hold one list",
    })
    void readWhenOneThingIsWrongThenNamedByLine(String right, String wrong, int line, String what) {
        assertThat(COMPLETE).contains(right);
        assertThatThrownBy(() -> read(COMPLETE.replace(right, wrong)))
                .isInstanceOf(RegistrationsFile.Faulty.class)
                .hasMessageContaining(", line " + line + ": ")
                .hasMessageContaining(what)
                .hasMessageNotContaining("\n");
    }

    @Test
    void readWhenSameClientTwiceThenNamesBothLines() {
        String twice = COMPLETE + COMPLETE.replace("registrations:\n", "");
        assertThatThrownBy(() -> read(twice)).hasMessageContaining("line 8").hasMessageContaining("of line 2");
    }

    @Test
    void readWhenTextIsTooLongThenRefused() {
        assertThatThrownBy(() -> read(COMPLETE.replace("007", "7".repeat(256)))).hasMessageContaining("line 3");
    }

    @Test
    void readWhenFileIsMissingOrEmptyThenSaysSo() {
        assertThatThrownBy(() -> read("")).hasMessageContaining("is empty");
        assertThatThrownBy(() -> file().read(folder.resolve("none.yaml"))).hasMessageContaining("no such file");
    }

    /** LTI-L9: the loopback exception is for trying out only. */
    @Test
    void readWhenTryingOutThenHttpToThisMachineOnly() throws IOException {
        String local = COMPLETE.replace("https://moodle.lincoln.example", "http://127.0.0.1:8090");
        assertThatThrownBy(() -> read(local)).hasMessageContaining("https address");
        environment.setActiveProfiles("dev");
        assertThat(read(local)).hasSize(1);
        assertThatThrownBy(() -> read(COMPLETE.replace("https:", "http:"))).hasMessageContaining("https address");
    }

    private List<Entry> read(String yaml) throws IOException {
        return file().read(Files.writeString(folder.resolve("registrations.yaml"), yaml));
    }

    private RegistrationsFile file() {
        return new RegistrationsFile(new PlatformAddresses(environment));
    }
}
