package org.peercoach.training;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in which the coach decides what to say next. Dead ends tell what they cost and lead back; whoever
 * reaches an ending, a good or a bad one, has done it. The way taken is kept, step by step.
 *
 * @param start the node where the talk begins
 * @param skills what it is good for, or null
 */
record Dialogue(
        String setting,
        String start,
        @Nullable List<String> skills,
        List<Node> nodes,
        @Nullable List<FieldGroup> record)
        implements Practice {

    /** The field that holds the way taken: steps such as {@code n0:b}, parted by blanks. */
    static final String WAY = "way";

    /** The field that holds the endings reached so far, parted by blanks. */
    static final String ENDINGS = "endings";

    /** The option of every dead end. */
    static final String BACK = "back";

    private static final String STEP = "step";
    private static final String AGAIN = "again";

    /** One of three: it has options, or it is a dead end ({@code cost}, {@code hint}, {@code back}), or an ending. */
    record Node(
            String key,
            @Nullable String speaker,
            String text,
            @Nullable String note,
            @Nullable List<Choice> options,
            @Nullable String cost,
            @Nullable String hint,
            @Nullable String back,
            @Nullable Ending ending) {

        List<Choice> choices() {
            return options == null ? List.of() : options;
        }

        boolean deadEnd() {
            return back != null;
        }

        /** Where an option leads, or null if there is no such option. */
        @Nullable
        String next(String option) {
            if (deadEnd()) {
                return option.equals(BACK) ? back : null;
            }
            return choices().stream()
                    .filter(choice -> choice.key().equals(option))
                    .map(Choice::next)
                    .findFirst()
                    .orElse(null);
        }
    }

    record Choice(String key, String text, String next) {}

    record Ending(String title, String text, boolean good) {}

    /** @param option what was chosen there, or null where the talk stands now */
    record Turn(Node node, @Nullable String option) {}

    Optional<Node> node(@Nullable String wanted) {
        return nodes.stream().filter(node -> node.key().equals(wanted)).findFirst();
    }

    /** What a form sends, and the way keeps, of an option. */
    static String step(Node node, String option) {
        return node.key() + ":" + option;
    }

    /** The option of a step that starts at this node, or an empty text. */
    private static String option(Node node, String step) {
        String from = step(node, "");
        return step.startsWith(from) ? step.substring(from.length()) : "";
    }

    /** The talk so far; ends before a step that the content does not know any more. */
    List<Turn> talk(Answer answer) {
        List<Turn> turns = new ArrayList<>();
        Node now = node(start).orElseThrow();
        for (String step : words(answer.text(WAY))) {
            String option = option(now, step);
            Optional<Node> next = node(now.next(option));
            if (next.isEmpty()) {
                break;
            }
            turns.add(new Turn(now, option));
            now = next.get();
        }
        turns.add(new Turn(now, null));
        return turns;
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.split(" "));
    }

    @Override
    public Answer draft(Entry entry) {
        return Answer.NONE;
    }

    @Override
    public boolean enough(Entry entry, Answer before) {
        return true;
    }

    /** One step from where the talk stands: pressing twice does not go two steps. */
    @Override
    public Answer handIn(Entry entry, Answer before) {
        if (entry.fields().get(AGAIN) != null) {
            return before.with(WAY, "");
        }
        List<Turn> talk = talk(before);
        Node now = talk.getLast().node();
        String step = entry.fields().text(STEP);
        Optional<Node> next = node(now.next(option(now, step)));
        return next.map(node -> arrived(node, before.with(WAY, way(talk, step))))
                .orElse(before);
    }

    private static String way(List<Turn> talk, String step) {
        StringBuilder way = new StringBuilder();
        talk.subList(0, talk.size() - 1)
                .forEach(turn -> way.append(turn.node().key())
                        .append(':')
                        .append(turn.option())
                        .append(' '));
        return way.append(step).toString();
    }

    private static Answer arrived(Node node, Answer answer) {
        List<String> endings = new ArrayList<>(words(answer.text(ENDINGS)));
        if (node.ending() == null || endings.contains(node.key())) {
            return answer;
        }
        endings.add(node.key());
        return answer.with(ENDINGS, String.join(" ", endings));
    }

    @Override
    public Progress progress(Answer answer) {
        return Progress.upTo(Math.min(1, words(answer.text(ENDINGS)).size()), 1);
    }

    /** A way that was gone to its end is kept before somebody starts again. */
    @Override
    public boolean finishes(Answer before, Answer after) {
        return !before.equals(after) && talk(after).getLast().node().ending() != null;
    }

    @Override
    public String after(Entry entry, Answer answer) {
        return "#now";
    }

    @Override
    public void check(Faults faults) {
        faults.keys("nodes", nodes, Node::key);
        faults.known("start", start, nodes, Node::key);
        faults.expect(nodes.stream().noneMatch(node -> node.key().contains(" ")), "node with a blank in its key");
        nodes.forEach(node -> check(node, faults));
        if (faults.found().isEmpty()) {
            Set<String> reached = reached();
            nodes.stream()
                    .filter(node -> !reached.contains(node.key()))
                    .forEach(node -> faults.add(node.key() + " is never reached"));
            faults.expect(
                    nodes.stream()
                            .anyMatch(node ->
                                    node.ending() != null && node.ending().good()),
                    "has no good ending");
        }
    }

    private void check(Node node, Faults faults) {
        int kinds = (node.options() == null ? 0 : 1) + (node.deadEnd() ? 1 : 0) + (node.ending() == null ? 0 : 1);
        faults.expect(kinds == 1, node.key() + " is not one of options, dead end and ending");
        faults.expect(
                node.deadEnd() == (node.cost() != null) && node.deadEnd() == (node.hint() != null),
                node.key() + " lacks cost, hint or back");
        faults.expect(node.options() == null || node.speaker() != null, node.key() + " has no speaker");
        faults.keys(node.key() + " options", node.choices(), Choice::key);
        node.choices().forEach(choice -> faults.known(node.key(), choice.next(), nodes, Node::key));
        if (node.deadEnd()) {
            faults.known(node.key(), node.back(), nodes, Node::key);
        }
    }

    private Set<String> reached() {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            Node node = node(open.pop()).orElseThrow();
            if (reached.add(node.key())) {
                node.choices().forEach(choice -> open.push(choice.next()));
                if (node.back() != null) {
                    open.push(node.back());
                }
            }
        }
        return reached;
    }
}
