package org.peercoach.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every text of the eight sessions, the help sheets and the questionnaires, as the files hold them: the program's table,
 * every link, the length, the reading level and the spelling. Writes {@code target/content-texts.html}, the list of all
 * texts.
 */
class ContentTextsTests {

    /**
     * Adults read for their work here, often between two bells, some in a second language: grade 8 is the upper end.
     * Talk makes short sentences, so a text full of it comes out near grade 2; lower, something is wrong with it.
     */
    private static final double EASIEST = 2.0;

    private static final double HARDEST = 8.0;

    /** Labels of our own buttons keep their quotation marks around the bare word. */
    private static final String LABELS = "“(?:I have read this|Finish this activity)”\\.";

    private static final Pattern NOT_US =
            Pattern.compile("(?i)\\b(?:pupils?|programmes?|colour\\w*|favour\\w*|behaviour\\w*|"
                    + "centres?|licences?|judgements?|modell\\w+|labell\\w+|travell\\w+|organis\\w+|recognis\\w+|"
                    + "practis\\w+|analys(?:e|ed|ing)|catalogue\\w*|grey|whilst|amongst|towards|afterwards|learnt|"
                    + "spelt|maths|timetables?|fortnight\\w*|coachees?|log-ins?|set-ups?|tick(?:s|ed|ing)?|cheques?|"
                    + "skilful\\w*|enrol(?:s|ment)?|fulfil|neighbour\\w*|honour\\w*|metres?|kilometres?|theatres?)\\b");

    /** No page shows an activity's id or a statement's code: people know titles, and numbers as they are shown. */
    private static final Pattern CODE = Pattern.compile("\\b(?:S\\d\\.\\d+|L\\d+)\\b");

    private static final Pattern NOT_TYPOGRAPHIC =
            Pattern.compile("['\"`]|\\.\\.\\.|(?<=\\S) - |--|”[.,]|!|[^\\S\\n]{2,}(?=\\S)|\\s[,.;:?]|…\\.");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void sessionWhenReadThenItsActivitiesAsDesigned(int number) {
        List<Map<?, ?>> activities = ContentFolder.activities(number);
        assertThat(activities).extracting(ContentTextsTests::line).isEqualTo(ProgramTable.of(number));
        Map<?, ?> session = ContentFolder.session(number);
        assertThat(session.get("minutes")).isEqualTo(180).isEqualTo(sum(activities, "minutes"));
        assertThat(session.get("points")).isEqualTo(25).isEqualTo(sum(activities, "points"));
        assertThat((List<?>) session.get("outcomes")).hasSizeBetween(5, 6);
        assertThat(activities).allSatisfy(activity -> {
            assertThat(activity.get("version")).isEqualTo(1);
            assertThat((String) activity.get("done-when")).endsWith(".");
        });
        Map<?, ?> listed = ContentFolder.maps(path().get("sessions")).get(number - 1);
        assertThat(session.get("title")).isEqualTo(listed.get("title"));
        assertThat(session.get("short-title")).isEqualTo(listed.get("short-title"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void activityWhenReadThenWhatItsKindNeeds(int number) {
        for (Map<?, ?> activity : ContentFolder.activities(number)) {
            String kind = (String) activity.get("kind");
            Set<String> has = new TreeSet<>(Set.of("file", "room", "survey"));
            has.retainAll(activity.keySet());
            assertThat(has).as(String.valueOf(activity.get("id"))).isEqualTo(needed(String.valueOf(kind), has));
        }
    }

    @Test
    void filesWhenFollowedFromTheSessionsThenAllThereAndNoneUnused() {
        Set<String> asked = new TreeSet<>(Set.of("training/sessions.yaml", "training/sheets.yaml"));
        for (int number = 1; number <= 8; number++) {
            String folder = "training/session-" + number + "/";
            asked.add(folder + "session.yaml");
            for (Map<?, ?> activity : ContentFolder.activities(number)) {
                follow(activity, folder, asked);
            }
        }
        sheetKeys().forEach(key -> asked.add("training/sheets/" + key + ".md"));
        asked.add("surveys/needs-assessment.yaml"); // the coach sends it to partners
        Set<String> there = Stream.concat(ContentFolder.files(".yaml"), ContentFolder.files(".md"))
                .map(ContentFolder::name)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(there).isEqualTo(asked);
    }

    @Test
    void sheetsWhenAskedForThenThereAndTheirHeadNamesTheSessionsThatAsk() {
        Map<String, Set<Integer>> asked = new TreeMap<>();
        for (int number = 1; number <= 8; number++) {
            int session = number;
            ContentFolder.values((place, value) -> {
                if (place.startsWith("training/session-" + session + "/")
                        && ContentFolder.last(place).equals("sheet")) {
                    asked.computeIfAbsent((String) value, key -> new TreeSet<>())
                            .add(session);
                }
            });
        }
        Map<String, Set<Integer>> told = new TreeMap<>();
        for (String key : sheetKeys()) {
            Path file = ContentFolder.TRAINING.resolve("sheets/" + key + ".md");
            told.put(key, new TreeSet<>(numbers(ContentFolder.front(file).get("sessions"))));
        }
        assertThat(asked).isEqualTo(told);
    }

    @Test
    void linksWhenFollowedThenEachLeadsSomewhere() {
        List<String> broken = new ArrayList<>();
        for (ContentFolder.Words words : ContentFolder.words()) {
            found("(?<=\\bSessions? )\\d+", words)
                    .filter(number -> Integer.parseInt(number) < 1 || Integer.parseInt(number) > 8)
                    .forEach(number -> broken.add(words.place() + ": Session " + number));
            found("(?<=]\\()[^)]+", words)
                    .filter(target -> !leads(words, target))
                    .forEach(target -> broken.add(words.place() + ": " + target));
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void textsWhenReadThenNameNothingByACodeThatNoPageShows() throws IOException {
        assertThat(faults(CODE)).isEmpty();
        assertThat(Files.readAllLines(Path.of("src/main/resources/messages.properties")))
                .noneMatch(
                        line -> CODE.matcher(line.replaceFirst("^[^=]*=", "")).find());
        assertThat(Stream.of("Copy it from S8.7", "(S5.10, Lesson v2)", "L1, L2", "L16–L19"))
                .allMatch(text -> CODE.matcher(text).find());
    }

    @Test
    void statementsWhenQuotedInTheReadingThenAsTheQuestionnaireSaysThem() {
        Map<?, ?> form = (Map<?, ?>)
                ContentFolder.yaml(ContentFolder.text(ContentFolder.ROOT.resolve("surveys/needs-assessment.yaml")));
        List<String> statements = ContentFolder.maps(form.get("domains")).stream()
                .flatMap(domain -> ContentFolder.maps(domain.get("items")).stream())
                .map(item -> String.valueOf(item.get("text")).replaceAll("\\.$", ""))
                .toList();
        String reading = ContentFolder.body(ContentFolder.TRAINING.resolve("session-3/07-ask-before-you-help.md"));
        List<String> quoted = reading.lines()
                .filter(line -> line.startsWith("The form has twenty statements"))
                .flatMap(line -> Pattern.compile("“([^”]+?)\\.?”").matcher(line).results())
                .map(found -> found.group(1))
                .toList();
        assertThat(quoted).hasSize(2).isSubsetOf(statements);
        assertThat(reading).contains("“" + form.get("title") + "”");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void ruleWhenReadThenNamesTheButtonThatThePageHas(int number) {
        for (Map<?, ?> activity : ContentFolder.activities(number)) {
            String rule = String.valueOf(activity.get("done-when"));
            if (activity.get("file") instanceof String file && file.endsWith(".yaml")) {
                Path path = ContentFolder.TRAINING.resolve("session-" + number + "/" + file);
                boolean sheet =
                        "worksheet".equals(((Map<?, ?>) ContentFolder.yaml(ContentFolder.text(path))).get("type"));
                assertThat(rule.contains("handed")).as(rule).isEqualTo(sheet);
                assertThat(rule).doesNotContain("saved");
            }
        }
    }

    @Test
    void scenesWhenReadThenEveryLineIsSaid() throws IOException {
        List<String> said = new ArrayList<>();
        for (int number = 1; number <= 8; number++) {
            for (Map<?, ?> activity : ContentFolder.activities(number)) {
                if ("WATCH".equals(activity.get("kind"))) {
                    said.add((String) activity.get("id"));
                    Path file = ContentFolder.TRAINING.resolve("session-" + number + "/" + activity.get("file"));
                    Map<?, ?> scene = (Map<?, ?>) ContentFolder.yaml(ContentFolder.text(file));
                    ContentFolder.maps(scene.get("lines")).forEach(line -> said.add(line(line.get("speaker"), line)));
                }
            }
        }
        List<String> script = Files.readAllLines(Path.of("src/test/resources/content/scenes.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        assertThat(said).isEqualTo(script);
    }

    @Test
    void checksWhenReadThenFiveQuestionsWithOneRightOptionEach() {
        List<Path> checks = ContentFolder.files("-check.yaml")
                .filter(file -> !file.toString().contains("portfolio"))
                .toList();
        assertThat(checks).hasSize(7);
        for (Path file : checks) {
            Map<?, ?> check = (Map<?, ?>) ContentFolder.yaml(ContentFolder.text(file));
            assertThat(check.get("pass")).isEqualTo(4);
            assertThat(ContentFolder.maps(check.get("questions")))
                    .hasSize(5)
                    .allSatisfy(question -> assertThat(ContentFolder.maps(question.get("options")))
                            .filteredOn(option -> Boolean.TRUE.equals(option.get("right")))
                            .as(file + " " + question.get("key"))
                            .hasSize(1));
        }
    }

    @Test
    void readingsAndSheetsWhenMeasuredThenOfTheRightLengthAndEasyToRead() {
        List<String> wrong = new ArrayList<>();
        ContentFolder.files(".md").forEach(file -> {
            String body = ContentFolder.body(file);
            int words = ReadingLevel.words(body).size();
            double grade = ReadingLevel.grade(body);
            boolean sheet = ContentFolder.name(file).contains("/sheets/");
            boolean reading = ContentFolder.front(file).containsKey("take");
            if (sheet && (words < 150 || words > 400) || reading && (words < 500 || words > 900)) {
                wrong.add(ContentFolder.name(file) + ": " + words + " words");
            }
            if (grade < (sheet ? 0 : EASIEST) || grade > HARDEST) {
                wrong.add(ContentFolder.name(file) + ": grade " + grade);
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void sessionTextsWhenMeasuredThenEasyToRead() {
        assertThat(byFile().entrySet())
                .filteredOn(file -> ReadingLevel.grade(file.getValue()) > HARDEST)
                .extracting(file -> file.getKey() + " grade " + ReadingLevel.grade(file.getValue()))
                .isEmpty();
    }

    @Test
    void valuesWhenWalkedThenNoneIsEmpty() {
        Set<String> mayBeZero = Set.of("min", "value");
        List<String> empty = new ArrayList<>();
        ContentFolder.values((place, value) -> {
            boolean nothing = value == null
                    || value instanceof String text && text.isBlank()
                    || value instanceof List<?> list && list.isEmpty()
                    || value instanceof Map<?, ?> map && map.isEmpty() && !place.endsWith(".md")
                    || Integer.valueOf(0).equals(value) && !mayBeZero.contains(ContentFolder.last(place));
            if (nothing) {
                empty.add(place);
            }
        });
        assertThat(empty).isEmpty();
    }

    @Test
    void wordsWhenReadThenSpelledAsInTheUnitedStates() {
        assertThat(faults(NOT_US)).isEmpty();
        assertThat(NOT_US.matcher("practice, color, favorite, modeling, login").find())
                .isFalse();
        assertThat(Stream.of("colour", "favourite", "pupil", "licence", "practised", "log-in"))
                .allMatch(word -> NOT_US.matcher(word).find());
    }

    @Test
    void marksWhenReadThenTypographicAndNobodyShouts() {
        assertThat(faults(NOT_TYPOGRAPHIC)).isEmpty();
        assertThat(Stream.of("don't", "\"so\"", "so...", "a - b", "“so”.", "Now!", "two  blanks", "so ,"))
                .allMatch(text -> NOT_TYPOGRAPHIC.matcher(text).find());
    }

    @Test
    void textsWhenListedThenInTheReport() throws IOException {
        StringBuilder rows = new StringBuilder();
        int all = 0;
        for (Map.Entry<String, String> file : byFile().entrySet()) {
            int words = ReadingLevel.words(file.getValue()).size();
            all += words;
            rows.append("<tr><th scope=\"row\">%s</th><td>%d</td><td>%d</td><td>%.1f</td></tr>%n"
                    .formatted(file.getKey(), words, file.getValue().length(), ReadingLevel.grade(file.getValue())));
        }
        Path report = Path.of("target/content-texts.html");
        Files.writeString(report, """
                <!doctype html><html lang="en"><meta charset="utf-8"><title>Texts of the training</title>
                <h1>Texts of the training</h1>
                <p>%d words in %d files. Grade is the Flesch-Kincaid grade of all that people read in a file; texts run
                from grade %.0f to %.0f.</p>
                <table><thead><tr><th>File</th><th>Words</th><th>Characters</th><th>Grade</th></tr></thead><tbody>
                %s</tbody></table></html>
                """.formatted(all, byFile().size(), EASIEST, HARDEST, rows));
        assertThat(report).content().contains("session-8/02-story-with-numbers.md", "sheets/six-moves.md");
    }

    @Test
    void gradeWhenSentencesAreLongThenHigher() {
        assertThat(ReadingLevel.grade("The cat sat. It was warm.")).isLessThan(2);
        assertThat(ReadingLevel.grade(
                        "Participants subsequently demonstrated considerable familiarity with instructional"
                                + " methodologies, notwithstanding organizational difficulties of implementation."))
                .isGreaterThan(15);
        assertThat(Stream.of("table", "planned", "wanted", "cause", "moves", "idea"))
                .extracting(ReadingLevel::syllables)
                .containsExactly(2, 1, 2, 1, 1, 2);
    }

    private static String line(Map<?, ?> activity) {
        return String.join(
                " ",
                Stream.of(
                                activity.get("id"),
                                activity.get("kind"),
                                activity.get("minutes"),
                                activity.get("points"),
                                Boolean.TRUE.equals(activity.get("required")) ? "required" : "optional",
                                Boolean.TRUE.equals(activity.get("live")) ? "live" : "")
                        .map(String::valueOf)
                        .filter(part -> !part.isEmpty())
                        .toList());
    }

    private static String line(@Nullable Object speaker, Map<?, ?> line) {
        return (speaker == null ? "- " : speaker + ": ") + line.get("text");
    }

    private static int sum(List<Map<?, ?>> activities, String part) {
        return activities.stream()
                .mapToInt(activity -> (Integer) activity.get(part))
                .sum();
    }

    private static Map<?, ?> path() {
        return (Map<?, ?>) ContentFolder.yaml(ContentFolder.text(ContentFolder.TRAINING.resolve("sessions.yaml")));
    }

    private static List<String> sheetKeys() {
        Map<?, ?> list =
                (Map<?, ?>) ContentFolder.yaml(ContentFolder.text(ContentFolder.TRAINING.resolve("sheets.yaml")));
        return ((List<?>) Objects.requireNonNull(list.get("sheets")))
                .stream().map(String::valueOf).toList();
    }

    private static List<Integer> numbers(@Nullable Object list) {
        return ((List<?>) Objects.requireNonNull(list))
                .stream().map(Integer.class::cast).toList();
    }

    private static Set<String> needed(String kind, Set<String> has) {
        return switch (kind) {
            case "BOARD" -> Set.of("room");
            case "PLAN", "ARTEFACT" -> Set.of("file", "room");
            case "CHECK" -> has.contains("survey") ? Set.of("survey") : Set.of("file");
            default -> Set.of("file");
        };
    }

    /** The files that an activity names, and those that these name in turn. */
    private static void follow(Map<?, ?> activity, String folder, Set<String> asked) {
        if (activity.get("survey") instanceof Map<?, ?> survey) {
            asked.add("surveys/" + survey.get("instrument") + ".yaml");
        }
        if (activity.get("file") instanceof String file) {
            asked.add(folder + file);
            if (file.endsWith(".yaml")) {
                Path path = ContentFolder.ROOT.resolve(folder + file);
                Map<?, ?> work = (Map<?, ?>) ContentFolder.yaml(ContentFolder.text(path));
                ContentFolder.maps(work.get("lessons")).forEach(lesson -> asked.add(folder + lesson.get("file")));
            }
        }
    }

    private static Stream<String> found(String pattern, ContentFolder.Words words) {
        return Pattern.compile(pattern).matcher(words.text()).results().map(one -> one.group());
    }

    /** A link of Markdown leads to a heading of its own page or to a file beside it; other hosts are not linked. */
    private static boolean leads(ContentFolder.Words words, String target) {
        if (target.startsWith("#")) {
            return words.text()
                    .lines()
                    .filter(line -> line.startsWith("#"))
                    .map(line -> line.replaceAll("^#+\\s+", "").toLowerCase(java.util.Locale.ROOT))
                    .anyMatch(title -> title.replaceAll("[^a-z0-9]+", "-").equals(target.substring(1)));
        }
        return !target.contains(":")
                && Files.exists(ContentFolder.ROOT.resolve(words.place()).resolveSibling(target));
    }

    private static List<String> faults(Pattern pattern) {
        Set<String> faults = new HashSet<>();
        for (ContentFolder.Words words : ContentFolder.words()) {
            String text = words.text().replaceAll(LABELS, "").replaceAll("(?m)^\\|[-| :]+\\|$", "");
            pattern.matcher(text)
                    .results()
                    .forEach(found -> faults.add(words.place() + ": "
                            + text.substring(Math.max(0, found.start() - 20), Math.min(text.length(), found.end() + 10))
                                    .replace('\n', ' ')));
        }
        return faults.stream().sorted().toList();
    }

    /** All that people read in a file, one text a line. */
    private static Map<String, String> byFile() {
        return ContentFolder.words().stream()
                .collect(Collectors.groupingBy(
                        words -> words.place().replaceAll("(\\.(?:yaml|md)).*", "$1"),
                        TreeMap::new,
                        Collectors.mapping(ContentFolder.Words::text, Collectors.joining("\n"))));
    }
}
