package org.peercoach.training;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Habits with how often each occurs, then the picture by pairs and the choice of one. */
final class InventoryPage {

    private InventoryPage() {}

    /** @param pair what it belongs to; shown to trainers */
    public record ItemRow(int number, String name, String text, String chosen, boolean missing, String pair) {}

    /** @param percent the length of its bar */
    public record PairRow(String title, int sum, int max, int percent) {}

    /** @param practise what to do about it */
    public record AdviceRow(String key, String title, String advice, String practise, boolean chosen) {}

    public record FocusView(String label, String help, boolean missing, List<AdviceRow> pairs) {}

    /** @param open how many have no answer yet, when the member wanted to see the picture; else 0 */
    public record InventoryView(
            String lead,
            List<Practice.Level> scale,
            List<ItemRow> items,
            int open,
            boolean answered,
            List<PairRow> pairs,
            List<AdviceRow> weakest,
            FocusView focus) {
        /** The number of the first one that is open; only asked where one is. */
        public int firstOpen() {
            return items.stream()
                    .filter(ItemRow::missing)
                    .mapToInt(ItemRow::number)
                    .findFirst()
                    .orElse(1);
        }
    }

    static InventoryView of(Inventory work, ActivityState state, ActivityController.Asked asked) {
        Answer answer = state.answer();
        String tooShort = asked.tooShort();
        boolean ofFocus = tooShort != null && Inventory.FOCUS.equals(asked.at());
        boolean ofItems = tooShort != null && tooShort.isEmpty() && !ofFocus;
        List<ItemRow> items = items(work, state.draft(), ofItems);
        boolean answered = work.answered(answer);
        return new InventoryView(
                work.lead(),
                work.scale().stream()
                        .map(grade -> Practice.Level.of(grade.key(), grade.text()))
                        .toList(),
                items,
                (int) items.stream().filter(ItemRow::missing).count(),
                answered,
                answered ? pairs(work, answer) : List.of(),
                answered ? advice(work.weakest(answer), null) : List.of(),
                new FocusView(
                        work.focus().label(),
                        work.focus().help(),
                        ofFocus,
                        advice(work.pairs(), state.draft().get(Inventory.FOCUS))));
    }

    private static List<ItemRow> items(Inventory work, Answer draft, boolean tell) {
        return IntStream.range(0, work.items().size())
                .mapToObj(index -> {
                    Inventory.Item item = work.items().get(index);
                    String chosen = draft.text(item.name());
                    return new ItemRow(
                            index + 1,
                            item.name(),
                            item.text(),
                            chosen,
                            tell && chosen.isEmpty(),
                            work.pair(item.pair()).map(Inventory.Pair::title).orElse(""));
                })
                .toList();
    }

    private static List<PairRow> pairs(Inventory work, Answer answer) {
        return work.scores(answer).stream()
                .map(score ->
                        new PairRow(score.pair().title(), score.sum(), score.max(), 100 * score.sum() / score.max()))
                .toList();
    }

    private static List<AdviceRow> advice(List<Inventory.Pair> pairs, @Nullable String chosen) {
        return pairs.stream()
                .map(pair -> new AdviceRow(
                        pair.key(),
                        pair.title(),
                        pair.advice(),
                        pair.practise(),
                        pair.key().equals(chosen)))
                .toList();
    }
}
