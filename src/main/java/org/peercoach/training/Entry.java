package org.peercoach.training;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.peercoach.shared.ProblemPage;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;

/**
 * What a form sent.
 *
 * @param fields its fields, line ends as {@code \n}
 * @param version of the state that the form was made from
 * @param writer names the tab: a tab never stands in its own way, even when an answer of ours got lost
 */
record Entry(Answer fields, int version, String writer) {

    static final int LONGEST_TEXT = 20_000;

    /**
     * Reads a form; without a readable version it counts as made from nothing. What was ticked under one name is joined
     * by commas; an empty field of that name says that the form asked for it.
     */
    static Entry of(MultiValueMap<String, String> sent) {
        Map<String, String> joined = new TreeMap<>();
        sent.forEach((name, values) -> joined.put(
                name, values.stream().filter(value -> !value.isEmpty()).collect(Collectors.joining(","))));
        return of(joined);
    }

    /** The same of a form in which every name stands once. */
    static Entry of(Map<String, String> sent) {
        Map<String, String> fields = new TreeMap<>();
        sent.forEach((name, value) -> fields.put(name, value.replace("\r\n", "\n")));
        String version = sent.getOrDefault("version", "");
        String writer = sent.getOrDefault("writer", "");
        return new Entry(
                new Answer(fields),
                version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0,
                writer.matches("[0-9a-f]{1,8}") ? writer : "");
    }

    /** Whether the form is only kept, not handed in. */
    boolean keepsOnly() {
        return leaves() || fields.get("keep") != null || FieldEntry.changesRows(fields);
    }

    /** Whether the person leaves it for later. */
    boolean leaves() {
        return fields.get("later") != null;
    }

    /** The refusal of more than we keep; it shows this text, for copying. */
    static ProblemPage.Thrown tooLong(String text) {
        return ProblemPage.of(HttpStatus.CONTENT_TOO_LARGE, "TEXT-TOO-LONG", "training.problem.too-long")
                .withArgs(LONGEST_TEXT)
                .withKeptText(text)
                .thrown();
    }

    boolean tooLong() {
        return fields.fields().values().stream().anyMatch(value -> value.length() > LONGEST_TEXT);
    }

    /** The fields that may be kept upon this draft of the work; what we do not ask for is dropped. */
    Answer draftFor(Work work, Answer before) {
        return own(work).with(FieldEntry.draft(work, fields, before));
    }

    private Answer own(Work work) {
        return switch (work) {
            case Work.Reading reading -> only(List.of(Answer.NOTE));
            case Work.Reflection reflection -> only(List.of(Answer.TEXT, Answer.SHARE));
            case Work.Check check -> chosen(check);
            case Practice practice -> practice.draft(this);
            default -> Answer.NONE;
        };
    }

    /** What the answer becomes when this is handed in upon {@code before}; {@code draft} is what stands in the form. */
    Answer answerFor(Work work, Answer before, Answer draft) {
        return work instanceof Practice practice
                ? practice.handInPart(this, before, draft)
                : answer(work, before).with(FieldEntry.answer(work.groups(), draft));
    }

    private Answer answer(Work work, Answer before) {
        return switch (work) {
            case Work.Reading reading -> Answer.NONE.with(Answer.READ, "yes");
            case Work.Scene scene -> nextLine(scene, before);
            case Work.Reflection reflection -> only(List.of(Answer.TEXT));
            case Work.Check check -> chosen(check);
            case Work.Sorting sorting -> sorted(sorting, before);
            case Practice practice -> practice.handIn(this, before);
            case Work.Worksheet worksheet -> Answer.NONE;
            case Work.Survey survey -> before;
            case Work.Room room -> Answer.NONE;
        };
    }

    /** The fields of these names that were sent. */
    Answer only(List<String> names) {
        Answer kept = Answer.NONE;
        for (String name : names) {
            String value = fields.get(name);
            if (value != null) {
                kept = kept.with(name, value);
            }
        }
        return kept;
    }

    private Answer chosen(Work.Check check) {
        Answer kept = Answer.NONE;
        for (Work.Question question : check.questions()) {
            var option = question.option(fields.get(question.key()));
            if (option.isPresent()) {
                kept = kept.with(question.key(), option.get().key());
            }
        }
        return kept;
    }

    /** One line further than before, if that is the line asked for: pressing twice does not skip a line. */
    private Answer nextLine(Work.Scene scene, Answer before) {
        int next = Math.max(1, Progress.line(before)) + 1;
        boolean asked = fields.text(Answer.LINE).equals(Integer.toString(next));
        return asked && next <= scene.lines().size() ? before.with(Answer.LINE, Integer.toString(next)) : before;
    }

    private Answer sorted(Work.Sorting sorting, Answer before) {
        var card = sorting.card(fields.get("card"));
        var box = sorting.box(fields.get("box"));
        return card.isPresent() && box.isPresent()
                ? before.with(card.get().key(), box.get().key())
                : before;
    }
}
