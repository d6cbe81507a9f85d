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
import org.jspecify.annotations.Nullable;
import org.peercoach.audit.AuditEntry;
import org.peercoach.audit.AuditTrail;
import org.peercoach.course.Member;
import org.peercoach.course.MemberId;
import org.peercoach.course.MemberRole;
import org.peercoach.course.Roster;
import org.peercoach.training.cohort.CohortPlans;
import org.peercoach.training.schedule.Attendance;
import org.peercoach.training.schedule.Meeting;
import org.peercoach.training.schedule.Meetings;
import org.peercoach.training.schedule.NewMeeting;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Being there completes what a session may do live; taking it back takes back what nothing else completed. */
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
    private final Clock clock;

    LiveSessions(Rows rows, CohortPlans plans, Workbook workbook, Roster roster, AuditTrail audit, Clock clock) {
        this.catalogs = rows.catalogs();
        this.meetings = rows.meetings();
        this.attendance = rows.attendance();
        this.plans = plans;
        this.workbook = workbook;
        this.roster = roster;
        this.audit = audit;
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
        Set<String> off = plans.of(member.course()).off();
        return catalogs.whole(member).session(session).stream()
                .flatMap(one -> one.activities().stream())
                .filter(activity -> activity.live() && !off.contains(activity.id()))
                .toList();
    }

    /**
     * Takes the trainer's list. Who came in by the code since the page was shown stays.
     *
     * @param shown who was ticked when the page was shown
     * @param ticked who is ticked now
     */
    @Transactional
    public void attend(Member trainer, Meeting meeting, Set<Long> shown, Set<Long> ticked) {
        List<Member> changed = coaches(trainer).stream()
                .filter(coach -> shown.contains(coach.id().value())
                        != ticked.contains(coach.id().value()))
                .sorted(Comparator.comparing(coach -> coach.id().value())) // locks in the same order for everybody
                .toList();
        changed.forEach(coach -> {
            if (ticked.contains(coach.id().value())) {
                attendance.note(meeting, coach.id(), false, trainer.id());
            } else {
                attendance.remove(meeting, coach.id());
            }
            count(coach, meeting.session());
        });
        note(trainer, meeting, "training.attendance-set", changed.size() + " changes");
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
    @Transactional
    public void checkIn(Member coach, Meeting meeting) {
        attendance.note(meeting, coach.id(), true, coach.id());
        count(coach, meeting.session());
    }

    /** Calls a meeting off or lets it take place; what being there completed follows. */
    @Transactional
    public void cancel(Member trainer, Meeting meeting, boolean canceled) {
        if (!meetings.cancel(trainer.course(), meeting.id(), canceled)) {
            return;
        }
        countAll(trainer, meeting, Set.of(meeting.session()));
        note(trainer, meeting, canceled ? "training.meeting-canceled" : "training.meeting-restored", null);
    }

    /** Changes when, where, or of which session a meeting is. */
    @Transactional
    public void change(Member trainer, Meeting meeting, NewMeeting to) {
        meetings.change(trainer.course(), meeting.id(), to);
        if (to.session() != meeting.session()) {
            countAll(trainer, meeting, Set.of(to.session(), meeting.session()));
        }
        note(trainer, meeting, "training.meeting-changed", null);
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

    private void countAll(Member trainer, Meeting meeting, Set<Integer> sessions) {
        Set<MemberId> present = attendance.present(meeting).keySet();
        coaches(trainer).stream()
                .filter(coach -> present.contains(coach.id()))
                .sorted(Comparator.comparing(coach -> coach.id().value()))
                .forEach(coach -> sessions.stream().sorted().forEach(session -> count(coach, session)));
    }

    private void count(Member coach, int number) {
        boolean was = attendance.attended(coach.course(), number, coach.id());
        Instant at = was ? clock.instant().truncatedTo(ChronoUnit.MICROS) : null;
        catalogs.whole(coach)
                .session(number)
                .ifPresent(session -> live(coach, number)
                        .forEach(activity -> workbook.change(coach, session, activity, state -> attend(state, at))));
    }

    /** Once there stays there since then. */
    private static void attend(ActivityState state, @Nullable Instant at) {
        if ((at == null) != (state.attendedAt() == null)) {
            state.attend(at);
        }
    }

    private void note(Member trainer, Meeting meeting, String act, @Nullable String details) {
        audit.note(AuditEntry.ofPerson(trainer.district(), trainer.person(), act, "meeting:" + meeting.id(), details)
                .inCourse(trainer.course().value()));
    }
}
