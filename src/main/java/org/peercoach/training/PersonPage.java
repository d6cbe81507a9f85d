package org.peercoach.training;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Member;
import org.peercoach.shared.time.Times;
import org.peercoach.training.cohort.CohortPlan;
import org.peercoach.training.cohort.CohortPlans;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What a trainer may know of one coach. Private texts and drafts never come here (ruling 43). */
@Component
class PersonPage {

    private final Workbook workbook;
    private final Standings standings;
    private final CohortPlans plans;
    private final Nudges nudges;
    private final DecisionWords words;
    private final Marking marking;
    private final ObjectProvider<WaitingWork> waitingWork;

    PersonPage(
            Workbook workbook,
            Standings standings,
            CohortPlans plans,
            Nudges nudges,
            DecisionWords words,
            Marking marking,
            ObjectProvider<WaitingWork> waitingWork) {
        this.marking = marking;
        this.waitingWork = waitingWork;
        this.workbook = workbook;
        this.standings = standings;
        this.plans = plans;
        this.nudges = nudges;
        this.words = words;
    }

    /** The person, with what is above the sessions. */
    public record PersonView(
            String name, String roleKey, int points, int of, int done, int doneOf, String nudge, String cohort) {}

    /**
     * @param needed titles of what the session still needs, with commas
     * @param openNow whether it is unfolded
     */
    public record SessionRow(
            int number,
            String title,
            SessionMark.SessionMarkView mark,
            int points,
            int of,
            int done,
            int doneOf,
            @Nullable String due,
            @Nullable String opens,
            @Nullable String needed,
            boolean openNow,
            List<StepRow> steps) {}

    /** One activity in its session. */
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
            String path) {}

    /** A message that was sent. */
    public record NudgeRow(String at, String text, boolean dismissed) {}

    /**
     * One activity of one person.
     *
     * @param needed its rule in words while it is not complete, or null
     * @param off whether the cohort leaves it out
     * @param sessionOff whether the cohort leaves out its whole session; then its points stay as they are
     * @param text what the author let trainers read, or null
     * @param worksheet where what they handed in is looked at, or null
     */
    public record StepView(
            String person,
            String personPath,
            int session,
            int number,
            String title,
            String kindKey,
            int points,
            Mark.MarkView mark,
            @Nullable String doneOn,
            @Nullable String needed,
            boolean off,
            boolean sessionOff,
            ReviewController.@Nullable CheckView soFar,
            @Nullable String text,
            @Nullable String worksheet) {}

    /** Which of these activities wait for a trainer. */
    private record Waiting(Set<String> ids) {
        boolean in(Standing one) {
            return one.session().activities().stream().anyMatch(activity -> ids.contains(activity.id()));
        }
    }

    void person(Member trainer, Member coach, List<Standing> all, Model model) {
        Times times = standings.times(trainer);
        LocalDate today = standings.today(coach);
        Waiting waiting = new Waiting(waitingWork
                .orderedStream()
                .flatMap(kind -> kind.waiting(coach).stream())
                .collect(Collectors.toSet()));
        model.addAttribute("member", trainer);
        model.addAttribute("person", view(trainer, coach, all));
        model.addAttribute(
                "sessions",
                all.stream()
                        .map(one -> session(trainer, coach, one, today, waiting))
                        .toList());
        model.addAttribute(
                "nudges",
                nudges.all(coach).stream()
                        .map(nudge -> new NudgeRow(times.moment(nudge.sentAt()), nudge.message(), nudge.dismissed()))
                        .toList());
    }

    private static PersonView view(Member trainer, Member coach, List<Standing> all) {
        return new PersonView(
                coach.name(),
                "course.role." + coach.role(),
                all.stream().mapToInt(one -> one.progress().points()).sum(),
                all.size() * SessionContent.POINTS,
                (int) all.stream().filter(one -> one.progress().complete()).count(),
                all.size(),
                trainer.path(CohortController.PAGE + "/nudge?to=" + coach.id()),
                trainer.path(CohortController.PAGE));
    }

    private SessionRow session(Member trainer, Member coach, Standing one, LocalDate today, Waiting waiting) {
        Times times = standings.times(trainer);
        SessionProgress progress = one.progress();
        LocalDate due = one.door().dates().due();
        LocalDate opens = one.door().dates().opens();
        boolean current = progress.started() && !progress.complete();
        List<ActivityContent> missing = current ? progress.missing() : List.of();
        return new SessionRow(
                progress.session().number(),
                progress.session().title(),
                SessionMark.forTrainer(one, today, waiting.in(one)),
                progress.points(),
                progress.session().points(),
                progress.doneCount(),
                progress.session().activities().size(),
                due == null ? null : times.day(due),
                opens == null || one.door().state() != SessionDoor.State.LATER ? null : times.day(opens),
                missing.isEmpty()
                        ? null
                        : String.join(
                                ", ",
                                missing.stream().map(ActivityContent::title).toList()),
                current,
                progress.session().activities().stream()
                        .map(activity -> step(trainer, coach, progress, activity))
                        .toList());
    }

    private StepRow step(Member trainer, Member coach, SessionProgress progress, ActivityContent activity) {
        Times times = standings.times(trainer);
        Optional<ActivityState> state = progress.state(activity);
        return new StepRow(
                activity.number(),
                activity.title(),
                "training.kind." + activity.kind(),
                activity.points(),
                activity.required(),
                Mark.of(progress, activity, false).view(),
                state.map(ActivityState::completedAt).map(times::day).orElse(null),
                state.filter(ActivityState::started)
                        .map(ActivityState::startedAt)
                        .map(times::day)
                        .orElse(null),
                state.map(PersonPage::decidedKey).orElse(null),
                PersonController.path(trainer, coach, activity.id()));
    }

    private static @Nullable String decidedKey(ActivityState state) {
        Decision decision = state.decision();
        if (decision != null) {
            return decision.complete() ? "training.decided.short.complete" : "training.decided.short.not-complete";
        }
        return state.attendedAt() == null ? null : "training.decided.short.attended";
    }

    void activity(Member trainer, Decisions.Of of, Model model) {
        ActivityContent activity = of.activity();
        ActivityState state = workbook.state(of.author(), activity);
        SessionProgress progress = new SessionProgress(of.session(), Map.of(activity.id(), state));
        Times times = standings.times(trainer);
        CohortPlan plan = plans.of(trainer.course());
        boolean sessionOff = plan.leavesOut(of.session().number());
        model.addAttribute("member", trainer);
        model.addAttribute(
                "step",
                new StepView(
                        of.author().name(),
                        PersonController.path(trainer, of.author()),
                        of.session().number(),
                        activity.number(),
                        activity.title(),
                        "training.kind." + activity.kind(),
                        activity.points(),
                        Mark.of(progress, activity, false).view(),
                        times.dayOrNull(state.completedAt()),
                        state.complete() ? null : activity.doneWhen(),
                        !sessionOff && plan.leavesOut(of.session().number(), activity.id()) && !state.complete(),
                        sessionOff,
                        ReviewController.check(activity, state),
                        ReviewController.shared(state),
                        state.versions().none()
                                ? null
                                : trainer.path(marking.path(of.author().id(), activity.id()))));
        model.addAttribute("decided", words.of(trainer, state));
    }
}
