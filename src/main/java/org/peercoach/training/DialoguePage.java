package org.peercoach.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A branching talk as far as it has come, and what can be said now. */
final class DialoguePage {

    private DialoguePage() {}

    /**
     * One thing that was said.
     *
     * @param mine whether the member said it
     * @param cost what a dead end cost, or null
     * @param now whether it is the newest
     */
    public record LineRow(
            boolean mine,
            @Nullable String speaker,
            String text,
            @Nullable String note,
            @Nullable String cost,
            boolean now) {}

    /** @param step what the form sends */
    public record ChoiceRow(String step, String text) {}

    /** @param step what the form sends to go back */
    public record DeadEndView(
            @Nullable String cost, @Nullable String hint, String step) {}

    public record EndingView(String title, String text, boolean good) {}

    /** A node as trainers see it; {@code leadsTo} numbers of nodes. */
    public record NodeRow(
            int number,
            @Nullable String speaker,
            String text,
            @Nullable String note,
            List<LinkRow> choices,
            @Nullable DeadEndView deadEnd,
            int back,
            @Nullable EndingView ending) {}

    public record LinkRow(String text, int to) {}

    /**
     * @param endings how many endings the member has reached, of {@code of}
     * @param begun whether there is a way to start again from
     */
    public record DialogueView(
            String setting,
            List<String> skills,
            List<LineRow> lines,
            List<ChoiceRow> choices,
            @Nullable DeadEndView deadEnd,
            @Nullable EndingView ending,
            int endings,
            int of,
            boolean begun,
            List<NodeRow> nodes) {}

    static DialogueView of(Dialogue work, ActivityState state, boolean preview) {
        List<Dialogue.Turn> talk = work.talk(state.answer());
        Dialogue.Node now = talk.getLast().node();
        String reached = state.answer().text(Dialogue.ENDINGS);
        return new DialogueView(
                work.setting(),
                work.skills() == null ? List.of() : work.skills(),
                lines(talk),
                choices(now),
                deadEnd(now),
                ending(now),
                reached.isEmpty() ? 0 : (int) Arrays.stream(reached.split(" ")).count(),
                (int) work.nodes().stream()
                        .filter(node -> node.ending() != null)
                        .count(),
                talk.size() > 1,
                preview ? nodes(work) : List.of());
    }

    private static List<LineRow> lines(List<Dialogue.Turn> talk) {
        List<LineRow> lines = new ArrayList<>();
        for (Dialogue.Turn turn : talk) {
            Dialogue.Node node = turn.node();
            boolean now = turn.option() == null;
            lines.add(new LineRow(false, node.speaker(), node.text(), node.note(), now ? null : node.cost(), now));
            node.choices().stream()
                    .filter(choice -> choice.key().equals(turn.option()))
                    .forEach(choice -> lines.add(new LineRow(true, null, choice.text(), null, null, false)));
        }
        return lines;
    }

    private static List<ChoiceRow> choices(Dialogue.Node now) {
        return now.choices().stream()
                .map(choice -> new ChoiceRow(Dialogue.step(now, choice.key()), choice.text()))
                .toList();
    }

    private static @Nullable DeadEndView deadEnd(Dialogue.Node node) {
        return node.deadEnd() ? new DeadEndView(node.cost(), node.hint(), Dialogue.step(node, Dialogue.BACK)) : null;
    }

    private static @Nullable EndingView ending(Dialogue.Node node) {
        Dialogue.Ending ending = node.ending();
        return ending == null ? null : new EndingView(ending.title(), ending.text(), ending.good());
    }

    private static List<NodeRow> nodes(Dialogue work) {
        return work.nodes().stream()
                .map(node -> new NodeRow(
                        number(work, node.key()),
                        node.speaker(),
                        node.text(),
                        node.note(),
                        node.choices().stream()
                                .map(choice -> new LinkRow(choice.text(), number(work, choice.next())))
                                .toList(),
                        deadEnd(node),
                        node.back() == null ? 0 : number(work, node.back()),
                        ending(node)))
                .toList();
    }

    private static int number(Dialogue work, String key) {
        return work.node(key).map(work.nodes()::indexOf).orElse(0) + 1;
    }
}
