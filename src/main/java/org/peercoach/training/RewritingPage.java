package org.peercoach.training;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Sentences to rewrite: the one to work on now, and all of them with what has become of each. */
final class RewritingPage {

    private RewritingPage() {}

    /** @param ours our words, or null as long as the member's own are not handed in */
    public record PartRow(
            String name,
            String label,
            @Nullable String help,
            String text,
            @Nullable String ours) {}

    public record MarkRow(String name, String key, String text, boolean chosen) {}

    /**
     * @param choosing whether to put it into a box first
     * @param box where the member put it, or null
     * @param ourBox where we would put it, or null; told once the member has chosen
     * @param rewriting whether there are words to write now
     * @param revealed whether ours are shown
     * @param missing whether the member wanted to go on with something missing
     */
    public record ItemView(
            String key,
            int number,
            String text,
            boolean choosing,
            String boxName,
            @Nullable String box,
            @Nullable String ourBox,
            boolean same,
            boolean rewriting,
            boolean revealed,
            List<PartRow> parts,
            List<MarkRow> marks,
            @Nullable String note,
            boolean missing) {}

    /** @param mark how the member compared it with ours, or null */
    public record ItemRow(
            String key,
            int number,
            String text,
            boolean done,
            @Nullable String mark) {}

    /** An item as trainers see it. */
    public record ModelRow(
            int number,
            String text,
            @Nullable String box,
            List<PartRow> parts,
            @Nullable String note) {}

    /** @param item the one to work on now, or null when all are done and none was asked for */
    public record RewritingView(
            String lead,
            List<Work.Box> boxes,
            @Nullable ItemView item,
            List<ItemRow> items,
            List<ModelRow> models,
            int done,
            int of) {}

    static RewritingView of(Rewriting work, ActivityState state, ActivityController.Asked asked, boolean preview) {
        Answer answer = state.answer();
        Progress progress = work.progress(answer);
        Optional<Rewriting.Item> item = work.item(asked.at())
                .or(() -> work.items().stream()
                        .filter(one -> !work.done(one, answer))
                        .findFirst());
        return new RewritingView(
                work.lead(),
                work.allBoxes(),
                preview ? null : item.map(one -> item(work, one, state, asked)).orElse(null),
                preview ? List.of() : rows(work, answer),
                preview ? models(work) : List.of(),
                progress.done(),
                progress.of());
    }

    private static ItemView item(
            Rewriting work, Rewriting.Item item, ActivityState state, ActivityController.Asked asked) {
        Answer answer = state.answer();
        boolean choosing = work.choosing(item, answer);
        boolean revealed = work.written(item, answer);
        String box = answer.get(item.boxName());
        boolean told = work.done(item, answer);
        return new ItemView(
                item.key(),
                number(work, item),
                item.text(),
                choosing,
                item.boxName(),
                work.box(box).map(Work.Box::title).orElse(null),
                choosing ? null : work.box(item.box()).map(Work.Box::title).orElse(null),
                item.box() != null && item.box().equals(box),
                !choosing && item.isRewritten(),
                revealed,
                parts(work, item, state.draft(), revealed),
                marks(work, item, state),
                told ? item.note() : null,
                asked.tooShort() != null);
    }

    private static List<PartRow> parts(Rewriting work, Rewriting.Item item, Answer words, boolean revealed) {
        return work.fields().stream()
                .map(part -> new PartRow(
                        item.name(part),
                        part.label(),
                        part.help(),
                        words.text(item.name(part)),
                        revealed ? item.model(part.key()) : null))
                .toList();
    }

    private static List<MarkRow> marks(Rewriting work, Rewriting.Item item, ActivityState state) {
        String chosen = state.draft().text(item.markName());
        return work.marks().stream()
                .map(mark -> new MarkRow(
                        item.markName(), mark.key(), mark.text(), mark.key().equals(chosen)))
                .toList();
    }

    private static List<ItemRow> rows(Rewriting work, Answer answer) {
        return work.items().stream()
                .map(item -> new ItemRow(
                        item.key(),
                        number(work, item),
                        item.text(),
                        work.done(item, answer),
                        work.mark(answer.get(item.markName()))
                                .map(Rewriting.OwnMark::text)
                                .orElse(null)))
                .toList();
    }

    private static List<ModelRow> models(Rewriting work) {
        return IntStream.range(0, work.items().size())
                .mapToObj(index -> {
                    Rewriting.Item item = work.items().get(index);
                    return new ModelRow(
                            index + 1,
                            item.text(),
                            work.box(item.box()).map(Work.Box::title).orElse(null),
                            item.isRewritten() ? parts(work, item, Answer.NONE, true) : List.of(),
                            item.note());
                })
                .toList();
    }

    private static int number(Rewriting work, Rewriting.Item item) {
        return work.items().indexOf(item) + 1;
    }
}
