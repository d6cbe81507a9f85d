package org.peercoach.survey;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.MemberRole;

/** The form of a questionnaire, as it was left. */
record FormPage(Instrument instrument, Answers answers, Set<String> missing) {

    /** @param id of the control that a message leads to */
    public record ChoiceRow(String id, String name, String value, String text, boolean chosen) {}

    /**
     * @param missing whether the person wanted to hand in without it
     * @param helpName field of the second question, or null where none is asked
     */
    public record ItemRow(
            int number,
            String id,
            String name,
            String text,
            boolean missing,
            List<ChoiceRow> levels,
            @Nullable String helpName,
            List<ChoiceRow> helps) {}

    public record DomainRow(String key, String title, List<ItemRow> items) {}

    /** @param kind {@code LINE}, {@code TEXT}, {@code ONE_OF} or {@code SOME_OF} */
    public record OpenRow(
            String id,
            String name,
            String label,
            String kind,
            boolean required,
            boolean missing,
            String text,
            List<ChoiceRow> options) {}

    /** @param label null where no comment is asked for */
    public record CommentView(@Nullable String label, String text) {}

    /** One thing that still needs an answer, and where it stands. */
    public record MissingRow(String anchor, String text) {}

    List<DomainRow> domains() {
        int[] number = {0};
        return instrument.domains().stream()
                .map(domain -> new DomainRow(
                        domain.key(),
                        domain.title(),
                        domain.items().stream()
                                .map(item -> item(item, ++number[0]))
                                .toList()))
                .toList();
    }

    private ItemRow item(Instrument.Item item, int number) {
        String name = Answers.item(item);
        return new ItemRow(
                number,
                id(name),
                name,
                item.text(),
                missing.contains(name),
                levels(name),
                instrument.asksForHelp() ? Answers.help(item) : null,
                instrument.asksForHelp() ? helps(Answers.help(item)) : List.of());
    }

    private List<ChoiceRow> levels(String name) {
        List<ChoiceRow> levels = new java.util.ArrayList<>(instrument.scale().stream()
                .map(level -> choice(name, Integer.toString(level.value()), level.text()))
                .toList());
        if (!instrument.kind().complete()) {
            levels.add(choice(name, Answers.NOT_MINE, ""));
        }
        return levels;
    }

    private List<ChoiceRow> helps(String name) {
        return Arrays.stream(Help.values())
                .map(help -> choice(name, help.word(), "survey.help." + help))
                .toList();
    }

    private ChoiceRow choice(String name, String value, String text) {
        return new ChoiceRow(id(name) + "-" + value, name, value, text, answers.has(name, value));
    }

    List<OpenRow> questions() {
        return instrument.questions().stream().map(this::question).toList();
    }

    private OpenRow question(Instrument.Open open) {
        String name = Answers.open(open);
        return new OpenRow(
                id(name),
                name,
                open.label(),
                open.kind().name(),
                open.needed(),
                missing.contains(name),
                answers.text(name),
                open.choices().stream().map(option -> option(open, option)).toList());
    }

    private ChoiceRow option(Instrument.Open open, Instrument.Option option) {
        if (open.kind() == Instrument.OpenKind.ONE_OF) {
            return choice(Answers.open(open), option.key(), option.text());
        }
        String name = Answers.option(open, option);
        return new ChoiceRow(id(name), name, Answers.YES, option.text(), answers.has(name, Answers.YES));
    }

    CommentView comment() {
        return new CommentView(instrument.comment(), answers.text(Answers.COMMENT));
    }

    /** Pre-ticked: whoever does not want it takes the tick away. Null where there is nothing to share. */
    @Nullable
    Boolean share(MemberRole role) {
        return instrument.kind().shareable(role) ? !answers.has(Answers.SHARE, Answers.NO) : null;
    }

    List<MissingRow> missingRows() {
        List<Instrument.Item> items = instrument.items();
        List<MissingRow> rows = new java.util.ArrayList<>(IntStream.range(0, items.size())
                .filter(index -> missing.contains(Answers.item(items.get(index))))
                .mapToObj(index -> new MissingRow(
                        id(Answers.item(items.get(index))),
                        (index + 1) + ". " + items.get(index).text()))
                .toList());
        instrument.questions().stream()
                .filter(open -> missing.contains(Answers.open(open)))
                .map(open -> new MissingRow(id(Answers.open(open)), open.label()))
                .forEach(rows::add);
        return rows;
    }

    static FormPage of(Survey survey, Collection<String> missing) {
        return new FormPage(survey.instrument(), survey.draft(), Set.copyOf(missing));
    }

    private static String id(String name) {
        return name.replace('.', '-');
    }
}
