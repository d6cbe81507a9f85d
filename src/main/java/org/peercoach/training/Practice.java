package org.peercoach.training;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An exercise with rules of its own. Each kind tells everything about itself: what of a form it keeps, when a part can
 * be handed in, how far an answer is and where the page goes on. Right or wrong gives feedback, never a loss of points.
 * A record, where there is one, is handed in by itself at the end. The fields of the exercise have a colon in their names
 * where those of a record have a dot.
 */
sealed interface Practice extends Work permits Dialogue, Inventory, Protocol, Rating, Rewriting, ValueTest {

    /** The form's field that says that the record is handed in; the record's place in the page, too. */
    String RECORD = "record";

    /**
     * One step of a scale; they stand in order, the least first.
     *
     * @param outside whether it stands outside that order, such as "does not apply"; left out where it does not
     */
    record Level(String key, String text, @Nullable Boolean outside) {
        static Level of(String key, String text) {
            return new Level(key, text, null);
        }

        boolean ranks() {
            return !Boolean.TRUE.equals(outside);
        }
    }

    /** Fields to fill in at the end, or null. */
    @Nullable
    List<FieldGroup> record();

    /** What of a form of the exercise may be kept as a draft. */
    Answer draft(Entry entry);

    /** Whether what was sent can be handed in upon {@code before}; if not, it stays a draft. */
    boolean enough(Entry entry, Answer before);

    /** What the answer becomes when this is handed in upon {@code before}. */
    Answer handIn(Entry entry, Answer before);

    /** How far an answer is, without its record. */
    Progress progress(Answer answer);

    /** Where the page opens again after a hand-in: a query and a fragment. */
    String after(Entry entry, Answer answer);

    /** Names the place in the page where something was missing: parts of a query, each with {@code &} before it. */
    default String missing(Entry entry) {
        return "";
    }

    /** Notes what is wrong with the content. */
    void check(Faults faults);

    /** Texts that people write in the exercise: the names of the fields, with what each is called. */
    default Map<String, String> texts() {
        return Map.of();
    }

    /**
     * Whether a field of this name is one that people write in, of this text of the exercise or of another: what was
     * written stays to read when the text that asked for it is gone.
     */
    default boolean isText(String name) {
        return false;
    }

    /** Whether anything stands in the record. */
    default boolean recordBegun(Answer draft) {
        return groups().stream()
                .anyMatch(group -> group.possibleRows().stream().anyMatch(row -> group.holds(draft, row)));
    }

    /** Whether what came of {@code before} is kept as a finished version of its own. */
    default boolean finishes(Answer before, Answer after) {
        return false;
    }

    @Override
    default List<FieldGroup> groups() {
        List<FieldGroup> groups = record();
        return groups == null ? List.of() : groups;
    }

    @Override
    default Stream<String> written() {
        return Stream.concat(Work.super.written(), texts().keySet().stream());
    }

    private static boolean ofRecord(Entry entry) {
        return entry.fields().get(RECORD) != null;
    }

    /** Whether this part can be handed in; {@code draft} is what stands in all the forms. */
    default boolean takes(Entry entry, Answer before, Answer draft) {
        return ofRecord(entry)
                ? FieldFault.of(groups(), FieldEntry.answer(groups(), draft)).isEmpty()
                : enough(entry, before);
    }

    /** What the answer becomes when this part is handed in: the record whole, or something of the exercise. */
    default Answer handInPart(Entry entry, Answer before, Answer draft) {
        if (!ofRecord(entry)) {
            return handIn(entry, before);
        }
        List<String> names = Work.super.written().toList();
        return before.without(names).with(FieldEntry.answer(groups(), draft));
    }

    /** How far an answer is, its record included. */
    default Progress whole(Answer answer) {
        Progress own = progress(answer);
        if (groups().isEmpty()) {
            return own;
        }
        Progress record = FieldEntry.progress(groups(), answer);
        return new Progress(own.done() + record.done(), own.of() + record.of(), own.complete() && record.complete());
    }

    /** Where the page opens again after any hand-in. */
    default String onward(Entry entry, Answer answer) {
        if (ofRecord(entry)) {
            return whole(answer).complete() ? "#done" : "#" + RECORD;
        }
        return after(entry, answer);
    }

    /** Where the page opens again when this part was not enough. */
    default String back(Entry entry) {
        return ofRecord(entry) ? "?tooShort=record#answer" : "?tooShort" + missing(entry) + "#part";
    }
}
