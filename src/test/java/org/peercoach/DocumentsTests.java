package org.peercoach;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.shared.Settings;

/** The documents name only what exists, and tell of everything that an operator can set. */
class DocumentsTests {

    private static final Path SETTINGS = Path.of("docs/settings.md");
    private static final Pattern LINK = Pattern.compile("\\[[^]]*]\\(([^)\\s]+)\\)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z][A-Z0-9_]+)` \\|");
    private static final Pattern FILE_NAME = Pattern.compile(
            "(?<![\\w./~-])((?:bin|docker|docs|lti-config|src|target)/[\\w.\\-/]*\\w|[A-Z]+\\.md|pom\\.xml)");

    /** Made by a build or by an operator, or a picture that the person who releases takes. */
    private static final Set<String> MADE_LATER =
            Set.of("docker/.env", "target/peer-coaching-lti-0.1.0-SNAPSHOT.jar", "target/conformance.html");

    static Stream<Path> documents() {
        return Stream.concat(
                        Stream.of("README.md", "CHANGELOG.md", "CONTRIBUTING.md")
                                .map(Path::of),
                        Stream.of("docs", "lti-config", "docker").flatMap(DocumentsTests::markdown))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void linksWhenRelativeThenLeadSomewhere(Path document) {
        assertThat(links(document).filter(link -> !leadsSomewhere(document, link)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void filesWhenNamedThenAreThere(Path document) {
        assertThat(FILE_NAME
                        .matcher(TemplateTests.read(document))
                        .results()
                        .map(found -> found.group(1))
                        .filter(name -> !MADE_LATER.contains(name) && !Files.exists(Path.of(name))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void textWhenReadThenNoPlaceOfOneMachineOrRegistry(Path document) {
        assertThat(TemplateTests.read(document))
                .doesNotContainPattern("/(work|tmp|root|home)/|\\.m2\\b|repo1?\\.maven|registry\\.npmjs|deb\\.debian");
    }

    @Test
    void variablesWhenNamedInADocumentThenStandInTheSettings() {
        Set<String> known = rows("");
        Set<String> named = documents()
                .flatMap(document -> Pattern.compile("\\b(PEERCOACH|SPRING|SERVER|LOGGING|MYSQL)_[A-Z_]+[A-Z]\\b")
                        .matcher(TemplateTests.read(document))
                        .results()
                        .map(MatchResult::group))
                .collect(Collectors.toCollection(TreeSet::new));
        named.removeAll(known);
        assertThat(named).isEmpty();
    }

    @Test
    void settingsWhenComparedWithTheTableThenTheSame() {
        assertThat(rows("Settings of the tool")).isEqualTo(new TreeSet<>(variables("PEERCOACH_", Settings.class)));
    }

    @Test
    void dependenciesWhenComparedWithThePageThenTheSame() {
        String pom = TemplateTests.read(Path.of("pom.xml"));
        Set<String> used = Pattern.compile("<dependency><groupId>([^<]+)</groupId><artifactId>([^<]+)</artifactId>")
                .matcher(pom)
                .results()
                .map(found ->
                        found.group(2).equals("playwright") ? found.group(1) + ":" + found.group(2) : found.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
        String page = TemplateTests.read(Path.of("docs/decisions/0007-dependencies.md"));
        String libraries = page.substring(0, page.indexOf("### In the build"));
        Set<String> explained = Pattern.compile("(?m)^\\| `([^`]+)` \\|")
                .matcher(libraries)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(explained).isEqualTo(used).hasSizeGreaterThan(20);
    }

    @Test
    void readmeWhenReadThenSaysWhoseItIsAndWhatToBackUp() {
        String readme = TemplateTests.read(Path.of("README.md"));
        assertThat(readme).contains("independent implementation", "ISTE", "bin/run", "bin/test", "JUnit");
        assertThat(readme.substring(readme.indexOf("### Backup"))).contains("PEERCOACH_SECRET", "mysqldump");
        assertThat(TemplateTests.read(Path.of("LICENSE"))).contains("Apache License", "Version 2.0, January 2004");
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/install-canvas.md", "docs/install-moodle.md"})
    void pagesWhenQuotedInAGuideThenAreSaidLikeThat(String guide) {
        String words = TemplateTests.read(Path.of("src/main/resources/messages.properties"));
        List<String> quoted = Pattern.compile("(?m)^\\| \"([^\"]+)\" \\|")
                .matcher(TemplateTests.read(Path.of(guide)))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(quoted).isNotEmpty().allSatisfy(title -> assertThat(words).contains(".title=" + title + "\n"));
    }

    @Test
    void glossaryWhenReadThenEachWordOnceAndNothingUnbuilt() {
        String glossary = TemplateTests.read(Path.of("docs/glossary.md"));
        assertThat(glossary).doesNotContain("not built yet");
        assertThat(Pattern.compile("(?m)^\\| ([^|]+) \\|")
                        .matcher(glossary)
                        .results()
                        .map(found -> found.group(1))
                        .filter(word -> !word.equals("word") && !word.equals("---")))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/install-canvas.md", "docs/install-moodle.md"})
    void statesWhenQuotedInAGuideThenAreThoseOfTheGradebook(String guide) {
        String words = TemplateTests.read(Path.of("src/main/resources/messages.properties"));
        List<String> quoted = Pattern.compile("(?m)^\\| Gradebook: \"([^\"]+)\" \\|")
                .matcher(TemplateTests.read(Path.of(guide)))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(quoted)
                .contains("Not sent")
                .allSatisfy(state -> assertThat(words).containsPattern("gradebook\\.state\\.[a-z]+=" + state + "\n"));
    }

    @Test
    void leadsSomewhereWhenFileOrHeadingIsMissingThenFalse() {
        Path readme = Path.of("README.md");
        assertThat(leadsSomewhere(readme, "docs/settings.md#a-new-secret")).isTrue();
        assertThat(leadsSomewhere(readme, "docs/settings.md#no-such-heading")).isFalse();
        assertThat(leadsSomewhere(readme, "docs/no-such-page.md")).isFalse();
    }

    private static Stream<String> links(Path document) {
        return LINK.matcher(TemplateTests.read(document))
                .results()
                .map(found -> found.group(1))
                .filter(link -> !link.matches("(https?|mailto):.*"));
    }

    private static boolean leadsSomewhere(Path document, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty()
                ? document
                : document.resolveSibling(parts[0]).normalize();
        if (!MADE_LATER.contains(target.toString()) && !Files.exists(target)) {
            return false;
        }
        return parts.length == 1 || headings(target).anyMatch(parts[1]::equals);
    }

    /** As GitHub and others make anchors of headings. */
    private static Stream<String> headings(Path document) {
        return TemplateTests.read(document)
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
                .map(line -> line.replaceAll("[^\\w\\- ]", "").replace(' ', '-'));
    }

    /** Variables of the table below the heading; of all tables if it is blank. */
    static Set<String> rows(String heading) {
        String page = TemplateTests.read(SETTINGS);
        int start = heading.isEmpty() ? 0 : page.indexOf("## " + heading + "\n");
        assertThat(start).as(heading).isNotNegative();
        int end = heading.isEmpty() ? page.length() : page.indexOf("\n## ", start + 1);
        return ROW.matcher(page.substring(start, end < 0 ? page.length() : end))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> variables(String prefix, Class<?> settings) {
        return Arrays.stream(settings.getRecordComponents())
                .flatMap(component -> component.getType().isRecord()
                        ? variables(prefix + upper(component) + "_", component.getType()).stream()
                        : Stream.of(prefix + upper(component)))
                .toList();
    }

    private static String upper(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    }

    private static Stream<Path> markdown(String folder) {
        return TemplateTests.files(Path.of(folder), ".md");
    }
}
