package org.peercoach.training;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peercoach.audit.AuditEntry;
import org.peercoach.audit.AuditTrail;
import org.peercoach.course.CourseId;
import org.peercoach.course.Member;
import org.peercoach.course.MemberId;
import org.peercoach.course.MemberRole;
import org.peercoach.course.Roster;
import org.peercoach.training.cohort.CohortPlan;
import org.peercoach.training.cohort.CohortPlans;
import org.peercoach.training.schedule.Attendance;
import org.peercoach.training.schedule.Meeting;
import org.peercoach.training.schedule.Meetings;
import org.peercoach.training.schedule.NewMeeting;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Being there completes what a session may do live; taking it back takes back what nothing else completed. Who was there is
 * kept first, and each coach's points follow in transactions of their own: a trainer's list holds up nobody's work.
 */
@Component
class LiveSessions {

    /** A code is good this long before and after the meeting. */
    static final Duration AROUND = Duration.ofMinutes(15);

    private final Catalogs catalogs;
    private final CohortPlans plans;
    private final Meetings meetings;
    private final Attendance attendance;
    private final Workbook workbook;
    private final Roster roster;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LiveSessions(
            Rows rows,
            CohortPlans plans,
            Workbook workbook,
            Roster roster,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.catalogs = rows.catalogs();
        this.meetings = rows.meetings();
        this.attendance = rows.attendance();
        this.plans = plans;
        this.workbook = workbook;
        this.roster = roster;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What is scheduled, and of what. */
    @Component
    record Rows(Catalogs catalogs, Meetings meetings, Attendance attendance) {}

    /** The coaches who can be present, by name. */
    List<Member> coaches(Member trainer) {
        return roster.members(trainer.course()).stream()
                .filter(member -> member.role() == MemberRole.COACH)
                .toList();
    }

    /** What being there completes. */
    List<ActivityContent> live(Member member, int session) {
        CohortPlan plan = plans.of(member.course());
        return live(catalogs.whole(member), session)
                .filter(activity -> !plan.leavesOut(session, activity.id()))
                .toList();
    }

    private static Stream<ActivityContent> live(TrainingCatalog catalog, int session) {
        return catalog.session(session).stream()
                .flatMap(one -> one.activities().stream())
                .filter(ActivityContent::live);
    }

    /**
     * Takes the trainer's list. Who came in by the code since the page was shown stays.
     *
     * @param shown who was ticked when the page was shown
     * @param ticked who is ticked now
     * @return false, with nothing kept, for somebody who would have been there before it began
     */
    boolean attend(Member trainer, Meeting meeting, Set<Long> shown, Set<Long> ticked) {
        Set<MemberId> present = attendance.present(meeting).keySet();
        List<Member> changed = inOrder(coaches(trainer).stream()
                .filter(coach -> shown.contains(coach.id().value())
                        != ticked.contains(coach.id().value()))
                .filter(coach -> present.contains(coach.id())
                        != ticked.contains(coach.id().value())));
        if (!meeting.canBeNoted(clock.instant())
                && changed.stream().anyMatch(coach -> ticked.contains(coach.id().value()))) {
            return false;
        }
        if (changed.isEmpty()) {
            return true;
        }
        transaction.executeWithoutResult(status -> {
            changed.forEach(
                    coach -> keep(meeting, coach, ticked.contains(coach.id().value()), trainer));
            note(trainer, meeting, "training.attendance-set", changed.size() + " changes");
        });
        changed.forEach(coach -> follow(coach, meeting.session()));
        return true;
    }

    private void keep(Meeting meeting, Member coach, boolean there, Member trainer) {
        if (there) {
            attendance.note(meeting, coach.id(), false, trainer.id());
        } else {
            attendance.remove(meeting, coach.id());
        }
    }

    /** The meeting that this code opens now; empty for any other code and time. */
    Optional<Meeting> open(Member coach, String code) {
        String wanted = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        Instant now = clock.instant();
        return meetings.of(coach.course()).stream()
                .filter(meeting -> !meeting.canceled() && meeting.code().equals(wanted))
                .filter(meeting -> !now.isBefore(meeting.starts().minus(AROUND))
                        && !now.isAfter(meeting.ends().plus(AROUND)))
                .findFirst();
    }

    /** A coach says to be there. */
    void checkIn(Member coach, Meeting meeting) {
        attendance.note(meeting, coach.id(), true, coach.id());
        follow(coach, meeting.session());
    }

    /** Calls a meeting off or lets it take place; what being there completed follows. */
    void cancel(Member trainer, Meeting meeting, boolean canceled) {
        String act = canceled ? "training.meeting-canceled" : "training.meeting-restored";
        boolean changed = Boolean.TRUE.equals(transaction.execute(
                status -> meetings.cancel(trainer.course(), meeting.id(), canceled) && noted(trainer, meeting, act)));
        if (changed) {
            follow(meeting, Set.of(meeting.session()));
        }
    }

    /** Changes when, where, or of which session a meeting is. */
    void change(Member trainer, Meeting meeting, NewMeeting to) {
        transaction.executeWithoutResult(status -> {
            meetings.change(trainer.course(), meeting.id(), to);
            note(trainer, meeting, "training.meeting-changed", null);
        });
        if (to.session() != meeting.session()) {
            follow(meeting, Set.of(to.session(), meeting.session()));
        }
    }

    /** Adds a meeting. */
    @Transactional
    public long add(Member trainer, NewMeeting meeting) {
        long id = meetings.add(trainer.course(), meeting);
        audit.note(AuditEntry.ofPerson(
                        trainer.district(), trainer.person(), "training.meeting-added", "meeting:" + id, null)
                .inCourse(trainer.course().value()));
        return id;
    }

    /** Everybody who was at the meeting, be they still here or not. */
    private void follow(Meeting meeting, Set<Integer> sessions) {
        people(meeting.course(), attendance.present(meeting).keySet())
                .forEach(coach -> sessions.stream().sorted().forEach(session -> follow(coach, session)));
    }

    /** Lets a session follow once more who was there, as when something that is done live was switched on again. */
    void follow(CourseId course, int session) {
        people(course, attendance.of(course, session)).forEach(coach -> follow(coach, session));
    }

    private List<Member> people(CourseId course, Set<MemberId> ids) {
        return inOrder(
                roster.members(course, ids).values().stream().filter(member -> member.role() == MemberRole.COACH));
    }

    /** Locks in the same order for everybody. */
    private static List<Member> inOrder(Stream<Member> coaches) {
        return coaches.sorted(Comparator.comparing(coach -> coach.id().value())).toList();
    }

    /**
     * Lets one coach's session follow the facts, in a short transaction for each activity. Who was there is asked under
     * the lock, so that of two changes at once the later one sees both.
     */
    private void follow(Member coach, int number) {
        TrainingCatalog catalog = catalogs.whole(coach);
        catalog.session(number)
                .ifPresent(session -> live(catalog, number)
                        .forEach(activity ->
                                workbook.change(coach, session, activity, state -> settle(coach, number, state))));
    }

    /** Once there stays there since then. What the cohort leaves out takes no presence, and loses what is taken back. */
    private void settle(Member coach, int number, ActivityState state) {
        if (!attendance.attended(coach.course(), number, coach.id())) {
            state.attend(null);
        } else if (state.attendedAt() == null && !plans.now(coach.course()).leavesOut(number, state.activityId())) {
            state.attend(clock.instant().truncatedTo(ChronoUnit.MICROS));
        }
    }

    private boolean noted(Member trainer, Meeting meeting, String act) {
        note(trainer, meeting, act, null);
        return true;
    }

    private void note(Member trainer, Meeting meeting, String act, @Nullable String details) {
        audit.note(AuditEntry.ofPerson(trainer.district(), trainer.person(), act, "meeting:" + meeting.id(), details)
                .inCourse(trainer.course().value()));
    }
}
