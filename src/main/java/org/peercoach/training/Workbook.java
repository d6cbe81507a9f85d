package org.peercoach.training;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.peercoach.course.Member;
import org.peercoach.gradebook.Gradebook;
import org.peercoach.training.cohort.CohortPlans;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Each member's own workbook: what they wrote, chose and finished. Nothing typed is lost; points follow the facts. What
 * only reads is one statement each and needs no transaction, which would cost three more round trips to the database.
 */
@Service
class Workbook {

    private static final Limit EARLIER = Limit.of(50);

    private final FreshRows fresh;
    private final ActivityStates states;
    private final StateOutlines outlines;
    private final SessionStates sessions;
    private final HandIns handIns;
    private final CohortPlans plans;
    private final Gradebook gradebook;
    private final Clock clock;

    Workbook(Repositories repositories, FreshRows fresh, CohortPlans plans, Gradebook gradebook, Clock clock) {
        this.fresh = fresh;
        this.states = repositories.states();
        this.outlines = repositories.outlines();
        this.sessions = repositories.sessions();
        this.handIns = repositories.handIns();
        this.plans = plans;
        this.gradebook = gradebook;
        this.clock = clock;
    }

    /** The tables of this room. */
    @Component
    record Repositories(ActivityStates states, StateOutlines outlines, SessionStates sessions, HandIns handIns) {}

    /** What became of an entry. */
    sealed interface Outcome {
        /** The state as it is now. */
        ActivityState state();

        /** Everything is kept. */
        record Kept(ActivityState state) implements Outcome {}

        /** Everything is kept, and the answer was taken; {@code progress} says whether it fulfills the rule. */
        record HandedIn(ActivityState state, Progress progress) implements Outcome {}

        /** Nothing was changed: another tab saved another text meanwhile, and the person has to choose. */
        record Stale(ActivityState state) implements Outcome {}
    }

    /** How far a member is in these sessions, without what they wrote; one statement for all. */
    public List<SessionProgress> progress(Member member, List<SessionContent> wanted) {
        return progress(member, wanted, outlines.of(member));
    }

    /** The same with what they wrote. */
    public SessionProgress work(Member member, SessionContent wanted) {
        return progress(member, List.of(wanted), all(member)).getFirst();
    }

    private List<SessionProgress> progress(Member member, List<SessionContent> wanted, Map<String, ActivityState> all) {
        Set<String> off = plans.of(member.course()).off();
        return wanted.stream()
                .map(session -> SessionProgress.of(session, all, off))
                .toList();
    }

    /** A member's state of an activity; untouched if there is none. */
    public ActivityState state(Member member, ActivityContent activity) {
        return states.findByCourseIdAndMemberIdAndActivityId(
                        member.course().value(), member.id().value(), activity.id())
                .orElseGet(() -> ActivityState.untouched(activity.id(), activity.version()));
    }

    /** Finished versions or tries of a state, the latest first. */
    public List<HandIn> handedIn(ActivityState state) {
        return state.started() ? handIns.findByStateIdOrderByIdDesc(state.id(), EARLIER) : List.of();
    }

    /** All that a member has begun in this course, by activity. */
    @Transactional(readOnly = true)
    public List<ActivityState> states(Member member) {
        return states
                .findByCourseIdAndMemberId(member.course().value(), member.id().value())
                .stream()
                .sorted(Comparator.comparing(ActivityState::activityId))
                .toList();
    }

    /** Every finished version and try of these states. */
    @Transactional(readOnly = true)
    public List<HandIn> allHandedIn(List<ActivityState> of) {
        return of.isEmpty()
                ? List.of()
                : handIns.findByStateIdInOrderById(
                        of.stream().map(ActivityState::id).toList());
    }

    /** What members chose to show their trainer. */
    public List<ActivityState> sharedWithTrainer(Member trainer, ActivityContent activity) {
        return states.findByCourseIdAndActivityIdAndSharedTrueAndCompletedAtNotNull(
                trainer.course().value(), activity.id());
    }

    /** Keeps a draft. */
    @Transactional
    public Outcome keep(Member member, ActivityContent activity, Entry entry) {
        Instant now = now();
        ActivityState state = open(member, activity, now);
        if (state.conflictsWith(entry, activity.work())) {
            return new Outcome.Stale(state);
        }
        state.keepDraft(entry.draftFor(activity.work(), state.draft()), entry, now);
        return new Outcome.Kept(state);
    }

    /** Hands an entry in. What is not enough to be taken as an answer is kept as a draft only. */
    @Transactional
    public Outcome handIn(Member member, SessionContent session, ActivityContent activity, Entry entry) {
        Instant now = now();
        SessionState counted = open(member, session, now);
        ActivityState state = open(member, activity, now);
        if (state.conflictsWith(entry, activity.work())) {
            return new Outcome.Stale(state);
        }
        state.keepDraft(entry.draftFor(activity.work(), state.draft()), entry, now);
        Answer before = state.answer();
        if (activity.work() instanceof Practice practice && !practice.takes(entry, before, state.draft())) {
            return new Outcome.Kept(state);
        }
        Answer answer = entry.answerFor(activity.work(), before, state.draft());
        Progress progress = Progress.of(activity.work(), answer);
        if (notEnough(activity.work(), answer, progress)) {
            return new Outcome.Kept(state);
        }
        boolean wasComplete = state.complete();
        state.handIn(answer, progress.complete(), new ActivityState.Hand(activity.version(), entry.writer(), now));
        remember(activity, state, progress, before);
        if (!wasComplete && state.complete()) {
            count(member, session, counted, now);
        }
        return new Outcome.HandedIn(state, progress);
    }

    /** Completes an activity whose work was done in another room, in the caller's transaction if there is one. */
    @Transactional
    public void complete(Member member, SessionContent session, ActivityContent activity) {
        Instant now = now();
        SessionState counted = open(member, session, now);
        ActivityState state = open(member, activity, now);
        if (!state.complete()) {
            Answer done = Answer.NONE.with(Answer.HANDED_IN, "yes");
            state.handIn(done, true, new ActivityState.Hand(activity.version(), "", now));
            count(member, session, counted, now);
        }
    }

    /**
     * Changes what counts in an activity beside the work, and lets the points follow at once. The change is asked under
     * both locks, and without a transaction around it sees what others have committed until then.
     *
     * @return whether the points were counted anew
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public boolean change(
            Member author, SessionContent session, ActivityContent activity, Consumer<ActivityState> change) {
        Instant now = now();
        SessionState counted = open(author, session, now);
        ActivityState state = open(author, activity, now);
        boolean before = state.complete();
        change.accept(state);
        if (before == state.complete()) {
            return false;
        }
        count(author, session, counted, now);
        return true;
    }

    /** Counts a session of a member once more, as when the cohort's plan was changed. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void recount(Member author, SessionContent session) {
        Instant now = now();
        count(author, session, open(author, session, now), now);
    }

    /** What lacks words or fields stays a draft, and a check without any choice is no try. */
    private static boolean notEnough(Work work, Answer answer, Progress progress) {
        return (work instanceof Work.Reflection || work instanceof Work.Worksheet) && !progress.complete()
                || work instanceof Work.Check && answer.isEmpty();
    }

    private void remember(ActivityContent activity, ActivityState state, Progress progress, Answer before) {
        boolean aTry = activity.work() instanceof Work.Check;
        boolean aNewText = activity.work() instanceof Work.Reflection && !before.equals(state.answer());
        boolean aWay = activity.work() instanceof Practice practice && practice.finishes(before, state.answer());
        boolean aNewVersion = activity.work() instanceof Work.Worksheet
                && (!before.equals(state.answer())
                        || state.notYet()
                        || state.versions().none());
        if (aNewVersion) {
            state.countVersion(activity.marked());
        }
        if (aTry || aNewText || aNewVersion || aWay) {
            handIns.save(HandIn.of(state, progress));
        }
    }

    /**
     * Sums up under the session's lock, so that two activities finished at once are both counted. Reads the rows
     * themselves: nobody's text is loaded, and nothing loaded before the lock is counted.
     */
    private void count(Member member, SessionContent session, SessionState counted, Instant now) {
        states.flush();
        SessionProgress progress = SessionProgress.of(
                session, outlines.of(member), plans.now(member.course()).off());
        counted.count(progress.points(), now);
        gradebook.record(member, session.key(), progress.points(), progress.complete());
    }

    private Map<String, ActivityState> all(Member member) {
        return states
                .findByCourseIdAndMemberId(member.course().value(), member.id().value())
                .stream()
                .collect(Collectors.toMap(ActivityState::activityId, Function.identity()));
    }

    private SessionState open(Member member, SessionContent session, Instant now) {
        long course = member.course().value();
        long person = member.id().value();
        fresh.ensure(member, session, now);
        return sessions.lock(course, person, session.number());
    }

    private ActivityState open(Member member, ActivityContent activity, Instant now) {
        long course = member.course().value();
        long person = member.id().value();
        fresh.ensure(member, activity, now);
        return states.lock(course, person, activity.id());
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
