package org.peercoach.training;

import java.util.regex.Pattern;

/**
 * How far an activity is, counted from the answer itself: words, lines, right answers, sorted cards.
 *
 * @param done what is there
 * @param of what completes it, or how many there are
 */
record Progress(int done, int of, boolean complete) {

    private static final Pattern WORD = Pattern.compile("\\S*[\\p{L}\\p{N}]\\S*");

    static Progress of(Work work, Answer answer) {
        return switch (work) {
            case Work.Reading reading -> upTo(answer.get(Answer.READ) == null ? 0 : 1, 1);
            case Work.Scene scene -> upTo(line(answer), scene.lines().size());
            case Work.Reflection reflection -> upTo(words(answer.text(Answer.TEXT)), reflection.minWords());
            case Work.Check check -> right(check, answer);
            case Work.Sorting sorting -> sorted(sorting, answer);
            case Work.Worksheet worksheet -> FieldEntry.progress(worksheet.groups(), answer);
            case Work.Survey survey -> new Progress(0, 1, false);
            case Work.Room room -> new Progress(0, 1, false);
        };
    }

    /** Words of a text; a dash between blanks is none. */
    static int words(String text) {
        return (int) WORD.matcher(text).results().count();
    }

    /** The line that a scene has reached, 0 before the first. */
    static int line(Answer answer) {
        return Integer.parseInt(answer.fields().getOrDefault(Answer.LINE, "0"));
    }

    private static Progress upTo(int done, int of) {
        return new Progress(done, of, done >= of);
    }

    private static Progress right(Work.Check check, Answer answer) {
        int right = (int) check.questions().stream()
                .filter(question -> question.option(answer.get(question.key()))
                        .filter(Work.Option::right)
                        .isPresent())
                .count();
        return new Progress(right, check.questions().size(), right >= check.pass());
    }

    private static Progress sorted(Work.Sorting sorting, Answer answer) {
        int sorted = (int) sorting.cards().stream()
                .filter(card -> sorting.box(answer.get(card.key())).isPresent())
                .count();
        return upTo(sorted, sorting.cards().size());
    }
}
