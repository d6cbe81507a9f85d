package org.peercoach.training;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Member;
import org.peercoach.shared.time.Times;

/**
 * The sessions of one coach as their trainer sees them, with every activity.
 *
 * @param times as the trainer reads them
 * @param today where the coach is
 * @param waiting where each work that waits for a trainer is looked at, below the course, by activity
 */
record PersonSessions(Member trainer, Member coach, Times times, LocalDate today, Map<String, String> waiting) {

    /**
     * @param begun whether anything was begun
     * @param reachable points that can be reached; fewer than {@code of} where activities are left out
     * @param missing what a session that is begun still needs, by who has to act
     * @param openNow whether it is unfolded
     */
    public record SessionRow(
            int number,
            String title,
            SessionMark.SessionMarkView mark,
            int points,
            int of,
            int reachable,
            int done,
            int doneOf,
            @Nullable String due,
            @Nullable String opens,
            boolean begun,
            List<MissingRow> missing,
            boolean openNow,
            List<StepRow> steps) {}

    /**
     * What is missing, and who has to act.
     *
     * @param key of a sentence that takes {@code titles}
     */
    public record MissingRow(String key, String titles) {}

    /**
     * One activity in its session.
     *
     * @param toMark what waits for a trainer here, or null
     */
    public record StepRow(
            int number,
            String title,
            String kindKey,
            int points,
            boolean required,
            Mark.MarkView mark,
            @Nullable String doneOn,
            @Nullable String begunOn,
            @Nullable String decidedKey,
            @Nullable ToMark toMark,
            String path) {}

    /** @param on when it was handed in, or null */
    public record ToMark(String path, @Nullable String on) {}

    SessionRow row(Standing one) {
        SessionProgress progress = one.progress();
        LocalDate due = one.door().dates().due();
        LocalDate opens = one.door().dates().opens();
        boolean current = progress.started() && !progress.complete();
        List<ActivityContent> activities = progress.session().activities();
        return new SessionRow(
                progress.session().number(),
                progress.session().title(),
                SessionMark.forTrainer(
                        one, today, activities.stream().anyMatch(activity -> waiting.containsKey(activity.id()))),
                progress.points(),
                progress.session().points(),
                progress.session().reachable(),
                progress.doneCount(),
                activities.size(),
                due == null ? null : times.day(due),
                opens == null || one.door().state() != SessionDoor.State.LATER ? null : times.day(opens),
                progress.started(),
                current ? missing(progress) : List.of(),
                current,
                activities.stream().map(activity -> step(progress, activity)).toList());
    }

    private static List<MissingRow> missing(SessionProgress progress) {
        return Stream.of(Turn.COACH, Turn.TRAINER, Turn.ROOM)
                .map(turn -> new MissingRow(
                        "training.person.needed." + turn,
                        progress.of(turn)
                                .filter(ActivityContent::required)
                                .map(ActivityContent::title)
                                .collect(Collectors.joining(", "))))
                .filter(row -> !row.titles().isEmpty())
                .toList();
    }

    private StepRow step(SessionProgress progress, ActivityContent activity) {
        Optional<ActivityState> state = progress.state(activity);
        ToMark toMark = toMark(activity, state);
        return new StepRow(
                activity.number(),
                activity.title(),
                "training.kind." + activity.kind(),
                activity.points(),
                activity.required(),
                toMark == null ? Mark.of(progress, activity, false).view() : Mark.waiting(),
                toMark == null
                        ? state.map(ActivityState::completedAt).map(times::day).orElse(null)
                        : null,
                state.filter(ActivityState::started)
                        .map(ActivityState::startedAt)
                        .map(times::day)
                        .orElse(null),
                state.map(PersonSessions::decidedKey).orElse(null),
                toMark,
                PersonController.path(trainer, coach, activity.id()));
    }

    private @Nullable ToMark toMark(ActivityContent activity, Optional<ActivityState> state) {
        String path = waiting.get(activity.id());
        return path == null
                ? null
                : new ToMark(
                        trainer.path(path),
                        state.map(ActivityState::handedInAt).map(times::day).orElse(null));
    }

    private static @Nullable String decidedKey(ActivityState state) {
        Decision decision = state.decision();
        if (decision != null) {
            return decision.complete() ? "training.decided.short.complete" : "training.decided.short.not-complete";
        }
        return state.attendedAt() == null ? null : "training.decided.short.attended";
    }
}
