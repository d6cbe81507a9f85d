package org.peercoach.training;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Allow;
import org.peercoach.course.CurrentMember;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The path: eight sessions, where the member is, and the one next step. */
@Controller
@Allow({MemberRole.COACH, MemberRole.TRAINER, MemberRole.LEADER})
class PathController {

    private final TrainingCatalog catalog;
    private final Workbook workbook;
    private final Marking marking;

    PathController(TrainingCatalog catalog, Workbook workbook, Marking marking) {
        this.catalog = catalog;
        this.workbook = workbook;
        this.marking = marking;
    }

    /**
     * @param path where it leads, or null while it is not open
     * @param finished the date, or null
     */
    public record PathRow(
            int number,
            String title,
            @Nullable String path,
            Mark.MarkView mark,
            @Nullable String finished,
            int minutesLeft,
            int points,
            int pointsOf,
            int done,
            int doneOf,
            boolean now) {}

    /** The activity to go on with. */
    public record NextView(int minutes, String title, String intro, int session, int activity, int of, String path) {}

    /** The trainer's worksheets. */
    public record ToMarkView(int waiting, String path) {}

    /** Points of all eight sessions together. */
    public record PointsView(int points, int of) {}

    @GetMapping("/c/{course}/training")
    String path(@CurrentMember Member member, Model model) {
        boolean works = member.role() == MemberRole.COACH;
        List<SessionProgress> progress = progress(member, works);
        Optional<SessionProgress> current =
                progress.stream().filter(one -> !one.complete()).findFirst();
        model.addAttribute("preview", !works);
        model.addAttribute("kept", ActivityController.localKeys(member));
        model.addAttribute("rows", rows(member, progress, works ? current.orElse(null) : null));
        model.addAttribute("next", works ? next(member, progress) : null);
        model.addAttribute("points", points(progress));
        model.addAttribute("notYet", works ? NotYetNotes.of(member, progress) : List.of());
        model.addAttribute("marking", member.role() == MemberRole.TRAINER ? toMark(member) : null);
        model.addAttribute(
                "between",
                current.filter(one -> works).map(one -> one.session().between()).orElse(null));
        return "training/path";
    }

    private ToMarkView toMark(Member trainer) {
        return new ToMarkView(marking.queue(trainer.course()).waiting(), trainer.path(MarkingController.LIST));
    }

    private List<SessionProgress> progress(Member member, boolean works) {
        return works
                ? workbook.progress(member, catalog.sessions())
                : catalog.sessions().stream().map(SessionProgress::untouched).toList();
    }

    private List<PathRow> rows(Member member, List<SessionProgress> progress, @Nullable SessionProgress current) {
        return catalog.titles().stream()
                .map(title -> progress.stream()
                        .filter(one -> one.session().number() == title.number())
                        .map(one -> row(member, one, one.equals(current)))
                        .findFirst()
                        .orElseGet(() -> closed(title)))
                .toList();
    }

    private static PathRow row(Member member, SessionProgress progress, boolean now) {
        SessionContent session = progress.session();
        return new PathRow(
                session.number(),
                session.title(),
                member.path(session.path()),
                Mark.of(progress).view(),
                new Times(member).date(progress.completedAt()),
                progress.minutesLeft(),
                progress.points(),
                session.points(),
                progress.doneCount(),
                session.activities().size(),
                now);
    }

    private static PathRow closed(SessionTitle title) {
        return new PathRow(
                title.number(),
                title.title(),
                null,
                Mark.CLOSED.view(),
                null,
                0,
                0,
                SessionContent.POINTS,
                0,
                0,
                false);
    }

    private static @Nullable NextView next(Member member, List<SessionProgress> all) {
        return all.stream()
                .flatMap(progress -> progress.next().map(activity -> view(member, progress, activity)).stream())
                .findFirst()
                .orElse(null);
    }

    private static NextView view(Member member, SessionProgress progress, ActivityContent activity) {
        SessionContent session = progress.session();
        return new NextView(
                activity.minutes(),
                activity.title(),
                activity.intro(),
                session.number(),
                activity.number(),
                session.activities().size(),
                member.path(session.path(activity)));
    }

    private PointsView points(List<SessionProgress> progress) {
        int points = progress.stream().mapToInt(SessionProgress::points).sum();
        return new PointsView(points, catalog.titles().size() * SessionContent.POINTS);
    }
}
