package org.peercoach.training;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peercoach.audit.AuditEntry;
import org.peercoach.audit.AuditTrail;
import org.peercoach.course.CourseId;
import org.peercoach.course.Member;
import org.peercoach.course.MemberId;
import org.peercoach.course.MemberRole;
import org.peercoach.course.Roster;
import org.peercoach.training.cohort.CohortPlans;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Trainers say "meets" or "not yet" to worksheets. "Not yet" takes the points back until the worksheet is handed in again;
 * nobody but the author ever sees a draft.
 */
@Service
class Marking implements WaitingWork {

    private static final String ACT = "training.worksheet-marked";
    private static final String ACT_UNDONE = "training.worksheet-mark-undone";

    private final Catalogs catalogs;
    private final CohortPlans plans;
    private final Workbook workbook;
    private final GivenMarks marks;
    private final Roster roster;
    private final AuditTrail audit;
    private final Clock clock;

    Marking(
            Catalogs catalogs,
            CohortPlans plans,
            Workbook workbook,
            GivenMarks marks,
            Roster roster,
            AuditTrail audit,
            Clock clock) {
        this.catalogs = catalogs;
        this.plans = plans;
        this.workbook = workbook;
        this.marks = marks;
        this.roster = roster;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whose work in what. */
    record Sheet(Member author, SessionContent session, ActivityContent activity) {}

    /** An activity and its session. */
    record Where(SessionContent session, ActivityContent activity) {}

    /** Which worksheets to list: of one session, of one person; null for all. */
    record Wanted(
            @Nullable SessionContent session, @Nullable MemberId author) {}

    /**
     * @param names of all authors on it
     * @param coaches who may hand in something, by name
     */
    record Listed(List<GivenMarks.Handed> rows, Map<MemberId, String> names, List<Member> coaches) {}

    Listed list(Member trainer, Wanted wanted, GivenMarks.@Nullable Handed after, int most) {
        List<Member> members = roster.members(trainer.course());
        Map<MemberId, String> names = names(members);
        return new Listed(
                marks.list(question(trainer.course(), wanted, names.keySet(), false), after, most),
                names,
                members.stream()
                        .filter(member -> member.role() == MemberRole.COACH)
                        .toList());
    }

    /** How many wait, and the one that has waited longest. */
    record Queue(int waiting, GivenMarks.@Nullable Handed oldest) {}

    Queue queue(CourseId course) {
        if (!marks.anyWaits(course)) {
            return new Queue(0, null);
        }
        GivenMarks.Question question =
                question(course, new Wanted(null, null), names(course).keySet(), true);
        int waiting = marks.count(question);
        return new Queue(
                waiting, waiting == 0 ? null : marks.list(question, null, 1).getFirst());
    }

    /** The next one that waits after this one, else the one that has waited longest; never this one. */
    Optional<GivenMarks.Handed> next(Sheet sheet, ActivityState state) {
        CourseId course = sheet.author().course();
        GivenMarks.Question question =
                question(course, new Wanted(null, null), names(course).keySet(), true);
        GivenMarks.Handed here = new GivenMarks.Handed(
                state.id(),
                sheet.author().id(),
                state.activityId(),
                state.versions().count(),
                state.handedInAt() == null ? Instant.EPOCH : state.handedInAt(),
                Versions.WAITS,
                null);
        return marks.list(question, here, 1).stream()
                .findFirst()
                .or(() -> marks.list(question, null, 2).stream()
                        .filter(one -> one.state() != state.id())
                        .findFirst());
    }

    /** Of all sessions that the cohort has, unless one is named: what is left out whole waits for nobody. */
    private GivenMarks.Question question(CourseId course, Wanted wanted, Set<MemberId> members, boolean waiting) {
        Set<MemberId> authors = wanted.author() == null
                ? members
                : members.stream().filter(wanted.author()::equals).collect(Collectors.toSet());
        List<String> activities = wanted.session() == null ? kept(course) : marked(Stream.of(wanted.session()));
        return new GivenMarks.Question(course, authors, activities, waiting);
    }

    /** What is marked in the sessions that the cohort has; null for all. */
    private @Nullable List<String> kept(CourseId course) {
        return plans.of(course).sessionsOff().isEmpty() ? null : marked(catalogs.of(course).sessions().stream());
    }

    private static List<String> marked(Stream<SessionContent> sessions) {
        return sessions.flatMap(session -> session.activities().stream())
                .filter(ActivityContent::marked)
                .map(ActivityContent::id)
                .toList();
    }

    private Map<MemberId, String> names(CourseId course) {
        return names(roster.members(course));
    }

    private static Map<MemberId, String> names(List<Member> members) {
        return members.stream().collect(Collectors.toMap(Member::id, Member::name));
    }

    /** What was said of a worksheet's versions. */
    Map<Long, GivenMark> marks(ActivityState state) {
        return state.versions().none() ? Map.of() : marks.of(state);
    }

    /**
     * Marks a version, if it still is the last one.
     *
     * @return false if another version was handed in meanwhile; then nothing was changed
     */
    @Transactional
    public boolean mark(Member trainer, Sheet sheet, long handedIn, Verdict verdict, String comment) {
        GivenMark mark = new GivenMark(
                handedIn,
                verdict,
                comment.isBlank() ? null : comment.strip(),
                trainer.id(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        boolean[] marked = {false};
        workbook.change(sheet.author(), sheet.session(), sheet.activity(), state -> {
            if (isLast(state, handedIn)) {
                marks.put(state, trainer.course(), mark);
                state.judge(verdict);
                note(trainer, sheet, ACT, state.versions().count() + ": " + verdict);
                marked[0] = true;
            }
        });
        return marked[0];
    }

    /** Takes the mark of the last version back: it waits again, and counts again. */
    @Transactional
    public boolean undo(Member trainer, Sheet sheet, long handedIn) {
        boolean[] undone = {false};
        workbook.change(sheet.author(), sheet.session(), sheet.activity(), state -> {
            if (isLast(state, handedIn) && marks.remove(trainer.course(), handedIn)) {
                state.judge(null);
                note(
                        trainer,
                        sheet,
                        ACT_UNDONE,
                        Integer.toString(state.versions().count()));
                undone[0] = true;
            }
        });
        return undone[0];
    }

    private boolean isLast(ActivityState state, long handedIn) {
        return !state.versions().none()
                && workbook.handedIn(state).stream()
                        .findFirst()
                        .filter(version -> version.id() == handedIn)
                        .isPresent();
    }

    private void note(Member trainer, Sheet sheet, String act, String details) {
        audit.note(AuditEntry.ofPerson(
                        trainer.district(),
                        trainer.person(),
                        act,
                        "member:" + sheet.author().id(),
                        sheet.activity().id() + " version " + details)
                .inCourse(trainer.course().value()));
    }

    @Override
    public Map<MemberId, Set<String>> waiting(CourseId course) {
        return marks.list(question(course, new Wanted(null, null), names(course).keySet(), true), null, 10_000).stream()
                .collect(Collectors.groupingBy(
                        GivenMarks.Handed::author,
                        Collectors.mapping(GivenMarks.Handed::activityId, Collectors.toSet())));
    }

    @Override
    public Set<String> waiting(Member author) {
        GivenMarks.Question own =
                new GivenMarks.Question(author.course(), Set.of(author.id()), kept(author.course()), true);
        return marks.list(own, null, 100).stream()
                .map(GivenMarks.Handed::activityId)
                .collect(Collectors.toSet());
    }

    @Override
    public String path(MemberId author, String activityId) {
        return MarkingController.LIST + "/" + author + "/" + activityId;
    }
}
