package org.peercoach.training;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.peercoach.course.Member;
import org.peercoach.shared.time.Times;
import org.peercoach.training.cohort.CohortPlan;
import org.peercoach.training.cohort.CohortPlans;
import org.springframework.stereotype.Component;

/** Where coaches stand in their cohort. */
@Component
class Standings {

    private final Catalogs catalogs;
    private final Workbook workbook;
    private final CohortPlans plans;
    private final Clock clock;

    Standings(Catalogs catalogs, Workbook workbook, CohortPlans plans, Clock clock) {
        this.catalogs = catalogs;
        this.workbook = workbook;
        this.plans = plans;
        this.clock = clock;
    }

    /** All sessions of a coach, in order; one statement. */
    List<Standing> of(Member coach) {
        return of(coach, workbook.progress(coach, catalogs.of(coach).sessions()));
    }

    /** The same for those who look and have no work: every session is untouched and open. */
    List<Standing> ofOnlooker(Member member) {
        CohortPlan plan = plans.of(member.course());
        return catalogs.of(member).sessions().stream()
                .map(session -> new Standing(
                        SessionProgress.untouched(session.without(plan.off())),
                        new SessionDoor(SessionDoor.State.OPEN, plan.dates(session.number()), 0)))
                .toList();
    }

    /** The day it is where this person is. */
    LocalDate today(Member member) {
        return clock.instant().atZone(member.zone()).toLocalDate();
    }

    /** How this person reads dates and times. */
    Times times(Member reader) {
        return Times.of(reader.zone(), clock.instant());
    }

    /** The door of one session; asks for the work only where the plan may shut it. */
    SessionDoor door(Member coach, SessionContent session) {
        CohortPlan plan = plans.of(coach.course());
        boolean mayBeShut = plan.locked() || plan.dates(session.number()).opensAfter(today(coach));
        return mayBeShut
                ? of(coach).stream()
                        .filter(one -> one.session().number() == session.number())
                        .findFirst()
                        .map(Standing::door)
                        .orElse(SessionDoor.OPEN)
                : SessionDoor.OPEN;
    }

    /** Whether this activity is left out in the person's cohort; whoever had completed it keeps it all the same. */
    boolean off(Member member, ActivityContent activity) {
        return plans.of(member.course()).off().contains(activity.id());
    }

    /** Whether the person's cohort leaves out this whole session. */
    boolean off(Member member, SessionContent session) {
        return plans.of(member.course()).leavesOut(session.number());
    }

    private List<Standing> of(Member coach, List<SessionProgress> sessions) {
        CohortPlan plan = plans.of(coach.course());
        LocalDate today = today(coach);
        return sessions.stream()
                .map(one -> new Standing(one, SessionDoor.of(plan, sessions, one, today)))
                .toList();
    }
}
