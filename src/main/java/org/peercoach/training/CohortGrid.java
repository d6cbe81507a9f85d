package org.peercoach.training;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.CourseId;
import org.peercoach.course.Member;
import org.peercoach.course.MemberId;
import org.peercoach.course.MemberRole;
import org.peercoach.course.Roster;
import org.peercoach.training.CohortRow.Cell;
import org.peercoach.training.CohortRow.State;
import org.peercoach.training.CohortStates.Sum;
import org.peercoach.training.cohort.CohortPlan;
import org.peercoach.training.cohort.CohortPlans;
import org.peercoach.training.cohort.SessionDates;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Everybody's state in every session, computed from the states of all their activities; the same few statements for any cohort. */
@Component
class CohortGrid {

    private final Catalogs catalogs;
    private final CohortStates states;
    private final CohortPlans plans;
    private final ObjectProvider<WaitingWork> waitingWork;
    private final Roster roster;
    private final Clock clock;

    CohortGrid(
            Catalogs catalogs,
            CohortStates states,
            CohortPlans plans,
            ObjectProvider<WaitingWork> waitingWork,
            Roster roster,
            Clock clock) {
        this.catalogs = catalogs;
        this.states = states;
        this.plans = plans;
        this.waitingWork = waitingWork;
        this.roster = roster;
        this.clock = clock;
    }

    /** What holds of all coaches of a course. */
    private record Facts(
            List<SessionContent> sessions,
            CohortPlan plan,
            Map<Long, Map<Integer, Sum>> sums,
            Map<MemberId, Map<String, String>> waiting,
            Map<MemberId, Instant> joined,
            Instant now) {}

    /** All coaches of the course, by name. */
    List<CohortRow> rows(CourseId course) {
        Facts facts = new Facts(
                catalogs.of(course).sessions(),
                plans.of(course),
                states.of(course),
                waiting(course),
                roster.joined(course),
                clock.instant());
        return roster.members(course).stream()
                .filter(member -> member.role() == MemberRole.COACH)
                .map(coach -> row(coach, facts))
                .toList();
    }

    /** Where each piece of work that waits is looked at, by author and activity. */
    private Map<MemberId, Map<String, String>> waiting(CourseId course) {
        Map<MemberId, Map<String, String>> all = new HashMap<>();
        waitingWork
                .orderedStream()
                .forEach(kind -> kind.waiting(course)
                        .forEach((author, ids) -> ids.forEach(id -> all.computeIfAbsent(author, key -> new HashMap<>())
                                .put(id, kind.path(author, id)))));
        return all;
    }

    private CohortRow row(Member coach, Facts facts) {
        Map<Integer, Sum> sums = facts.sums().getOrDefault(coach.id().value(), Map.of());
        Map<String, String> waiting = facts.waiting().getOrDefault(coach.id(), Map.of());
        LocalDate today = facts.now().atZone(coach.zone()).toLocalDate();
        List<Cell> cells = new ArrayList<>();
        Instant opened = facts.joined().getOrDefault(coach.id(), facts.now());
        boolean before = true;
        boolean somethingToDo = false;
        for (SessionContent session : facts.sessions()) {
            Seen seen = Seen.of(session, sums.getOrDefault(session.number(), Sum.NOTHING), facts.plan());
            SessionDates dates = facts.plan().dates(session.number());
            boolean shut = dates.opensAfter(today) || facts.plan().locked() && !before;
            State state = State.of(seen.turn(), seen.touched() || !shut, dates.dueBefore(today), seen.touched());
            cells.add(cell(session, seen, state, waiting));
            if (!somethingToDo && state != State.NOT_OPEN && seen.turn() == Turn.COACH) {
                somethingToDo = true;
                opened = later(opened, opening(dates, coach.zone()));
            }
            before = seen.turn() != Turn.COACH;
        }
        Instant worked = sums.values().stream().map(Sum::workedAt).reduce(null, CohortGrid::laterIfAny);
        return new CohortRow(coach, cells, worked, somethingToDo ? later(opened, worked) : null);
    }

    /** What the grid knows of one person's session. */
    private record Seen(int done, int of, boolean touched, Turn turn) {
        static Seen of(SessionContent session, Sum sum, CohortPlan plan) {
            int done = 0;
            int of = 0;
            List<Turn> required = new ArrayList<>();
            for (ActivityContent activity : session.activities()) {
                Turn turn = sum.turn(activity);
                if (!turn.counts() && plan.off().contains(activity.id())) {
                    continue;
                }
                of++;
                done += turn.counts() ? 1 : 0;
                if (activity.required()) {
                    required.add(turn);
                }
            }
            return new Seen(done, of, sum.touched() || done > 0, Turn.ofAll(required.stream()));
        }
    }

    private static Cell cell(SessionContent session, Seen seen, State state, Map<String, String> waiting) {
        String first = waiting.isEmpty()
                ? null
                : session.activities().stream()
                        .map(ActivityContent::id)
                        .map(waiting::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        State shown = first == null ? state : State.WAITING;
        return new Cell(
                session.number(), shown, seen.done(), seen.of(), seen.turn().counts(), first);
    }

    private static @Nullable Instant opening(SessionDates dates, ZoneId zone) {
        return dates.opens() == null ? null : dates.opens().atStartOfDay(zone).toInstant();
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other == null || one.isAfter(other) ? one : other;
    }

    private static @Nullable Instant laterIfAny(@Nullable Instant one, @Nullable Instant other) {
        return one == null ? other : later(one, other);
    }
}
