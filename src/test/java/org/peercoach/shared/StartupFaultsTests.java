package org.peercoach.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Begins with settings that are right, given as environment variables, and spoils one. */
class StartupFaultsTests {

    private final Map<String, Object> environment = new HashMap<>(Map.of(
            "PEERCOACH_BASE_URL", "https://coaching.example.org",
            "PEERCOACH_SECRET", "p3Vb0C9v4yq8pJd0k7mZ1r+YtXcQ2uN5sWfGhLaE6oI=",
            "SPRING_DATASOURCE_URL", "jdbc:mysql://db:3306/peercoach",
            "SPRING_DATASOURCE_USERNAME", "peercoach",
            "SPRING_DATASOURCE_PASSWORD", "some password"));

    @Test
    void findWhenAllIsRightThenNothing() {
        assertThat(production()).isEmpty();
    }

    @Test
    void findWhenNothingIsSetThenOneLineForEachFault() {
        environment.clear();
        assertThat(production())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("PEERCOACH_BASE_URL is missing"),
                        line -> assertThat(line).startsWith("PEERCOACH_SECRET is missing"),
                        line -> assertThat(line).startsWith("SPRING_DATASOURCE_URL names no MySQL database"))
                .allSatisfy(line -> assertThat(line).doesNotContain("\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "http://coaching.example.org, must begin with https://",
        "https://coaching.example.org/, must end after host and port",
        "https://coaching.example.org/tool, without /tool: write https://coaching.example.org",
        "https://coaching.example.org:443, shortest form: https://coaching.example.org",
        "https://Coaching.example.org, shortest form: https://coaching.example.org",
        "https://coaching.example.org?x=1, shortest form",
        "https://me:pw@coaching.example.org, shortest form",
        "coaching.example.org, is no address",
        "https://under_score.example.org, is no address",
        "https://a b, is no address"
    })
    void baseUrlWhenNotAnHttpsOriginThenRefused(String url, String why) {
        environment.put("PEERCOACH_BASE_URL", url);
        assertThat(production()).singleElement().asString().contains("PEERCOACH_BASE_URL", why);
    }

    @Test
    void baseUrlWhenHttpAndWithAPathThenBothAreSaid() {
        environment.put("PEERCOACH_BASE_URL", "http://coaching.example.org/tool/");
        assertThat(production()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://coaching.example.org:8443", "https://10.1.2.3", "https://[2001:db8::1]"})
    void baseUrlWhenAnHttpsOriginThenTaken(String url) {
        environment.put("PEERCOACH_BASE_URL", url);
        assertThat(production()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', is missing",
        "' , ', is missing",
        "change-me, is not base64",
        "c2hvcnQ=, is too short: 5 bytes",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=, is an example or was typed",
        // the value of the tests
        "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=, is an example or was typed",
        "Y29ycmVjdCBob3JzZSBiYXR0ZXJ5IHN0YXBsZSBwbGVhc2U=, is an example or was typed"
    })
    void secretWhenMissingOrGuessableThenRefused(String secret, String why) {
        environment.put("PEERCOACH_SECRET", secret);
        assertThat(production())
                .singleElement()
                .asString()
                .startsWith("PEERCOACH_SECRET " + why)
                .contains("openssl rand -base64 32");
    }

    @Test
    void secretWhenOneOfTwoIsBadThenTheLineSaysWhichAndDoesNotShowIt() {
        environment.put("PEERCOACH_SECRET", environment.get("PEERCOACH_SECRET") + ",c2hvcnQ=");
        assertThat(production())
                .singleElement()
                .asString()
                .startsWith("PEERCOACH_SECRET entry 2 is too short")
                .doesNotContain("c2hvcnQ=");
    }

    @Test
    void secretWhenRandomThenTaken() {
        byte[] random = new byte[32];
        for (int i = 0; i < 200; i++) {
            new java.security.SecureRandom().nextBytes(random);
            assertThat(SecretFaults.of(Base64.getEncoder().encodeToString(random), false))
                    .isEmpty();
        }
    }

    @Test
    void mailServerWhenNobodyIsNamedAsWriterThenRefused() {
        environment.put("SPRING_MAIL_HOST", "");
        assertThat(production()).as("blank is as good as not set").isEmpty();
        environment.put("SPRING_MAIL_HOST", "smtp.example.org");
        assertThat(production()).singleElement().asString().startsWith("PEERCOACH_MAIL_FROM is missing");
        environment.put("PEERCOACH_MAIL_FROM", "Peer Coaching <coaching@district.example>");
        assertThat(production()).isEmpty();
    }

    @Test
    void installCodeWhenShortThenRefusedAndWhenBlankOrLongThenTaken() {
        environment.put("PEERCOACH_INSTALL_CODE", "fifteen letters");
        assertThat(production()).singleElement().asString().startsWith("PEERCOACH_INSTALL_CODE is too short");
        environment.put("PEERCOACH_INSTALL_CODE", "");
        assertThat(production()).isEmpty();
        environment.put("PEERCOACH_INSTALL_CODE", "sixteen letters!");
        assertThat(production()).isEmpty();
    }

    @Test
    void databaseWhenH2ThenRefused() {
        environment.put("SPRING_DATASOURCE_URL", "jdbc:h2:file:./data/peer-coaching;MODE=MySQL");
        assertThat(production()).singleElement().asString().contains("SPRING_DATASOURCE_URL", "profile dev");
    }

    @Test
    void databaseWhenUserOrPasswordIsTheEmbeddedOnesThenRefused() {
        environment.put("SPRING_DATASOURCE_USERNAME", "sa");
        environment.put("SPRING_DATASOURCE_PASSWORD", "");
        assertThat(production())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("SPRING_DATASOURCE_USERNAME is missing"),
                        line -> assertThat(line).startsWith("SPRING_DATASOURCE_PASSWORD is missing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PEERCOACH_TRUSTED_PROXIES", "PEERCOACH_ALLOWED_PRIVATE_HOSTS"})
    void rangeWhenEverybodyThenRefused(String name) {
        environment.put(name, "10.0.0.0/8, 0.0.0.0/0");
        assertThat(production()).singleElement().asString().startsWith(name + " holds 0.0.0.0/0");
        environment.put(name, "::/0");
        assertThat(production()).singleElement().asString().startsWith(name + " holds ::/0");
        environment.put(name, "10.0.0.0/8,192.168.1.7");
        assertThat(production()).isEmpty();
    }

    @Test
    void trustedProxyWhenANameThenRefusedButAllowedHostsMayBeNames() {
        environment.put("PEERCOACH_TRUSTED_PROXIES", "10.0.0.1,proxy.example.org");
        environment.put("PEERCOACH_ALLOWED_PRIVATE_HOSTS", "moodle.example.org");
        assertThat(production())
                .singleElement()
                .asString()
                .startsWith("PEERCOACH_TRUSTED_PROXIES holds proxy.example.org, which is no address");
    }

    @Test
    void registrationsFileWhenNotThereThenRefused(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("registrations.yaml");
        environment.put("PEERCOACH_LTI_REGISTRATIONS_FILE", file.toString());
        assertThat(production())
                .singleElement()
                .asString()
                .isEqualTo("PEERCOACH_LTI_REGISTRATIONS_FILE cannot be read: " + file);
        Files.writeString(file, "registrations: []");
        assertThat(production()).isEmpty();
        environment.put("PEERCOACH_LTI_REGISTRATIONS_FILE", "");
        assertThat(production()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-1, is -1", "301, is 301", "soon, cannot be read"})
    void clockSkewWhenOutOfRangeThenRefused(String seconds, String why) {
        environment.put("PEERCOACH_LTI_CLOCK_SKEW_SECONDS", seconds);
        assertThat(production()).singleElement().asString().startsWith("PEERCOACH_LTI_CLOCK_SKEW_SECONDS " + why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "common", "combined", "%h \"%r\" %s", "%h %U%q %s", "%h %U %{Referer}i"})
    void accessLogWhenItHoldsQueriesThenRefused(String pattern) {
        environment.put("SERVER_TOMCAT_ACCESSLOG_ENABLED", "true");
        environment.put("SERVER_TOMCAT_ACCESSLOG_PATTERN", pattern);
        assertThat(production()).singleElement().asString().startsWith("SERVER_TOMCAT_ACCESSLOG_PATTERN");
    }

    @Test
    void accessLogWhenPathOnlyThenTaken() {
        environment.put("SERVER_TOMCAT_ACCESSLOG_ENABLED", "true");
        environment.put("SERVER_TOMCAT_ACCESSLOG_PATTERN", "%t %a %m %U %s %b %D");
        assertThat(production()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080", "http://127.0.0.1:9201", "https://localhost", "http://[::1]:8080"})
    void devWhenLoopbackThenTakenWithoutSecretAndWithH2(String url) {
        environment.clear();
        environment.put("PEERCOACH_BASE_URL", url);
        assertThat(dev()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://coaching.example.org", "http://10.0.0.5:8080", "http://localhost.example.org"})
    void devWhenNotLoopbackThenRefused(String url) {
        environment.put("PEERCOACH_BASE_URL", url);
        assertThat(dev()).singleElement().asString().contains("PEERCOACH_BASE_URL", "for this machine only");
    }

    @Test
    void devWhenSecretIsShortThenRefusedAllTheSame() {
        environment.put("PEERCOACH_BASE_URL", "http://localhost:8080");
        environment.put("PEERCOACH_SECRET", "c2hvcnQ=");
        assertThat(dev()).singleElement().asString().startsWith("PEERCOACH_SECRET is too short");
    }

    private List<String> production() {
        return find(false);
    }

    private List<String> dev() {
        return find(true);
    }

    private List<String> find(boolean dev) {
        StandardEnvironment only = new StandardEnvironment();
        only.getPropertySources().forEach(source -> only.getPropertySources().remove(source.getName()));
        only.getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, environment));
        return new StartupFaults(only).find(dev);
    }
}
