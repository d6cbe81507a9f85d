package org.peercoach;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.shared.Settings;
import org.springframework.beans.factory.annotation.Autowired;
import org.yaml.snakeyaml.Yaml;

/** The container files parse, and name only settings, images and files that exist. No container engine is used here. */
@ApplicationTest
class ComposeFileTests {

    private static final Path FOLDER = Path.of("docker");

    /** As the official image of MySQL documents them. */
    private static final Set<String> OF_MYSQL =
            Set.of("MYSQL_DATABASE", "MYSQL_USER", "MYSQL_PASSWORD", "MYSQL_RANDOM_ROOT_PASSWORD");

    private final String compose = TemplateTests.read(FOLDER.resolve("compose.yaml"));
    private final String example = TemplateTests.read(FOLDER.resolve(".env.example"));
    private final String image = TemplateTests.read(FOLDER.resolve("Dockerfile"));

    @Autowired
    Settings settings;

    @Test
    void environmentWhenReadThenOnlySettingsThatExist() {
        assertThat(DocumentsTests.rows("")).containsAll(environment("tool").keySet());
        assertThat(OF_MYSQL).containsAll(environment("mysql").keySet());
    }

    @Test
    void environmentWhenReadThenEverythingThatProductionNeeds() {
        assertThat(environment("tool"))
                .containsKeys("PEERCOACH_BASE_URL", "PEERCOACH_SECRET", "SPRING_DATASOURCE_PASSWORD")
                .containsEntry(
                        "SPRING_DATASOURCE_URL",
                        "jdbc:mysql://mysql:3306/" + environment("mysql").get("MYSQL_DATABASE"))
                .containsEntry("SPRING_DATASOURCE_USERNAME", (Object) "peercoach")
                .doesNotContainKey("SPRING_PROFILES_ACTIVE");
    }

    @Test
    void variablesWhenAskedForThenInTheExampleOrWithADefault() {
        Set<String> needed = found(compose, "(?<!\\$)\\$\\{([A-Z_]+):\\?");
        Set<String> asked = found(compose, "(?<!\\$)\\$\\{([A-Z_]+)");
        Set<String> offered = found(example, "(?m)^([A-Z_]+)=");
        assertThat(offered).containsAll(needed);
        assertThat(asked).containsAll(offered);
        assertThat(found(compose, "(?<!\\$)\\$\\{([A-Z_]+)}"))
                .as("neither needed nor with a default")
                .isEmpty();
    }

    @Test
    void secretsWhenInTheExampleThenBlankSoThatNobodyKeepsThem() {
        assertThat(example).containsPattern("(?m)^PEERCOACH_SECRET=$").containsPattern("(?m)^MYSQL_PASSWORD=$");
    }

    @Test
    void servicesWhenReadThenToolWaitsForMySqlAndIsNotOpenToTheNetwork() {
        Map<String, Object> tool = service("tool");
        assertThat(tool.get("depends_on")).isEqualTo(Map.of("mysql", Map.of("condition", "service_healthy")));
        assertThat(tool.get("ports")).isEqualTo(List.of("127.0.0.1:8080:8080"));
        assertThat(service("mysql")).containsEntry("image", "mysql:lts").containsKeys("healthcheck", "volumes");
        assertThat(service("mysql")).doesNotContainKey("ports");
    }

    @Test
    void imageWhenReadThenKnownBasesFilesThatExistAndAUserWithoutRights() {
        assertThat(found(image, "(?m)^FROM (\\S+)"))
                .containsExactlyInAnyOrder("maven:3.9-eclipse-temurin-25", "eclipse-temurin:25-jre");
        assertThat(found(image, "(?m)^COPY (?!--from)(.+) \\S+$"))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(Path.of(file)).exists());
        assertThat(image).contains("USER 10001", "HEALTHCHECK", "EXPOSE 8080", "-XX:AOTCache=app.aot");
        assertThat(image.indexOf("USER 10001")).isLessThan(image.indexOf("ENTRYPOINT"));
        assertThat(image).doesNotContainPattern("(?m)^(ENV|ARG) .*SECRET");
    }

    @Test
    void buildContextWhenReadThenLetsInWhatTheImageCopiesOnly() {
        List<String> letIn = TemplateTests.read(FOLDER.resolve("Dockerfile.dockerignore"))
                .lines()
                .filter(line -> line.startsWith("!"))
                .map(line -> line.substring(1))
                .toList();
        assertThat(found(image, "(?m)^COPY (?!--from)(.+) \\S+$")).containsExactlyInAnyOrderElementsOf(letIn);
    }

    @Test
    void healthWhenAskedThenWellForTheRunningToolAndIllForASilentPort() throws Exception {
        int port = Integer.parseInt(settings.baseUrl().replaceFirst(".*:", ""));
        assertThat(health(port)).isZero();
        assertThat(health(1)).isNotZero();
    }

    private static int health(int port) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        "bash", FOLDER.resolve("health.sh").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        Process process = builder.start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private Map<String, Object> service(String name) {
        return map(map(new Yaml().load(compose), "services"), name);
    }

    private Map<String, Object> environment(String name) {
        return map(service(name), "environment");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> outer, String key) {
        return (Map<String, Object>) Objects.requireNonNull(outer.get(key), key);
    }

    private static Set<String> found(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(hit -> hit.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
