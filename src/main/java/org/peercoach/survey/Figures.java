package org.peercoach.survey;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a group answered, as it is shown: sums and counts, of five answers or more. Kept as it was shown, for two views of a
 * growing group must not differ by few people, or subtracting would tell what these answered.
 *
 * @param who whose answers these are, with the version of each: members, or anonymous answers by their id
 * @param items by the code of the item
 * @param questions how many answered an open question with options, by its key
 * @param options how many chose an option, by the form's field and value
 * @param pairs the same people before, or null where that may not be shown
 */
record Figures(
        Map<Long, Integer> who,
        Map<String, Tally> items,
        Map<String, Integer> questions,
        Map<String, Integer> options,
        @Nullable Pairs pairs) {

    /** Of fewer answers nothing is shown, and fewer never make a difference. */
    static final int FEWEST = 5;

    /** How an item was answered. */
    record Tally(int answers, int sum, int maybe, int soon) {

        boolean shown() {
            return answers >= FEWEST;
        }

        double mean() {
            return (double) sum / answers;
        }
    }

    /** People who answered both times. */
    record Pairs(Map<Long, Integer> who, Map<String, Tally> before, Map<String, Tally> after) {}

    /** One answer that counts. */
    record Counted(long who, int version, Answers answers) {}

    static Figures of(Instrument instrument, List<Counted> counted) {
        Map<Long, Integer> who = new TreeMap<>();
        counted.forEach(one -> who.put(one.who(), one.version()));
        Map<String, Integer> questions = new TreeMap<>();
        Map<String, Integer> options = new TreeMap<>();
        for (Instrument.Open open : instrument.questions()) {
            if (open.kind().chosen()) {
                questions.put(open.key(), count(counted, one -> Sheet.answered(open, one.answers())));
                for (Instrument.Option option : open.choices()) {
                    options.put(option(open, option), count(counted, one -> chose(open, option, one.answers())));
                }
            }
        }
        return new Figures(who, tallies(instrument, counted), questions, options, null);
    }

    static String option(Instrument.Open open, Instrument.Option option) {
        return open.key() + "." + option.key();
    }

    private static boolean chose(Instrument.Open open, Instrument.Option option, Answers answers) {
        return open.kind() == Instrument.OpenKind.ONE_OF
                ? answers.has(Answers.open(open), option.key())
                : answers.has(Answers.option(open, option), Answers.YES);
    }

    private static int count(List<Counted> counted, java.util.function.Predicate<Counted> which) {
        return (int) counted.stream().filter(which).count();
    }

    static Map<String, Tally> tallies(Instrument instrument, List<Counted> counted) {
        Map<String, Tally> items = new TreeMap<>();
        for (Instrument.Item item : instrument.items()) {
            List<Answers> given = counted.stream()
                    .map(Counted::answers)
                    .filter(answers -> answers.value(instrument, item).isPresent())
                    .toList();
            int sum = given.stream()
                    .mapToInt(answers -> answers.value(instrument, item).orElseThrow())
                    .sum();
            items.put(
                    item.code(),
                    new Tally(given.size(), sum, help(given, item, Help.MAYBE), help(given, item, Help.SOON)));
        }
        return items;
    }

    private static int help(List<Answers> given, Instrument.Item item, Help help) {
        return (int) given.stream()
                .filter(answers -> answers.has(Answers.help(item), help.word()))
                .count();
    }

    int answers() {
        return who.size();
    }

    boolean enough() {
        return answers() >= FEWEST;
    }

    /** People who are in one of the two only, or whose answers changed between them. */
    static int differences(Map<Long, Integer> one, Map<Long, Integer> other) {
        Set<Long> all = new HashSet<>(one.keySet());
        all.addAll(other.keySet());
        return (int) all.stream()
                .filter(who -> !java.util.Objects.equals(one.get(who), other.get(who)))
                .count();
    }

    /** Whether nobody could be told from the difference of the two: there is none, or it is of five people or more. */
    static boolean apart(Map<Long, Integer> one, Map<Long, Integer> other) {
        int differences = differences(one, other);
        return differences == 0 || differences >= FEWEST;
    }

    /** What is shown after these figures: these, until five people or more make a difference. */
    Figures next(Figures fresh) {
        if (differences(who, fresh.who) < FEWEST) {
            return this;
        }
        Map<String, Tally> next = new TreeMap<>(fresh.items);
        next.replaceAll((code, tally) -> {
            Tally before = items.get(code);
            return before != null && few(before.answers(), tally.answers()) ? before : tally;
        });
        Map<String, Integer> asked = new TreeMap<>(fresh.questions);
        Map<String, Integer> chosen = new TreeMap<>(fresh.options);
        questions.forEach((key, answers) -> {
            if (few(answers, asked.getOrDefault(key, 0))) {
                asked.put(key, answers);
                options.forEach((option, count) -> {
                    if (option.startsWith(key + ".")) {
                        chosen.put(option, count);
                    }
                });
            }
        });
        return new Figures(fresh.who, next, asked, chosen, pairs);
    }

    /** In a larger group few may have answered one question. */
    private static boolean few(int before, int after) {
        int more = Math.abs(after - before);
        return more > 0 && more < FEWEST;
    }

    Figures with(@Nullable Pairs other) {
        return new Figures(who, items, questions, options, other);
    }
}
