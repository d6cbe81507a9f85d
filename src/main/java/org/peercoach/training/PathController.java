package org.peercoach.training;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Allow;
import org.peercoach.course.CurrentMember;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
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
    private final PathOutlook outlook;
    private final Marking marking;

    PathController(Standings standings, TrainingNotes notes, Agenda agenda, PathOutlook outlook, Marking marking) {
        this.marking = marking;
        this.standings = standings;
        this.notes = notes;
        this.agenda = agenda;
        this.outlook = outlook;
    }

    /**
     * @param finished the date, or null
     * @param minutes that its activities take
     * @param minutesLeft of what can be done now
     * @param reachable points that can be reached; fewer than {@code pointsOf} where activities are left out
     * @param marks how many worksheets count already and wait for a mark
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
            int minutes,
            int minutesLeft,
            int points,
            int pointsOf,
            int reachable,
            int marks,
            boolean now,
            @Nullable String due,
            boolean late,
            @Nullable String doorKey,
            @Nullable String opens,
            int before,
            List<Agenda.MeetingView> meetings) {}

    /** The activity to go on with. */
    public record NextView(
            int minutes,
            boolean required,
            String title,
            String intro,
            int session,
            int activity,
            int of,
            String path) {}

    /** The trainer's worksheets. */
    public record ToMarkView(int waiting, String path) {}

    /** Points of all sessions together. */
    public record PointsView(int points, int of, int reachable) {}

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
        model.addAttribute("calm", works ? PathOutlook.calm(all, standings.times(member)) : null);
        model.addAttribute("held", works ? outlook.held(member, all) : List.of());
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

    /** The session that a coach is in: the first in which there is something to do, be it open yet or not. */
    private static Optional<SessionContent> between(List<Standing> all) {
        return all.stream()
                .filter(one -> !one.progress().doneAsFarAsOpen())
                .map(Standing::session)
                .findFirst();
    }

    private List<PathRow> rows(Member member, List<Standing> all, @Nullable Standing current) {
        Map<Integer, List<Agenda.MeetingView>> meetings = agenda.bySession(member);
        return all.stream()
                .map(one -> row(
                        member,
                        one,
                        one.equals(current),
                        meetings.getOrDefault(one.session().number(), List.of())))
                .toList();
    }

    private PathRow row(Member member, Standing one, boolean now, List<Agenda.MeetingView> meetings) {
        SessionContent session = one.session();
        SessionProgress progress = one.progress();
        LocalDate today = standings.today(member);
        DoorWords door = DoorWords.of(one, standings.times(member));
        return new PathRow(
                session.number(),
                session.title(),
                member.path(session.path()),
                SessionMark.forCoach(one, today),
                standings.times(member).dayOrNull(progress.completedAt()),
                session.minutesKept(),
                progress.minutesLeft(),
                progress.points(),
                session.points(),
                session.reachable(),
                StillToCome.marks(List.of(one)),
                now,
                door.due(),
                one.late(today),
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
                activity.required(),
                activity.title(),
                activity.intro(),
                session.number(),
                activity.number(),
                session.numbered(),
                member.path(session.path(activity)));
    }

    private PointsView points(List<Standing> all) {
        int points = all.stream().mapToInt(one -> one.progress().points()).sum();
        int reachable = all.stream().mapToInt(one -> one.session().reachable()).sum();
        return new PointsView(points, all.size() * SessionContent.POINTS, reachable);
    }
}
