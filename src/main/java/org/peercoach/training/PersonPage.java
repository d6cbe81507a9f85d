package org.peercoach.training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
            String name,
            String roleKey,
            int points,
            int of,
            int reachable,
            int done,
            int doneOf,
            String nudge,
            String cohort) {}

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

    void person(Member trainer, Member coach, List<Standing> all, Model model) {
        Times times = standings.times(trainer);
        PersonSessions sessions = new PersonSessions(trainer, coach, times, standings.today(coach), waiting(coach));
        model.addAttribute("member", trainer);
        model.addAttribute("person", view(trainer, coach, all));
        model.addAttribute("sessions", all.stream().map(sessions::row).toList());
        model.addAttribute(
                "nudges",
                nudges.all(coach).stream()
                        .map(nudge -> new NudgeRow(times.moment(nudge.sentAt()), nudge.message(), nudge.dismissed()))
                        .toList());
    }

    /** Where each of their works that waits for a trainer is looked at, below the course. */
    private Map<String, String> waiting(Member coach) {
        Map<String, String> paths = new HashMap<>();
        waitingWork
                .orderedStream()
                .forEach(kind -> kind.waiting(coach).forEach(id -> paths.put(id, kind.path(coach.id(), id))));
        return paths;
    }

    private static PersonView view(Member trainer, Member coach, List<Standing> all) {
        return new PersonView(
                coach.name(),
                "course.role." + coach.role(),
                all.stream().mapToInt(one -> one.progress().points()).sum(),
                all.size() * SessionContent.POINTS,
                all.stream().mapToInt(one -> one.session().reachable()).sum(),
                (int) all.stream().filter(one -> one.progress().complete()).count(),
                all.size(),
                trainer.path(CohortController.PAGE + "/nudge?to=" + coach.id()),
                trainer.path(CohortController.PAGE));
    }

    void activity(Member trainer, Decisions.Of of, Model model) {
        ActivityContent activity = of.activity();
        ActivityState state = workbook.state(of.author(), activity);
        SessionProgress progress = new SessionProgress(of.session(), Map.of(activity.id(), state));
        Times times = standings.times(trainer);
        CohortPlan plan = plans.of(trainer.course());
        boolean sessionOff = plan.leavesOut(of.session().number());
        boolean waits = state.waits() && !sessionOff;
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
                        waits
                                ? Mark.waiting()
                                : Mark.of(progress, activity, false).view(),
                        waits ? null : times.dayOrNull(state.completedAt()),
                        state.complete() ? null : activity.doneWhen(),
                        !sessionOff && plan.leavesOut(of.session().number(), activity.id()) && !state.complete(),
                        sessionOff,
                        ReviewController.check(activity, state),
                        ReviewController.shared(state),
                        state.versions().none()
                                ? null
                                : trainer.path(marking.path(of.author().id(), activity.id()))));
        model.addAttribute("decided", words.of(trainer, of.session().number(), state));
    }
}
