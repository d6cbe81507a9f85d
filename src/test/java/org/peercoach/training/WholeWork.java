package org.peercoach.training;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a coach sends to finish each activity of the real content, found in the content, so that it follows its changes. */
public final class WholeWork {

    private WholeWork() {}

    /**
     * One activity that can be worked on now.
     *
     * @param page where its form is, below the course; of a survey in the survey's own room
     * @param marked whether trainers mark it
     * @param forms what is sent, one after the other; a survey takes the middle for every statement besides
     */
    public record Task(String id, String page, int points, boolean marked, List<Map<String, String>> forms) {}

    /** The numbers of all sessions. */
    public static List<Integer> sessions() {
        return TestContent.CATALOG.sessions().stream()
                .map(SessionContent::number)
                .toList();
    }

    /** All that is open in a session, in its order. */
    public static List<Task> of(int number) {
        SessionContent session = TestContent.CATALOG.session(number).orElseThrow();
        return session.open().stream().map(activity -> task(session, activity)).toList();
    }

    public static Task of(int number, String id) {
        return of(number).stream()
                .filter(task -> task.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The ids of what only the discussion board will open. */
    public static List<String> waiting() {
        return TestContent.CATALOG.sessions().stream()
                .flatMap(session -> session.activities().stream())
                .filter(activity -> !activity.open())
                .map(ActivityContent::id)
                .toList();
    }

    private static Task task(SessionContent session, ActivityContent activity) {
        String page =
                activity.work() instanceof Work.Survey survey ? survey.key().path() : session.path(activity);
        return new Task(activity.id(), page, activity.points(), activity.marked(), forms(activity.work()));
    }

    static List<Map<String, String>> forms(Work work) {
        return switch (work) {
            case Work.Reading reading -> List.of(Map.of());
            case Work.Scene scene ->
                IntStream.rangeClosed(2, scene.lines().size())
                        .mapToObj(line -> Map.of("line", Integer.toString(line)))
                        .toList();
            case Work.Reflection reflection ->
                List.of(Map.of(
                        "text", "I waited. ".repeat(reflection.minWords()).strip(), "share", "me"));
            case Work.Check check -> List.of(right(check));
            case Work.Sorting sorting ->
                sorting.cards().stream()
                        .map(card -> Map.of("card", card.key(), "box", card.box()))
                        .toList();
            case Work.Worksheet worksheet -> List.of(TestFields.filled(worksheet, "What we agreed"));
            case Work.Survey survey -> List.of(Map.of());
            case Work.Room room -> List.of();
            case Practice practice ->
                Stream.concat(exercise(practice), record(practice)).toList();
        };
    }

    private static Map<String, String> right(Work.Check check) {
        Map<String, String> chosen = new TreeMap<>();
        check.questions()
                .forEach(question -> question.options().stream()
                        .filter(Work.Option::right)
                        .forEach(option -> chosen.put(question.key(), option.key())));
        return chosen;
    }

    private static Stream<Map<String, String>> record(Practice practice) {
        if (practice.groups().isEmpty()) {
            return Stream.empty();
        }
        Map<String, String> fields = TestFields.filled(practice, "What we found");
        fields.put(Practice.RECORD, "1");
        return Stream.of(fields);
    }

    private static Stream<Map<String, String>> exercise(Practice practice) {
        return switch (practice) {
            case Rewriting rewriting -> rewriting.items().stream().flatMap(item -> rewritten(rewriting, item));
            case Dialogue dialogue -> wayToTheEnd(dialogue).stream();
            case Rating rating -> rating.steps().map(step -> rated(rating, step));
            case Inventory inventory -> Stream.of(habits(inventory), focus(inventory));
            case ValueTest values -> Stream.of(values(values));
            case Protocol protocol -> Stream.empty();
        };
    }

    private static Stream<Map<String, String>> rewritten(Rewriting work, Rewriting.Item item) {
        List<Map<String, String>> forms = new ArrayList<>();
        if (item.box() != null) {
            forms.add(Map.of("item", item.key(), item.boxName(), item.box()));
        }
        if (item.isRewritten()) {
            Map<String, String> words = new TreeMap<>(Map.of("item", item.key()));
            work.fields().forEach(part -> words.put(item.name(part), "What did you see them do?"));
            forms.add(words);
        }
        return forms.stream();
    }

    /** The shortest way to a good ending. */
    private static List<Map<String, String>> wayToTheEnd(Dialogue work) {
        Map<String, String> cameBy = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(work.start()));
        while (!open.isEmpty()) {
            Dialogue.Node node = work.node(open.remove()).orElseThrow();
            if (node.ending() != null && node.ending().good()) {
                return way(work, cameBy, node.key());
            }
            node.choices().stream()
                    .filter(choice -> !choice.next().equals(work.start()))
                    .filter(choice -> cameBy.putIfAbsent(choice.next(), Dialogue.step(node, choice.key())) == null)
                    .forEach(choice -> open.add(choice.next()));
        }
        throw new IllegalStateException("no good ending");
    }

    private static List<Map<String, String>> way(Dialogue work, Map<String, String> cameBy, String end) {
        List<Map<String, String>> steps = new ArrayList<>();
        String node = end;
        while (!node.equals(work.start())) {
            String step = cameBy.getOrDefault(node, "");
            steps.add(Map.of("step", step));
            node = step.substring(0, step.indexOf(':'));
        }
        Collections.reverse(steps);
        return steps;
    }

    private static Map<String, String> rated(Rating work, Rating.Step step) {
        Map<String, String> fields = new TreeMap<>(Map.of("part", step.key(), step.evidenceName(), "The second task"));
        step.area()
                .statements()
                .forEach(one ->
                        fields.put(step.name(one), work.scale().getFirst().key()));
        return fields;
    }

    private static Map<String, String> habits(Inventory work) {
        Map<String, String> fields = new TreeMap<>();
        work.items()
                .forEach(item -> fields.put(item.name(), work.scale().getFirst().key()));
        return fields;
    }

    private static Map<String, String> focus(Inventory work) {
        return Map.of(
                "part",
                Inventory.FOCUS,
                Inventory.FOCUS,
                work.pairs().getFirst().key());
    }

    private static Map<String, String> values(ValueTest work) {
        Map<String, String> fields = new TreeMap<>();
        work.uses().forEach(use -> fields.put(use.name(), "2"));
        return fields;
    }
}
