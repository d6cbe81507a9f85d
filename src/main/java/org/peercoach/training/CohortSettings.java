package org.peercoach.training;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peercoach.audit.AuditEntry;
import org.peercoach.audit.AuditTrail;
import org.peercoach.course.CourseId;
import org.peercoach.course.Member;
import org.peercoach.course.MemberId;
import org.peercoach.course.MemberRole;
import org.peercoach.course.Roster;
import org.peercoach.training.CohortStates.Sum;
import org.peercoach.training.certificate.AskedLess;
import org.peercoach.training.cohort.CohortPlan;
import org.peercoach.training.cohort.CohortPlans;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes how a cohort runs, and counts anew what that changes: a session may be complete at once, or no more. The plan is
 * kept first; each coach for whom it makes a difference follows in a short transaction, so that nobody's work waits.
 */
@Component
class CohortSettings {

    private final Catalogs catalogs;
    private final CohortPlans plans;
    private final CohortStates states;
    private final LiveSessions live;
    private final Workbook workbook;
    private final Roster roster;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    CohortSettings(
            Catalogs catalogs,
            CohortPlans plans,
            CohortStates states,
            LiveSessions live,
            Workbook workbook,
            Roster roster,
            AuditTrail audit,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.catalogs = catalogs;
        this.plans = plans;
        this.states = states;
        this.live = live;
        this.workbook = workbook;
        this.roster = roster;
        this.audit = audit;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED); // as keep() of the plan
    }

    /** One person's session. */
    private record Affected(long member, SessionContent session) {}

    /** Keeps the plan, whatever there is; points and completion follow. */
    void keep(Member trainer, CohortPlan plan) {
        keep(trainer, plan, null);
    }

    /**
     * Keeps the plan, unless somebody has changed it since it was read; points and completion follow.
     *
     * @param read when the plan that was read had been changed last; null to change whatever there is
     * @return false if there is a newer one, which then stays
     */
    boolean keep(Member trainer, CohortPlan plan, @Nullable Instant read) {
        Optional<CohortPlan> before = Objects.requireNonNull(transaction.execute(status -> put(trainer, plan, read)));
        before.ifPresent(was -> follow(trainer, was, plan));
        return before.isPresent();
    }

    private void follow(Member trainer, CohortPlan before, CohortPlan plan) {
        Set<String> switched = switched(before, plan);
        List<SessionContent> sessions = catalogs.whole(trainer).sessions().stream()
                .filter(session -> session.activities().stream().anyMatch(activity -> switched.contains(activity.id())))
                .toList();
        catalogs.whole(trainer).sessions().stream()
                .filter(session -> session.activities().stream()
                        .anyMatch(activity -> activity.live()
                                && before.leavesOut(session.number(), activity.id())
                                && !plan.leavesOut(session.number(), activity.id())))
                .forEach(session -> live.follow(trainer.course(), session.number()));
        boolean less = !before.sessionsOff().containsAll(plan.sessionsOff())
                || !before.off().containsAll(plan.off());
        if (sessions.isEmpty() && !less) {
            return;
        }
        Map<Long, Map<Integer, Sum>> people = states.of(trainer.course());
        count(trainer.course(), sessions, people, before, plan);
        if (less) {
            certify(trainer, people, plan);
        }
    }

    /** Whoever has done all that is left to do; what they have earned by it, the certificates know. */
    private void certify(Member trainer, Map<Long, Map<Integer, Sum>> people, CohortPlan plan) {
        List<SessionContent> kept = catalogs.whole(trainer).sessions().stream()
                .filter(session -> !plan.leavesOut(session.number()))
                .toList();
        List<MemberId> done = people.entrySet().stream()
                .filter(person -> kept.stream()
                        .allMatch(session -> person.getValue()
                                .getOrDefault(session.number(), Sum.NOTHING)
                                .complete(session, plan.off())))
                .map(person -> new MemberId(person.getKey()))
                .toList();
        List<Member> coaches = roster.members(trainer.course(), done).values().stream()
                .filter(member -> member.role() == MemberRole.COACH)
                .toList();
        if (!coaches.isEmpty()) {
            events.publishEvent(new AskedLess(coaches));
        }
    }

    private Optional<CohortPlan> put(Member trainer, CohortPlan plan, @Nullable Instant read) {
        Optional<CohortPlan> before = plans.keep(trainer.course(), plan, read);
        before.filter(was -> !was.equals(plan))
                .ifPresent(was -> audit.note(AuditEntry.ofPerson(
                                trainer.district(), trainer.person(), "training.cohort-set", null, details(was, plan))
                        .inCourse(trainer.course().value())));
        return before;
    }

    /** Those whose session is complete by one plan and not by the other, in the order of all other locks. */
    private void count(
            CourseId course,
            List<SessionContent> sessions,
            Map<Long, Map<Integer, Sum>> sums,
            CohortPlan before,
            CohortPlan plan) {
        List<Affected> changed = sums.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(person -> sessions.stream()
                        .filter(session -> changes(person.getValue().get(session.number()), session, before, plan))
                        .map(session -> new Affected(person.getKey(), session)))
                .toList();
        Map<MemberId, Member> people = roster.members(
                course, changed.stream().map(one -> new MemberId(one.member())).toList());
        for (Affected one : changed) {
            Member coach = people.get(new MemberId(one.member()));
            if (coach != null) {
                workbook.recount(coach, one.session());
            }
        }
    }

    private static boolean changes(@Nullable Sum sum, SessionContent session, CohortPlan before, CohortPlan plan) {
        return sum != null && sum.complete(session, before.off()) != sum.complete(session, plan.off());
    }

    private static Set<String> switched(CohortPlan before, CohortPlan after) {
        Set<String> either = new HashSet<>(before.off());
        either.addAll(after.off());
        either.removeIf(id -> before.off().contains(id) && after.off().contains(id));
        return either;
    }

    /** What changed: the order, how many dates, and which activities. */
    private static String details(CohortPlan before, CohortPlan plan) {
        String order = before.locked() == plan.locked() ? "" : plan.locked() ? "order locked; " : "order advised; ";
        String dates = before.dates().equals(plan.dates()) ? "" : "dates; ";
        String off = before.off().equals(plan.off())
                ? ""
                : "off: " + plan.off().stream().sorted().collect(Collectors.joining(" "));
        String sessions = before.sessionsOff().equals(plan.sessionsOff())
                ? ""
                : "sessions off: "
                        + plan.sessionsOff().stream()
                                .sorted()
                                .map(String::valueOf)
                                .collect(Collectors.joining(" "))
                        + "; ";
        String places = before.order().equals(plan.order()) ? "" : "order of sessions: " + plan.order() + "; ";
        return order + dates + sessions + places + off;
    }
}
