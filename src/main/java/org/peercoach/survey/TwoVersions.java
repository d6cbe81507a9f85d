package org.peercoach.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What stood in this window beside what another window has saved. */
record TwoVersions(Instrument instrument, Answers yours, Response kept) {

    /**
     * A question that the two answer differently; an empty text is no answer.
     *
     * @param help whether it is the question for help; its answers are message keys
     */
    public record DifferenceRow(String label, boolean help, String yours, String kept) {}

    /** A field that goes with a choice. */
    public record FieldRow(String name, String value) {}

    List<DifferenceRow> differences() {
        List<DifferenceRow> rows = new ArrayList<>();
        words(yours).forEach((label, text) -> {
            String other = words(kept.draft()).getOrDefault(label, "");
            if (!other.equals(text)) {
                rows.add(new DifferenceRow(label, false, text, other));
            }
        });
        for (Instrument.Item item : instrument.items()) {
            String text = help(item, yours);
            String other = help(item, kept.draft());
            if (!other.equals(text)) {
                rows.add(new DifferenceRow(item.text(), true, text, other));
            }
        }
        return rows;
    }

    private static String help(Instrument.Item item, Answers answers) {
        return java.util.Arrays.stream(Help.values())
                .filter(help -> answers.has(Answers.help(item), help.word()))
                .map(help -> "survey.help." + help)
                .findFirst()
                .orElse("");
    }

    List<FieldRow> fields(Answers answers) {
        return new TreeMap<>(answers.fields())
                .entrySet().stream()
                        .filter(field -> !field.getKey().equals(Answers.SHARE)
                                || field.getValue().equals(Answers.YES))
                        .map(field -> new FieldRow(field.getKey(), field.getValue()))
                        .toList();
    }

    /** Every question with its answer in words, in order. */
    private Map<String, String> words(Answers answers) {
        Map<String, String> words = new java.util.LinkedHashMap<>();
        for (Instrument.Item item : instrument.items()) {
            String level = instrument
                    .level(answers.text(Answers.item(item)))
                    .map(Instrument.Level::text)
                    .orElse("");
            words.put(item.text(), level);
        }
        for (Instrument.Open open : instrument.questions()) {
            words.put(open.label(), OpenWords.of(open, answers));
        }
        if (instrument.comment() != null) {
            words.put(instrument.comment(), answers.text(Answers.COMMENT));
        }
        return words;
    }
}
