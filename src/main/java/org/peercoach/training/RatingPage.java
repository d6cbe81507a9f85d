package org.peercoach.training;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A lesson and the area to rate now; or the lesson rated whole, beside ours. */
final class RatingPage {

    private RatingPage() {}

    /** @param key how the address calls it */
    public record StepRow(String key, String title, boolean done, boolean now) {}

    public record LessonRow(String key, int number, String title, boolean done, boolean now, List<StepRow> steps) {}

    public record LessonView(String key, int number, String title, String about, String html) {}

    /** @param chosen key of the level, or an empty text */
    public record StatementRow(String name, int number, String text, String chosen) {}

    /**
     * @param missing whether the member wanted to go on with something missing
     * @param last whether ours comes after it
     */
    public record AreaView(
            String part,
            int number,
            int of,
            String title,
            List<StatementRow> statements,
            String evidenceLabel,
            String evidenceName,
            String evidence,
            boolean missing,
            boolean last) {}

    /**
     * @param yours null in a preview
     * @param nearKey message key of how near both are; null in a preview
     */
    public record ComparedRow(
            int number,
            String text,
            @Nullable String yours,
            String ours,
            @Nullable String nearKey) {}

    /** @param evidence the member's own, empty in a preview */
    public record ComparedArea(String part, String title, List<ComparedRow> rows, String evidence, String ours) {}

    /** A lesson as trainers see it. */
    public record ModelLesson(LessonView lesson, List<ComparedArea> areas) {}

    /**
     * @param area the area to rate now, or null when the lesson is compared
     * @param next the lesson to go on with, or null
     */
    public record RatingView(
            String lead,
            List<Practice.Level> scale,
            List<LessonRow> lessons,
            @Nullable LessonView lesson,
            @Nullable AreaView area,
            List<ComparedArea> compared,
            @Nullable LessonRow next,
            List<ModelLesson> models,
            int done,
            int of) {}

    static RatingView of(Rating work, ActivityState state, ActivityController.Asked asked, boolean preview) {
        Answer answer = state.answer();
        Rating.Lesson lesson = lesson(work, answer, asked.at());
        Optional<Rating.Step> step = step(work, lesson, answer, asked.at());
        List<LessonRow> rows = rows(work, answer, lesson, step.orElse(null));
        Progress progress = work.progress(answer);
        return new RatingView(
                work.lead(),
                work.scale(),
                rows,
                preview ? null : view(work, lesson),
                preview ? null : step.map(one -> area(work, one, state, asked)).orElse(null),
                preview || step.isPresent() ? List.of() : compared(work, lesson, answer, false),
                rows.stream().filter(row -> !row.done()).findFirst().orElse(null),
                preview ? models(work) : List.of(),
                progress.done(),
                progress.of());
    }

    /** The lesson that was asked for, else the first that is not rated whole. */
    private static Rating.Lesson lesson(Rating work, Answer answer, @Nullable String at) {
        return work.step(at)
                .map(Rating.Step::lesson)
                .or(() -> work.lesson(at))
                .or(() -> work.lessons().stream()
                        .filter(lesson -> !work.done(lesson, answer))
                        .findFirst())
                .orElse(work.lessons().getFirst());
    }

    private static Optional<Rating.Step> step(Rating work, Rating.Lesson lesson, Answer answer, @Nullable String at) {
        return work.step(at)
                .or(() -> work.steps(lesson)
                        .filter(step -> !work.done(step, answer))
                        .findFirst());
    }

    private static List<LessonRow> rows(Rating work, Answer answer, Rating.Lesson now, Rating.@Nullable Step area) {
        return work.lessons().stream()
                .map(lesson -> new LessonRow(
                        lesson.key(),
                        work.lessons().indexOf(lesson) + 1,
                        lesson.title(),
                        work.done(lesson, answer),
                        lesson.equals(now) && area == null,
                        work.steps(lesson)
                                .map(step -> new StepRow(
                                        step.key(), step.area().title(), work.done(step, answer), step.equals(area)))
                                .toList()))
                .toList();
    }

    private static LessonView view(Rating work, Rating.Lesson lesson) {
        return new LessonView(
                lesson.key(), work.lessons().indexOf(lesson) + 1, lesson.title(), lesson.about(), lesson.html());
    }

    private static AreaView area(Rating work, Rating.Step step, ActivityState state, ActivityController.Asked asked) {
        Answer draft = state.draft();
        List<Rating.Statement> statements = step.area().statements();
        int number = work.areas().indexOf(step.area()) + 1;
        return new AreaView(
                step.key(),
                number,
                work.areas().size(),
                step.area().title(),
                statements.stream()
                        .map(one -> new StatementRow(
                                step.name(one), statements.indexOf(one) + 1, one.text(), draft.text(step.name(one))))
                        .toList(),
                step.area().evidence(),
                step.evidenceName(),
                draft.text(step.evidenceName()),
                asked.tooShort() != null,
                work.steps(step.lesson())
                        .filter(other -> !other.equals(step))
                        .allMatch(other -> work.done(other, state.answer())));
    }

    private static List<ComparedArea> compared(Rating work, Rating.Lesson lesson, Answer answer, boolean preview) {
        return work.steps(lesson)
                .map(step -> new ComparedArea(
                        step.key(),
                        step.area().title(),
                        step.area().statements().stream()
                                .map(one -> compared(work, step, one, preview ? Answer.NONE : answer))
                                .toList(),
                        answer.text(step.evidenceName()),
                        work.ours(step)))
                .toList();
    }

    private static ComparedRow compared(Rating work, Rating.Step step, Rating.Statement statement, Answer answer) {
        Practice.Level ours = work.ours(step.lesson(), statement);
        Optional<Practice.Level> yours = work.level(answer.get(step.name(statement)));
        return new ComparedRow(
                step.area().statements().indexOf(statement) + 1,
                statement.text(),
                yours.map(Practice.Level::text).orElse(null),
                ours.text(),
                yours.map(level -> "training.rate.near." + work.near(level, ours))
                        .orElse(null));
    }

    private static List<ModelLesson> models(Rating work) {
        return work.lessons().stream()
                .map(lesson -> new ModelLesson(view(work, lesson), compared(work, lesson, Answer.NONE, true)))
                .toList();
    }
}
