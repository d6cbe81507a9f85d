package org.peercoach.training;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Habits to look at in oneself: how often each occurs, a picture by pairs, and one of them to practice next. */
record Inventory(
        String lead,
        List<Grade> scale,
        List<Pair> pairs,
        List<Item> items,
        Focus focus,
        @Nullable List<FieldGroup> record)
        implements Practice {

    /** The field that holds the pair to practice. */
    static final String FOCUS = "focus";

    /** @param value what it counts */
    record Grade(String key, String text, int value) {}

    /**
     * Items that belong together.
     *
     * @param advice what we say when it is the weakest
     * @param practise what to do when it is chosen
     */
    record Pair(String key, String title, String advice, String practise) {}

    record Item(String key, String text, String pair) {
        String name() {
            return "item:" + key;
        }
    }

    record Focus(String label, String help) {}

    /** What a pair counts, of what it might. */
    record Score(Pair pair, int sum, int max) {
        boolean below(Score other) {
            return sum * other.max < other.sum * max;
        }
    }

    Optional<Grade> grade(@Nullable String wanted) {
        return scale.stream().filter(grade -> grade.key().equals(wanted)).findFirst();
    }

    Optional<Pair> pair(@Nullable String wanted) {
        return pairs.stream().filter(pair -> pair.key().equals(wanted)).findFirst();
    }

    /** The scores of all pairs, in order. */
    List<Score> scores(Answer answer) {
        int best = scale.stream().mapToInt(Grade::value).max().orElse(0);
        return pairs.stream()
                .map(pair -> {
                    List<Item> own = items.stream()
                            .filter(item -> item.pair().equals(pair.key()))
                            .toList();
                    int sum = own.stream()
                            .mapToInt(item -> grade(answer.get(item.name()))
                                    .map(Grade::value)
                                    .orElse(0))
                            .sum();
                    return new Score(pair, sum, best * own.size());
                })
                .toList();
    }

    /** The pairs with the least; all of them when several have as little. */
    List<Pair> weakest(Answer answer) {
        List<Score> scores = scores(answer);
        return scores.stream()
                .filter(score -> scores.stream().noneMatch(other -> other.below(score)))
                .map(Score::pair)
                .toList();
    }

    boolean answered(Answer answer) {
        return items.stream().allMatch(item -> grade(answer.get(item.name())).isPresent());
    }

    @Override
    public Answer draft(Entry entry) {
        Answer draft = Answer.NONE;
        for (Item item : items) {
            Optional<Grade> grade = grade(entry.fields().get(item.name()));
            if (grade.isPresent()) {
                draft = draft.with(item.name(), grade.get().key());
            }
        }
        Optional<Pair> chosen = pair(entry.fields().get(FOCUS));
        return chosen.isPresent() ? draft.with(FOCUS, chosen.get().key()) : draft;
    }

    @Override
    public boolean enough(Entry entry, Answer before) {
        return ofFocus(entry)
                ? answered(before) && pair(entry.fields().get(FOCUS)).isPresent()
                : answered(entry.fields());
    }

    @Override
    public Answer handIn(Entry entry, Answer before) {
        return before.with(draft(entry));
    }

    @Override
    public Progress progress(Answer answer) {
        int answered = (int) items.stream()
                .filter(item -> grade(answer.get(item.name())).isPresent())
                .count();
        int chosen = pair(answer.get(FOCUS)).isPresent() ? 1 : 0;
        return Progress.upTo(answered + chosen, items.size() + 1);
    }

    @Override
    public String after(Entry entry, Answer answer) {
        return ofFocus(entry) ? "#done" : "#results";
    }

    @Override
    public String missing(Entry entry) {
        return ofFocus(entry) ? "&at=" + FOCUS : "";
    }

    private static boolean ofFocus(Entry entry) {
        return FOCUS.equals(entry.fields().get("part"));
    }

    @Override
    public void check(Faults faults) {
        faults.keys("scale", scale, Grade::key);
        faults.keys("pairs", pairs, Pair::key);
        faults.keys("items", items, Item::key);
        items.forEach(item -> faults.known(item.key(), item.pair(), pairs, Pair::key));
        pairs.forEach(pair -> faults.expect(
                items.stream().anyMatch(item -> item.pair().equals(pair.key())), pair.key() + " has no items"));
    }
}
