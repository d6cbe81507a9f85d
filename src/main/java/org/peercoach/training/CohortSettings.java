package org.peercoach.training;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.peercoach.audit.AuditEntry;
import org.peercoach.audit.AuditTrail;
import org.peercoach.course.Member;
import org.peercoach.course.Roster;
import org.peercoach.training.cohort.CohortPlan;
import org.peercoach.training.cohort.CohortPlans;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes how a cohort runs, and counts anew what that changes: a session may be complete at once, or no more. */
@Component
class CohortSettings {

    private final Catalogs catalogs;
    private final CohortPlans plans;
    private final Workbook workbook;
    private final Roster roster;
    private final AuditTrail audit;
    private final JdbcClient jdbc;

    CohortSettings(
            Catalogs catalogs, CohortPlans plans, Workbook workbook, Roster roster, AuditTrail audit, JdbcClient jdbc) {
        this.catalogs = catalogs;
        this.plans = plans;
        this.workbook = workbook;
        this.roster = roster;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /** Keeps the plan; points and completion follow in the same transaction. */
    @Transactional
    public void keep(Member trainer, CohortPlan plan) {
        CohortPlan before = plans.of(trainer.course());
        if (before.equals(plan)) {
            return;
        }
        plans.keep(trainer.course(), plan);
        audit.note(AuditEntry.ofPerson(
                        trainer.district(), trainer.person(), "training.cohort-set", null, details(before, plan))
                .inCourse(trainer.course().value()));
        Set<String> switched = switched(before, plan);
        catalogs.whole(trainer).sessions().stream()
                .filter(session -> session.activities().stream().anyMatch(activity -> switched.contains(activity.id())))
                .forEach(session -> begun(trainer, session).forEach(coach -> workbook.recount(coach, session, before)));
    }

    private static Set<String> switched(CohortPlan before, CohortPlan after) {
        Set<String> either = new HashSet<>(before.off());
        either.addAll(after.off());
        either.removeIf(id -> before.off().contains(id) && after.off().contains(id));
        return either;
    }

    /** Those who have points in this session, or may have. */
    private List<Member> begun(Member trainer, SessionContent session) {
        Set<Long> ids = Set.copyOf(
                jdbc.sql("select member_id from training_session_state where course_id = ? and session_number = ?")
                        .params(trainer.course().value(), session.number())
                        .query(Long.class)
                        .list());
        return roster.members(trainer.course()).stream()
                .filter(member -> ids.contains(member.id().value()))
                .toList();
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
