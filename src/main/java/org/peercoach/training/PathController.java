package org.peercoach.training;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Allow;
import org.peercoach.course.CurrentMember;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The path: the sessions of the cohort, where the member is, and the one next step. */
@Controller
@Allow({MemberRole.COACH, MemberRole.TRAINER, MemberRole.LEADER})
class PathController {

    private final Standings standings;
    private final TrainingNotes notes;
    private final Agenda agenda;
    private final ObjectProvider<WaitingWork> waitingWork;
    private final Marking marking;

    PathController(
            Standings standings,
            TrainingNotes notes,
            Agenda agenda,
            ObjectProvider<WaitingWork> waitingWork,
            Marking marking) {
        this.marking = marking;
        this.standings = standings;
        this.notes = notes;
        this.agenda = agenda;
        this.waitingWork = waitingWork;
    }

    /**
     * @param finished the date, or null
     * @param due the last day in time, or null
     * @param doorKey of a word about a closed session, or null; takes a day and a number. About a better order the
     *     session's own page says a word: here it would stand on every row
     * @param meetings what is scheduled
     */
    public record PathRow(
            int number,
            String title,
            String path,
            SessionMark.SessionMarkView mark,
            @Nullable String finished,
            int minutesLeft,
            int points,
            int pointsOf,
            boolean now,
            @Nullable String due,
            boolean late,
            @Nullable String doorKey,
            @Nullable String opens,
            int before,
            List<Agenda.MeetingView> meetings) {}

    /** The activity to go on with. */
    public record NextView(int minutes, String title, String intro, int session, int activity, int of, String path) {}

    /** The trainer's worksheets. */
    public record ToMarkView(int waiting, String path) {}

    /** Points of all sessions together. */
    public record PointsView(int points, int of) {}

    @GetMapping("/c/{course}/training")
    String path(@CurrentMember Member member, Model model) {
        boolean works = member.role() == MemberRole.COACH;
        List<Standing> all = works ? standings.of(member) : standings.ofOnlooker(member);
        Optional<Standing> current = works ? Standing.now(all) : Optional.empty();
        model.addAttribute("member", member);
        model.addAttribute("preview", !works);
        model.addAttribute("trainingPath", member.path("/training"));
        model.addAttribute("kept", ActivityController.localKeys(member));
        model.addAttribute("trainer", member.role() == MemberRole.TRAINER);
        List<PathRow> rows = rows(member, all, current.orElse(null));
        model.addAttribute("rows", rows);
        model.addAttribute(
                "notYet",
                works
                        ? NotYetNotes.of(
                                member, all.stream().map(Standing::progress).toList())
                        : List.of());
        model.addAttribute("marking", member.role() == MemberRole.TRAINER ? toMark(member) : null);
        model.addAttribute(
                "calendar", rows.stream().anyMatch(row -> !row.meetings().isEmpty()));
        model.addAttribute("next", current.map(one -> next(member, one)).orElse(null));
        model.addAttribute("points", points(all));
        model.addAttribute("notes", notes.notes(member));
        model.addAttribute(
                "between", works ? between(all).map(SessionContent::between).orElse(null) : null);
        return "training/path";
    }

    private ToMarkView toMark(Member trainer) {
        return new ToMarkView(marking.queue(trainer.course()).waiting(), trainer.path(MarkingController.LIST));
    }

    /** The session that a coach is in: the first that is not complete. */
    private static Optional<SessionContent> between(List<Standing> all) {
        return all.stream()
                .filter(one -> !one.progress().complete())
                .map(Standing::session)
                .findFirst();
    }

    private List<PathRow> rows(Member member, List<Standing> all, @Nullable Standing current) {
        Map<Integer, List<Agenda.MeetingView>> meetings = agenda.bySession(member);
        Set<String> waiting = member.role() == MemberRole.COACH ? waiting(member) : Set.of();
        return all.stream()
                .map(one -> row(
                        member,
                        one,
                        one.equals(current),
                        waits(one, waiting),
                        meetings.getOrDefault(one.session().number(), List.of())))
                .toList();
    }

    private Set<String> waiting(Member member) {
        return waitingWork
                .orderedStream()
                .flatMap(kind -> kind.waiting(member).stream())
                .collect(Collectors.toSet());
    }

    private static boolean waits(Standing one, Set<String> waiting) {
        return one.session().activities().stream().anyMatch(activity -> waiting.contains(activity.id()));
    }

    private PathRow row(Member member, Standing one, boolean now, boolean waits, List<Agenda.MeetingView> meetings) {
        SessionContent session = one.session();
        SessionProgress progress = one.progress();
        LocalDate today = standings.today(member);
        DoorWords door = DoorWords.of(one, standings.times(member));
        return new PathRow(
                session.number(),
                session.title(),
                member.path(session.path()),
                SessionMark.forCoach(one, today, waits),
                standings.times(member).dayOrNull(progress.completedAt()),
                progress.minutesLeft(),
                progress.points(),
                session.points(),
                now,
                door.due(),
                one.door().late(today) && !progress.complete(),
                one.door().open() ? null : door.key(),
                door.opens(),
                one.door().before(),
                meetings);
    }

    private static NextView next(Member member, Standing one) {
        ActivityContent activity = one.next().orElseThrow();
        SessionContent session = one.session();
        return new NextView(
                activity.minutes(),
                activity.title(),
                activity.intro(),
                session.number(),
                activity.number(),
                session.lastNumber(),
                member.path(session.path(activity)));
    }

    private PointsView points(List<Standing> all) {
        int points = all.stream().mapToInt(one -> one.progress().points()).sum();
        return new PointsView(points, all.size() * SessionContent.POINTS);
    }
}
