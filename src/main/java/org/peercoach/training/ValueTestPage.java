package org.peercoach.training;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Uses of technology with the values that the member gave, and ours with the reasons once all have one. */
final class ValueTestPage {

    private ValueTestPage() {}

    /**
     * @param chosen what is chosen in the form, or an empty text
     * @param given what was handed in, or null
     * @param verdictKey how it compares with ours; null until handed in
     * @param ours null until handed in
     * @param reason null until handed in
     */
    public record UseRow(
            int number,
            String name,
            String text,
            String chosen,
            boolean missing,
            boolean near,
            @Nullable Integer given,
            @Nullable String verdictKey,
            @Nullable Integer ours,
            @Nullable String reason) {}

    /**
     * @param open how many have no value yet, when the member wanted to see ours; else 0
     * @param near how many are the same or close
     */
    public record ValueTestView(
            String lead,
            List<String> questions,
            String cost,
            List<Practice.Level> scale,
            List<UseRow> uses,
            int open,
            boolean answered,
            int near) {
        /** The number of the first one that is open; only asked where one is. */
        public int firstOpen() {
            return uses.stream()
                    .filter(UseRow::missing)
                    .mapToInt(UseRow::number)
                    .findFirst()
                    .orElse(1);
        }
    }

    static ValueTestView of(ValueTest work, ActivityState state, ActivityController.Asked asked, boolean preview) {
        boolean answered = work.progress(state.answer()).complete();
        boolean tell = asked.tooShort() != null && asked.tooShort().isEmpty();
        List<UseRow> uses = IntStream.range(0, work.uses().size())
                .mapToObj(index -> row(work.uses().get(index), index + 1, state, tell, answered || preview))
                .toList();
        return new ValueTestView(
                work.lead(),
                work.questions(),
                work.cost(),
                ValueTest.values().stream()
                        .map(value -> Practice.Level.of(value.toString(), value.toString()))
                        .toList(),
                uses,
                (int) uses.stream().filter(UseRow::missing).count(),
                answered,
                (int) uses.stream().filter(UseRow::near).count());
    }

    private static UseRow row(ValueTest.Use use, int number, ActivityState state, boolean tell, boolean revealed) {
        String chosen = state.draft().text(use.name());
        Integer given = ValueTest.value(use, state.answer());
        ValueTest.Verdict verdict = given == null ? null : ValueTest.verdict(given, use.value());
        return new UseRow(
                number,
                use.name(),
                use.text(),
                chosen,
                tell && chosen.isEmpty(),
                verdict == ValueTest.Verdict.SAME || verdict == ValueTest.Verdict.CLOSE,
                given,
                revealed && verdict != null ? "training.values.verdict." + verdict : null,
                revealed ? use.value() : null,
                revealed ? use.reason() : null);
    }
}
