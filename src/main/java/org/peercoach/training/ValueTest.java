package org.peercoach.training;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Uses of technology to give a value from 0 to 5. Within one point of ours is close; our reasons are told once all have a
 * value.
 *
 * @param questions one point for each that is answered with yes
 * @param cost what to hold against the value
 */
record ValueTest(
        String lead,
        List<String> questions,
        String cost,
        List<Use> uses,
        @Nullable List<FieldGroup> record) implements Practice {

    private static final int HIGHEST = 5;

    record Use(String key, String text, @FromZero Integer value, String reason) {
        String name() {
            return "use:" + key;
        }
    }

    /** How a value compares with ours; never a loss. */
    enum Verdict {
        SAME,
        CLOSE,
        HIGHER,
        LOWER
    }

    static List<Integer> values() {
        return IntStream.rangeClosed(0, HIGHEST).boxed().toList();
    }

    /** The value that was given, or null. */
    static @Nullable Integer value(Use use, Answer answer) {
        String given = answer.text(use.name());
        return given.matches("[0-5]") ? Integer.valueOf(given) : null;
    }

    static Verdict verdict(int given, int ours) {
        if (given == ours) {
            return Verdict.SAME;
        }
        return Math.abs(given - ours) == 1 ? Verdict.CLOSE : given > ours ? Verdict.HIGHER : Verdict.LOWER;
    }

    @Override
    public Answer draft(Entry entry) {
        Answer draft = Answer.NONE;
        for (Use use : uses) {
            Integer value = value(use, entry.fields());
            if (value != null) {
                draft = draft.with(use.name(), value.toString());
            }
        }
        return draft;
    }

    @Override
    public boolean enough(Entry entry, Answer before) {
        return progress(entry.fields()).complete();
    }

    @Override
    public Answer handIn(Entry entry, Answer before) {
        return before.with(draft(entry));
    }

    @Override
    public Progress progress(Answer answer) {
        int done = (int) uses.stream().filter(use -> value(use, answer) != null).count();
        return Progress.upTo(done, uses.size());
    }

    @Override
    public String after(Entry entry, Answer answer) {
        return "#results";
    }

    @Override
    public void check(Faults faults) {
        faults.keys("uses", uses, Use::key);
        uses.forEach(use ->
                faults.expect(values().contains(use.value()), use.key() + " has a value beyond 0 to " + HIGHEST));
        faults.expect(questions.size() == HIGHEST, "does not have " + HIGHEST + " questions");
    }
}
