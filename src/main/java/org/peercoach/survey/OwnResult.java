package org.peercoach.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A person's own answers, and the earlier ones beside them if there are any. */
record OwnResult(
        Instrument instrument, Answers now, @Nullable Answers before) {

    /**
     * One line of the chart.
     *
     * @param now in words, with one digit; null where nothing was answered
     * @param nowWidth hundredths of the whole bar
     * @param change with its sign, or null
     */
    public record BarRow(
            String title,
            @Nullable String now,
            int nowWidth,
            @Nullable String before,
            int beforeWidth,
            @Nullable String change) {}

    /** @param domain title of a group that begins here, or null within one */
    public record ItemRow(
            @Nullable String domain,
            String text,
            @Nullable String now,
            @Nullable String before,
            @Nullable String helpKey) {}

    public record OpenRow(String label, String text) {}

    /** What the bars are measured by. */
    public record ScaleView(int lowest, String lowestText, int highest, String highestText) {
        static ScaleView of(Instrument instrument) {
            Instrument.Level first = instrument.scale().getFirst();
            Instrument.Level last = instrument.scale().getLast();
            return new ScaleView(first.value(), first.text(), last.value(), last.text());
        }
    }

    List<BarRow> bars() {
        return instrument.domains().stream().map(this::bar).toList();
    }

    private BarRow bar(Instrument.Domain domain) {
        OptionalDouble mean = mean(domain, now);
        OptionalDouble earlier = before == null ? OptionalDouble.empty() : mean(domain, before);
        return bar(instrument, domain.title(), mean, earlier);
    }

    static BarRow bar(Instrument instrument, String title, OptionalDouble now, OptionalDouble before) {
        return new BarRow(
                title,
                words(now),
                width(instrument, now),
                words(before),
                width(instrument, before),
                now.isPresent() && before.isPresent() ? change(now.getAsDouble(), before.getAsDouble()) : null);
    }

    private OptionalDouble mean(Instrument.Domain domain, Answers answers) {
        return domain.items().stream()
                .flatMap(item -> answers.value(instrument, item).stream())
                .mapToInt(value -> value)
                .average();
    }

    private static @Nullable String words(OptionalDouble value) {
        return value.isPresent() ? oneDigit(value.getAsDouble()) : null;
    }

    /** Of the rounded values, so that what stands beside each other adds up. */
    private static String change(double now, double before) {
        long tenths = Math.round(now * 10) - Math.round(before * 10);
        String size = oneDigit(Math.abs(tenths) / 10.0);
        return tenths == 0 ? "0" : (tenths > 0 ? "+" : "−") + size;
    }

    static String oneDigit(double value) {
        return String.format(Locale.ROOT, "%.1f", Math.round(value * 10) / 10.0);
    }

    /** From the lowest level, which is drawn as a sliver so that nobody has nothing, to the highest. */
    private static int width(Instrument instrument, OptionalDouble value) {
        double highest = instrument.highest();
        return value.isPresent() ? (int) Math.max(1, Math.round(value.getAsDouble() / highest * 100)) : 0;
    }

    List<ItemRow> items() {
        List<ItemRow> rows = new ArrayList<>();
        for (Instrument.Domain domain : instrument.domains()) {
            String title = domain.title();
            for (Instrument.Item item : domain.items()) {
                rows.add(new ItemRow(title, item.text(), level(item, now), level(item, before), help(item)));
                title = null;
            }
        }
        return rows;
    }

    private @Nullable String level(Instrument.Item item, @Nullable Answers answers) {
        return answers == null
                ? null
                : instrument
                        .level(answers.text(Answers.item(item)))
                        .map(Instrument.Level::text)
                        .orElse(null);
    }

    private @Nullable String help(Instrument.Item item) {
        for (Help help : Help.values()) {
            if (help != Help.NO && now.has(Answers.help(item), help.word())) {
                return "survey.help." + help;
            }
        }
        return null;
    }

    /** What was written or chosen, without what was left out. */
    List<OpenRow> texts() {
        List<OpenRow> rows = new ArrayList<>(instrument.questions().stream()
                .map(open -> new OpenRow(open.label(), OpenWords.of(open, now)))
                .filter(row -> !row.text().isBlank())
                .toList());
        if (instrument.comment() != null && !now.text(Answers.COMMENT).isBlank()) {
            rows.add(new OpenRow(instrument.comment(), now.text(Answers.COMMENT)));
        }
        return rows;
    }
}
