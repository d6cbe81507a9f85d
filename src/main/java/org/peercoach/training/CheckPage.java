package org.peercoach.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.shared.time.Times;

/** A self-check with the member's choices, and feedback on what was handed in. */
final class CheckPage {

    private CheckPage() {}

    /** @param feedback shown once this option was handed in, else null */
    public record OptionRow(
            String key,
            String text,
            boolean chosen,
            boolean right,
            @Nullable String feedback) {}

    /** @param right whether the option that was handed in is the right one */
    public record QuestionRow(
            String key, int number, String text, boolean answered, boolean right, List<OptionRow> options) {
        /** The options that are not chosen. */
        public List<OptionRow> others() {
            return options.stream().filter(option -> !option.chosen()).toList();
        }

        /** The chosen option; only asked where one is chosen. */
        public OptionRow chosen() {
            return options.stream().filter(OptionRow::chosen).findFirst().orElseThrow();
        }
    }

    /** @param lookAgain numbers of the questions that are not right yet */
    public record CheckView(
            List<QuestionRow> questions,
            int right,
            int of,
            int pass,
            boolean tried,
            boolean nothingChosen,
            boolean done,
            List<Integer> lookAgain) {}

    public record TryRow(String at, int right, int of) {}

    static CheckView of(Work.Check check, ActivityState state, Member member, boolean nothingChosen) {
        List<QuestionRow> questions = IntStream.range(0, check.questions().size())
                .mapToObj(index -> question(check.questions().get(index), index + 1, state, member))
                .toList();
        Progress progress = Progress.of(check, state.answer());
        return new CheckView(
                questions,
                progress.done(),
                progress.of(),
                check.pass(),
                !state.answer().isEmpty(),
                nothingChosen && state.draft().isEmpty(),
                state.complete(),
                questions.stream()
                        .filter(question -> !question.right())
                        .map(QuestionRow::number)
                        .toList());
    }

    /** All tries but the one that the feedback tells of; each by the questions that it answered. */
    static List<TryRow> tries(Work.Check check, int version, List<HandIn> handedIn, Times times) {
        boolean told = handedIn.isEmpty() || handedIn.getFirst().contentVersion() == version;
        return handedIn.stream()
                .skip(told ? 1 : 0)
                .map(one -> new TryRow(times.moment(one.handedInAt()), one.rightAnswers(), questions(one, check)))
                .toList();
    }

    private static int questions(HandIn one, Work.Check now) {
        return one.questions() == null ? Math.max(now.questions().size(), one.rightAnswers()) : one.questions();
    }

    private static QuestionRow question(Work.Question question, int number, ActivityState state, Member member) {
        boolean preview = member.role() != MemberRole.COACH;
        String handedIn = state.answer().get(question.key());
        String draft = state.draft().get(question.key());
        String chosen = draft == null ? handedIn : draft;
        List<OptionRow> options = shuffled(question, member).stream()
                .map(option -> option(option, chosen, preview || option.key().equals(handedIn)))
                .toList();
        boolean answered = chosen != null && chosen.equals(handedIn);
        boolean right =
                answered && question.option(chosen).filter(Work.Option::right).isPresent();
        return new QuestionRow(question.key(), number, question.text(), answered, right, options);
    }

    private static OptionRow option(Work.Option option, @Nullable String chosen, boolean tell) {
        return new OptionRow(
                option.key(),
                option.text(),
                option.key().equals(chosen),
                tell && option.right(),
                tell ? option.feedback() : null);
    }

    /** Each person's own order, the same on every visit. */
    private static List<Work.Option> shuffled(Work.Question question, Member member) {
        List<Work.Option> options = new ArrayList<>(question.options());
        long seed = member.id().value() * 31 + question.key().hashCode();
        Collections.shuffle(options, new SplittableRandom(seed));
        return options;
    }
}
