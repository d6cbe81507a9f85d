package org.peercoach.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.peercoach.course.MemberRole;

/**
 * What a form sent.
 *
 * @param answers what the questionnaire asks for; everything else is dropped
 * @param version of the response that the form was made from
 * @param writer names the tab: a tab never stands in its own way
 */
record Sheet(Answers answers, int version, String writer) {

    static final int LONGEST_TEXT = 20_000;

    static Sheet of(Instrument instrument, MemberRole role, Map<String, String> sent) {
        Map<String, String> kept = new TreeMap<>();
        for (Instrument.Item item : instrument.items()) {
            item(instrument, item, sent, kept);
        }
        instrument.questions().forEach(open -> open(open, sent, kept));
        if (instrument.comment() != null) {
            text(Answers.COMMENT, sent, kept);
        }
        if (instrument.kind().shareable(role) && !kept.isEmpty()) {
            kept.put(Answers.SHARE, sent.containsKey(Answers.SHARE) ? Answers.YES : Answers.NO);
        }
        String version = sent.getOrDefault("version", "");
        String writer = sent.getOrDefault("writer", "");
        return new Sheet(
                new Answers(kept),
                version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0,
                writer.matches("[0-9a-f]{1,8}") ? writer : "");
    }

    private static void item(
            Instrument instrument, Instrument.Item item, Map<String, String> sent, Map<String, String> kept) {
        String value = sent.get(Answers.item(item));
        if (instrument.level(value).isPresent() || !instrument.kind().complete() && Answers.NOT_MINE.equals(value)) {
            kept.put(Answers.item(item), value);
        }
        if (instrument.asksForHelp()) {
            String help = sent.getOrDefault(Answers.help(item), "");
            Arrays.stream(Help.values())
                    .filter(known -> known.word().equals(help))
                    .forEach(known -> kept.put(Answers.help(item), known.word()));
        }
    }

    private static void open(Instrument.Open open, Map<String, String> sent, Map<String, String> kept) {
        switch (open.kind()) {
            case LINE, TEXT -> text(Answers.open(open), sent, kept);
            case ONE_OF -> {
                String value = sent.getOrDefault(Answers.open(open), "");
                open.choices().stream()
                        .filter(option -> option.key().equals(value))
                        .forEach(option -> kept.put(Answers.open(open), option.key()));
            }
            case SOME_OF ->
                open.choices().stream()
                        .map(option -> Answers.option(open, option))
                        .filter(sent::containsKey)
                        .forEach(field -> kept.put(field, Answers.YES));
        }
    }

    private static void text(String field, Map<String, String> sent, Map<String, String> kept) {
        String text = sent.getOrDefault(field, "").replace("\r\n", "\n");
        if (!text.isBlank()) {
            kept.put(field, text);
        }
    }

    boolean tooLong() {
        return answers.fields().values().stream().anyMatch(value -> value.length() > LONGEST_TEXT);
    }

    /** Fields that still need an answer, in order: items first, then open questions. */
    static List<String> missing(Instrument instrument, Answers answers) {
        List<String> missing = new ArrayList<>();
        if (instrument.kind().complete()) {
            instrument.items().stream()
                    .filter(item -> answers.value(instrument, item).isEmpty())
                    .map(Answers::item)
                    .forEach(missing::add);
        } else if (instrument.items().stream()
                .allMatch(item -> answers.text(Answers.item(item)).isEmpty())) {
            missing.add(Answers.item(instrument.items().getFirst())); // nothing at all is no answer
        }
        instrument.questions().stream()
                .filter(Instrument.Open::needed)
                .filter(open -> !answered(open, answers))
                .map(Answers::open)
                .forEach(missing::add);
        return missing;
    }

    static boolean answered(Instrument.Open open, Answers answers) {
        return open.kind() == Instrument.OpenKind.SOME_OF
                ? open.choices().stream().anyMatch(option -> answers.has(Answers.option(open, option), Answers.YES))
                : !answers.text(Answers.open(open)).isBlank();
    }
}
