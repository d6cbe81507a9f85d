package org.peercoach.training;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sentences to say in better words. Ours are told only once one's own are handed in; then one says oneself how close they
 * are. With boxes, each item is put into one first, and only those of one box are rewritten.
 *
 * @param fields what is written for each item
 * @param marks how people compare their own text with ours
 * @param boxes null when every item is rewritten
 * @param rewriteBox the box whose items are rewritten
 */
record Rewriting(
        String lead,
        List<Part> fields,
        List<OwnMark> marks,
        @Nullable List<Work.Box> boxes,
        @Nullable String rewriteBox,
        List<Item> items,
        @Nullable List<FieldGroup> record)
        implements Practice {

    private static final String BOX = "box";
    private static final String MARK = "mark";

    record Part(String key, String label, @Nullable String help) {}

    record OwnMark(String key, String text) {}

    /**
     * @param box where we would put it
     * @param models our words, null when nothing is to be rewritten
     * @param note what we say to everybody afterward
     */
    record Item(
            String key,
            String text,
            @Nullable String box,
            @Nullable List<Model> models,
            @Nullable String note) {

        boolean isRewritten() {
            return models != null;
        }

        /** Our words for a field, or null. */
        @Nullable
        String model(String field) {
            return models == null
                    ? null
                    : models.stream()
                            .filter(model -> model.field().equals(field))
                            .map(Model::text)
                            .findFirst()
                            .orElse(null);
        }

        String name(Part field) {
            return key + ":" + field.key();
        }

        String boxName() {
            return key + ":" + BOX;
        }

        String markName() {
            return key + ":" + MARK;
        }
    }

    record Model(String field, String text) {}

    Optional<Item> item(@Nullable String wanted) {
        return items.stream().filter(item -> item.key().equals(wanted)).findFirst();
    }

    Optional<Work.Box> box(@Nullable String wanted) {
        return allBoxes().stream().filter(box -> box.key().equals(wanted)).findFirst();
    }

    List<Work.Box> allBoxes() {
        return boxes == null ? List.of() : boxes;
    }

    Optional<OwnMark> mark(@Nullable String wanted) {
        return marks.stream().filter(mark -> mark.key().equals(wanted)).findFirst();
    }

    /** Whether the box is the question now, rather than the words. */
    boolean choosing(Item item, Answer answer) {
        return !allBoxes().isEmpty() && box(answer.get(item.boxName())).isEmpty();
    }

    /** Whether the words of an item are handed in, so that ours may be shown. */
    boolean written(Item item, Answer answer) {
        return item.isRewritten()
                && fields.stream()
                        .noneMatch(field -> answer.text(item.name(field)).isBlank());
    }

    boolean done(Item item, Answer answer) {
        return !choosing(item, answer) && (!item.isRewritten() || written(item, answer));
    }

    @Override
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        items.stream()
                .filter(Item::isRewritten)
                .forEach(item -> fields.forEach(part -> texts.put(item.name(part), part.label())));
        return texts;
    }

    /** An item and a field of it; the two other names of an item are of choices. */
    @Override
    public boolean isText(String name) {
        int colon = name.indexOf(':');
        return colon > 0
                && colon == name.lastIndexOf(':')
                && !Set.of("", BOX, MARK).contains(name.substring(colon + 1));
    }

    @Override
    public Answer draft(Entry entry) {
        Answer draft = Answer.NONE;
        for (Item item : items) {
            draft = draft.with(words(item, entry)).with(marked(item, entry));
        }
        return draft;
    }

    @Override
    public boolean enough(Entry entry, Answer before) {
        return sent(entry)
                .map(item -> choosing(item, before) || isChoice(item, entry)
                        ? box(entry.fields().get(item.boxName())).isPresent()
                        : written(item, entry.fields()))
                .orElse(false);
    }

    @Override
    public Answer handIn(Entry entry, Answer before) {
        Item item = sent(entry).orElseThrow();
        if (isChoice(item, entry)) {
            return before.with(item.boxName(), entry.fields().text(item.boxName()));
        }
        return before.with(words(item, entry)).with(marked(item, entry));
    }

    private static boolean isChoice(Item item, Entry entry) {
        return entry.fields().get(item.boxName()) != null;
    }

    @Override
    public Progress progress(Answer answer) {
        int done = (int) items.stream().filter(item -> done(item, answer)).count();
        return Progress.upTo(done, items.size());
    }

    /** Our words come first; who has seen them goes on to the next item, or to the end. */
    @Override
    public String after(Entry entry, Answer answer) {
        if (entry.fields().get("next") == null) {
            return "?at=" + sent(entry).orElseThrow().key() + "#ours";
        }
        return progress(answer).complete() ? "#done" : "#item";
    }

    @Override
    public String missing(Entry entry) {
        return sent(entry).map(item -> "&at=" + item.key()).orElse("");
    }

    private Optional<Item> sent(Entry entry) {
        return item(entry.fields().get("item"));
    }

    private Answer words(Item item, Entry entry) {
        return entry.only(fields.stream().map(item::name).toList());
    }

    private Answer marked(Item item, Entry entry) {
        return mark(entry.fields().get(item.markName()))
                .map(mark -> Answer.NONE.with(item.markName(), mark.key()))
                .orElse(Answer.NONE);
    }

    @Override
    public void check(Faults faults) {
        faults.keys("fields", fields, Part::key);
        faults.keys("marks", marks, OwnMark::key);
        faults.keys("boxes", allBoxes(), Work.Box::key);
        faults.keys("items", items, Item::key);
        fields.forEach(field ->
                faults.expect(!Set.of(BOX, MARK).contains(field.key()), "field with a key of ours: " + field.key()));
        if (!allBoxes().isEmpty()) {
            faults.known("rewrite-box", rewriteBox, allBoxes(), Work.Box::key);
        }
        items.forEach(item -> check(item, faults));
    }

    private void check(Item item, Faults faults) {
        if (allBoxes().isEmpty()) {
            faults.expect(item.isRewritten(), item.key() + " has nothing to rewrite");
        } else {
            faults.known(item.key(), item.box(), allBoxes(), Work.Box::key);
            boolean asked = item.box() != null && item.box().equals(rewriteBox);
            faults.expect(
                    asked == item.isRewritten(), item.key() + " has models outside the box to rewrite, or none in it");
        }
        if (item.models() != null) {
            item.models().forEach(model -> faults.known(item.key(), model.field(), fields, Part::key));
            Set<String> fieldsOfModels = new HashSet<>();
            item.models()
                    .forEach(model -> faults.expect(
                            fieldsOfModels.add(model.field()), item.key() + " has two models for " + model.field()));
        }
    }
}
