package org.peercoach.training;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.MemberRole;

/** Cards sorted so far, each with its reasons, and the card to sort now. */
final class SortingPage {

    private SortingPage() {}

    /** How a choice compares with ours; never a loss. */
    enum Verdict {
        SAME,
        ALSO,
        OTHER
    }

    public record AlsoRow(String box, String why) {}

    /**
     * @param box where the member put it
     * @param verdictKey message key; in a preview null
     * @param ours where we would put it
     */
    public record SortedRow(
            String key,
            int number,
            String text,
            @Nullable String box,
            @Nullable String verdictKey,
            String ours,
            String why,
            List<AlsoRow> also) {}

    /** @param chosen the box where it lies now, or null */
    public record CardView(
            String key, int number, String text, @Nullable String chosen) {}

    /**
     * @param card the card to sort now, or null
     * @param last the card that was sorted just now, or null
     */
    public record SortingView(
            List<Work.Box> boxes,
            @Nullable CardView card,
            @Nullable SortedRow last,
            List<SortedRow> sorted,
            int done,
            int of) {}

    static SortingView of(Work.Sorting sorting, ActivityState state, ActivityController.Asked asked, MemberRole role) {
        boolean preview = role != MemberRole.COACH;
        Answer answer = state.answer();
        Progress progress = Progress.of(sorting, answer);
        List<SortedRow> sorted = IntStream.range(0, sorting.cards().size())
                .filter(index -> preview || isSorted(sorting, index, answer))
                .mapToObj(index -> row(sorting, index, answer))
                .toList();
        return new SortingView(
                sorting.boxes(),
                preview ? null : card(sorting, answer, asked.card()),
                sorted.stream()
                        .filter(row -> !preview && row.key().equals(asked.sorted()))
                        .findFirst()
                        .orElse(null),
                sorted,
                progress.done(),
                progress.of());
    }

    /** The card that was asked for, else the first that is not sorted. */
    private static @Nullable CardView card(Work.Sorting sorting, Answer answer, @Nullable String asked) {
        return IntStream.range(0, sorting.cards().size())
                .filter(index -> asked == null || sorting.card(asked).isEmpty()
                        ? !isSorted(sorting, index, answer)
                        : sorting.cards().get(index).key().equals(asked))
                .mapToObj(index -> {
                    Work.Card card = sorting.cards().get(index);
                    return new CardView(card.key(), index + 1, card.text(), answer.get(card.key()));
                })
                .findFirst()
                .orElse(null);
    }

    private static boolean isSorted(Work.Sorting sorting, int index, Answer answer) {
        return sorting.box(answer.get(sorting.cards().get(index).key())).isPresent();
    }

    private static SortedRow row(Work.Sorting sorting, int index, Answer answer) {
        Work.Card card = sorting.cards().get(index);
        Optional<Work.Box> box = sorting.box(answer.get(card.key()));
        return new SortedRow(
                card.key(),
                index + 1,
                card.text(),
                box.map(Work.Box::title).orElse(null),
                box.map(chosen -> "training.sort.verdict." + verdict(card, chosen.key()))
                        .orElse(null),
                title(sorting, card.box()),
                card.why(),
                card.also().stream()
                        .map(also -> new AlsoRow(title(sorting, also.box()), also.why()))
                        .toList());
    }

    static Verdict verdict(Work.Card card, String box) {
        if (card.box().equals(box)) {
            return Verdict.SAME;
        }
        return card.also().stream().anyMatch(also -> also.box().equals(box)) ? Verdict.ALSO : Verdict.OTHER;
    }

    private static String title(Work.Sorting sorting, String box) {
        return sorting.box(box).map(Work.Box::title).orElseThrow();
    }
}
