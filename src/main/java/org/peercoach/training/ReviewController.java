package org.peercoach.training;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Allow;
import org.peercoach.course.CurrentMember;
import org.peercoach.course.Member;
import org.peercoach.course.MemberId;
import org.peercoach.course.MemberRole;
import org.peercoach.course.Roster;
import org.peercoach.gradebook.Gradebook;
import org.peercoach.shared.ProblemPage;
import org.peercoach.shared.time.Times;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * One person's work in one session, as its graders see it: what is done, what was shared, how self-checks went; never a
 * private text (ruling 43). Graders are the trainers of the course; a coach sees the own work and nobody else's, whatever
 * message or address led here (LTI-O1).
 */
@Controller
@Allow({MemberRole.TRAINER, MemberRole.COACH})
class ReviewController {

    private static final String ADDRESS = "/c/{course}/training/review/{number}";

    private final Catalogs catalogs;
    private final Workbook workbook;
    private final Gradebook gradebook;
    private final Roster roster;
    private final Clock clock;

    ReviewController(Catalogs catalogs, Workbook workbook, Gradebook gradebook, Roster roster, Clock clock) {
        this.clock = clock;
        this.catalogs = catalogs;
        this.workbook = workbook;
        this.gradebook = gradebook;
        this.roster = roster;
    }

    /** @param own whether people look at their own work */
    public record ReviewView(
            String name,
            String roleKey,
            boolean own,
            int session,
            String title,
            int points,
            int of,
            int reachable,
            int done,
            int doneOf,
            boolean started) {}

    /**
     * @param doneOn when it was finished, or null
     * @param check how many answers were right at the last try, or null
     * @param text what the author let trainers read, or null
     * @param sheet where the handed-in worksheet is, or null
     */
    public record ReviewRow(
            int number,
            String title,
            String kindKey,
            String icon,
            int points,
            Mark.MarkView mark,
            @Nullable String doneOn,
            @Nullable CheckView check,
            @Nullable String text,
            @Nullable String sheet) {}

    public record CheckView(int right, int of) {}

    /** The people beside; each may be null. */
    public record BesideView(
            @Nullable String beforeName,
            @Nullable String beforePath,
            @Nullable String afterName,
            @Nullable String afterPath) {}

    @GetMapping(ADDRESS + "/{member:[0-9]{1,18}}")
    String review(
            @CurrentMember Member reader, @PathVariable int number, @PathVariable("member") long id, Model model) {
        SessionContent session = catalogs.whole(reader).atAddress(number);
        boolean own = id == reader.id().value();
        if (!own && reader.role() != MemberRole.TRAINER) {
            throw notYours(reader, session);
        }
        Member author =
                own ? reader : roster.member(reader.course(), new MemberId(id)).orElseThrow(ProblemPage::notHere);
        SessionProgress progress = workbook.work(author, session);
        Times times = Times.of(reader.zone(), clock.instant());
        boolean marks = reader.role() == MemberRole.TRAINER
                && catalogs.of(reader).session(number).isPresent();
        model.addAttribute("review", view(author, own, progress));
        model.addAttribute(
                "rows",
                progress.session().activities().stream()
                        .map(activity -> row(new Reviewed(reader, author, progress, marks), activity, times))
                        .toList());
        model.addAttribute("delivery", SessionController.delivery(gradebook, author, session, times));
        model.addAttribute("beside", own ? null : beside(reader, author, session));
        return "training/review";
    }

    /** The LMS named somebody who has never been here; whoever may not look at others is told nothing of that. */
    @GetMapping(ADDRESS + "/unknown")
    String nobody(@CurrentMember Member reader, @PathVariable int number) {
        SessionContent session = catalogs.whole(reader).atAddress(number);
        if (reader.role() != MemberRole.TRAINER) {
            throw notYours(reader, session);
        }
        throw ProblemPage.of(HttpStatus.NOT_FOUND, "REVIEW-NOBODY", "training.problem.nobody")
                .withArgs(session.number())
                .withWayOut(reader.path(session.path()))
                .thrown();
    }

    private static ReviewView view(Member author, boolean own, SessionProgress progress) {
        SessionContent session = progress.session();
        return new ReviewView(
                author.name(),
                "course.role." + author.role(),
                own,
                session.number(),
                session.shortTitle(),
                progress.points(),
                session.points(),
                session.reachable(),
                progress.doneCount(),
                session.activities().size(),
                progress.started());
    }

    /**
     * Who looks at whose work.
     *
     * @param marks whether what waits for a trainer waits for this reader
     */
    private record Reviewed(Member reader, Member author, SessionProgress progress, boolean marks) {}

    private static ReviewRow row(Reviewed reviewed, ActivityContent activity, Times times) {
        SessionProgress progress = reviewed.progress();
        Optional<ActivityState> state = progress.state(activity);
        boolean waits = reviewed.marks() && state.filter(ActivityState::waits).isPresent();
        return new ReviewRow(
                activity.number(),
                activity.title(),
                "training.kind." + activity.kind(),
                activity.kind().icon(),
                activity.points(),
                waits ? Mark.waiting() : Mark.of(progress, activity, false).view(),
                waits
                        ? null
                        : state.map(ActivityState::completedAt).map(times::day).orElse(null),
                state.map(one -> check(activity, one)).orElse(null),
                state.map(ReviewController::shared).orElse(null),
                state.filter(one -> activity.marked() && !one.versions().none())
                        .map(one -> sheet(reviewed, activity))
                        .orElse(null));
    }

    private static String sheet(Reviewed reviewed, ActivityContent activity) {
        Member reader = reviewed.reader();
        return reader.role() == MemberRole.TRAINER
                ? reader.path(MarkingController.LIST + "/" + reviewed.author().id() + "/" + activity.id())
                : reader.path(reviewed.progress().session().path(activity));
    }

    static @Nullable CheckView check(ActivityContent activity, ActivityState state) {
        if (!(activity.work() instanceof Work.Check check) || state.answer().isEmpty()) {
            return null;
        }
        Progress progress = Progress.of(check, state.answer());
        return new CheckView(progress.done(), progress.of());
    }

    static @Nullable String shared(ActivityState state) {
        return state.shared() && state.completeByWork() ? state.answer().text(Answer.TEXT) : null;
    }

    private BesideView beside(Member reader, Member author, SessionContent session) {
        Roster.Neighbors neighbors = roster.neighbors(reader.course(), author.id());
        return new BesideView(
                name(neighbors.before()),
                path(reader, neighbors.before(), session),
                name(neighbors.after()),
                path(reader, neighbors.after(), session));
    }

    private static @Nullable String name(@Nullable Member member) {
        return member == null ? null : member.name();
    }

    private static @Nullable String path(Member reader, @Nullable Member member, SessionContent session) {
        return member == null ? null : reader.path(TrainingReviews.path(session) + "/" + member.id());
    }

    private static ProblemPage.Thrown notYours(Member reader, SessionContent session) {
        String own = reader.path(TrainingReviews.path(session) + "/" + reader.id());
        return ProblemPage.of(HttpStatus.FORBIDDEN, "NOT-YOURS", "training.problem.not-yours")
                .withWayOut(own)
                .thrown();
    }
}
