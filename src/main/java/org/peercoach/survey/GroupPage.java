package org.peercoach.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The figures of a group as a page shows them; what has fewer than five answers is not there. */
record GroupPage(
        Instrument instrument, Figures now, @Nullable Figures before) {

    /**
     * @param domain title of a group that begins here, or null within one
     * @param answers null where nothing is shown
     * @param help how many want help, or null where that is not asked or not shown
     */
    public record ItemRow(
            @Nullable String domain,
            String text,
            @Nullable Integer answers,
            @Nullable String mean,
            @Nullable String before,
            @Nullable HelpView help) {}

    public record HelpView(int maybe, int soon) {}

    /** @param answers null where nothing is shown */
    public record QuestionRow(String label, @Nullable Integer answers, List<OptionRow> options) {}

    public record OptionRow(String text, int count) {}

    private Map<String, Figures.Tally> earlier() {
        return now.pairs() != null ? now.pairs().before() : before == null ? Map.of() : before.items();
    }

    private Map<String, Figures.Tally> later() {
        return now.pairs() != null ? now.pairs().after() : now.items();
    }

    boolean compares() {
        return !earlier().isEmpty();
    }

    List<OwnResult.BarRow> bars() {
        return instrument.domains().stream()
                .map(domain ->
                        OwnResult.bar(instrument, domain.title(), mean(domain, later()), mean(domain, earlier())))
                .toList();
    }

    /** Of what is shown only: an item that is left out cannot be worked out from the mean of its group. */
    private static OptionalDouble mean(Instrument.Domain domain, Map<String, Figures.Tally> tallies) {
        List<Figures.Tally> shown = domain.items().stream()
                .map(item -> tallies.get(item.code()))
                .filter(Objects::nonNull)
                .filter(Figures.Tally::shown)
                .toList();
        int answers = shown.stream().mapToInt(Figures.Tally::answers).sum();
        int sum = shown.stream().mapToInt(Figures.Tally::sum).sum();
        return answers == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) sum / answers);
    }

    List<ItemRow> items() {
        List<ItemRow> rows = new ArrayList<>();
        for (Instrument.Domain domain : instrument.domains()) {
            String title = domain.title();
            for (Instrument.Item item : domain.items()) {
                rows.add(row(title, item));
                title = null;
            }
        }
        return rows;
    }

    private ItemRow row(@Nullable String title, Instrument.Item item) {
        Figures.Tally tally = later().get(item.code());
        String earlier = mean(earlier().get(item.code()));
        if (tally == null || !tally.shown()) {
            return new ItemRow(title, item.text(), null, null, earlier, null);
        }
        HelpView help = instrument.asksForHelp() ? new HelpView(tally.maybe(), tally.soon()) : null;
        return new ItemRow(title, item.text(), tally.answers(), mean(tally), earlier, help);
    }

    private static @Nullable String mean(Figures.@Nullable Tally tally) {
        return tally == null || !tally.shown() ? null : OwnResult.oneDigit(tally.mean());
    }

    List<QuestionRow> questions() {
        return instrument.questions().stream()
                .filter(open -> open.kind().chosen())
                .map(this::question)
                .toList();
    }

    private QuestionRow question(Instrument.Open open) {
        int answers = now.questions().getOrDefault(open.key(), 0);
        return answers < Figures.FEWEST
                ? new QuestionRow(open.label(), null, List.of())
                : new QuestionRow(
                        open.label(),
                        answers,
                        open.choices().stream()
                                .map(option -> new OptionRow(
                                        option.text(), now.options().getOrDefault(Figures.option(open, option), 0)))
                                .toList());
    }
}
