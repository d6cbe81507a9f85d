package org.peercoach.training;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Allow;
import org.peercoach.course.CurrentMember;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.gradebook.DeliveryStatus;
import org.peercoach.gradebook.Gradebook;
import org.peercoach.shared.time.Times;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One session: why, agenda with states, progress, tools, what comes between, and where the points are. */
@Controller
@Allow({MemberRole.COACH, MemberRole.TRAINER, MemberRole.LEADER})
class SessionController {

    private final Catalogs catalogs;
    private final Standings standings;
    private final Agenda agenda;
    private final DecisionWords decisions;
    private final Gradebook gradebook;
    private final LeftOutPage leftOutPage;

    SessionController(
            Catalogs catalogs,
            Standings standings,
            Agenda agenda,
            DecisionWords decisions,
            Gradebook gradebook,
            LeftOutPage leftOutPage) {
        this.leftOutPage = leftOutPage;
        this.catalogs = catalogs;
        this.standings = standings;
        this.agenda = agenda;
        this.decisions = decisions;
        this.gradebook = gradebook;
    }

    /**
     * How the cohort runs this session.
     *
     * @param key of a word about a closed session or a better order, or null; takes a day and a number
     * @param off numbers of the activities that the cohort leaves out
     */
    public record DoorView(
            boolean open,
            @Nullable String key,
            @Nullable String opens,
            int before,
            @Nullable String due,
            boolean late,
            List<Integer> off) {}

    /**
     * What the session still needs.
     *
     * @param turn who has to act
     * @param decided a trainer's word, where it is their turn, or null
     */
    public record NeedRow(
            int number,
            String title,
            @Nullable String path,
            Turn turn,
            String rule,
            @Nullable String opensWith,
            DecisionWords.@Nullable DecisionView decided) {}

    /**
     * The session's own words.
     *
     * @param minutes of the activities that it has here
     * @param points that it counts out of in the gradebook
     * @param reachable with the activities that it has here
     */
    public record SessionView(
            int number,
            int of,
            String title,
            String why,
            List<String> outcomes,
            List<SessionContent.Tool> tools,
            SessionContent.Between between,
            int minutes,
            int points,
            int reachable,
            String trainingPath) {}

    /** @param settingsPath where a trainer can switch it on again, or null */
    public record SessionLeftOutView(
            int number,
            String title,
            String about,
            List<LeftOutPage.LeftOutRow> begun,
            String trainingPath,
            @Nullable String settingsPath) {}

    /**
     * @param path where it opens, or null when it cannot be opened yet
     * @param opensWith message key of what opens it, or null
     */
    public record AgendaRow(
            int number,
            String title,
            String kindKey,
            String icon,
            int minutes,
            int points,
            boolean required,
            @Nullable String path,
            @Nullable String opensWith,
            Mark.MarkView mark,
            DecisionWords.@Nullable DecisionView decided,
            boolean now) {}

    /** How far the member is; {@code next} leads to the activity to go on with, null when none is open. */
    public record ProgressView(
            int done,
            int of,
            int minutesLeft,
            int points,
            boolean complete,
            boolean started,
            @Nullable Integer nextNumber,
            @Nullable String nextPath) {}

    /** Where the points are, in words of the bundle. */
    public record DeliveryView(
            String key, int points, String at, @Nullable String reasonKey) {}

    @GetMapping("/c/{course}/training/sessions/{number}")
    String session(@CurrentMember Member member, @PathVariable int number, Model model) {
        if (catalogs.of(member).session(number).isEmpty()) {
            return leftOut(member, catalogs.whole(member).atAddress(number), model);
        }
        SessionContent session = catalogs.of(member).atAddress(number);
        boolean works = member.role() == MemberRole.COACH;
        Standing here = (works ? standings.of(member) : standings.ofOnlooker(member))
                .stream()
                        .filter(one -> one.session().number() == number)
                        .findFirst()
                        .orElseThrow();
        SessionProgress progress = here.progress();
        Optional<ActivityContent> next = works ? here.next() : Optional.empty();
        boolean open = !works || here.door().open();
        DecisionWords.Known known =
                decisions.known(member, number, progress.states().values());
        model.addAttribute("preview", !works);
        model.addAttribute("kept", ActivityController.localKeys(member));
        model.addAttribute("sitting", view(member, here.session()));
        model.addAttribute(
                "rows",
                progress.session().activities().stream()
                        .map(activity -> row(member, here, activity, next, known))
                        .toList());
        model.addAttribute("leftOut", works ? leftOutPage.rows(member, session, progress) : List.of());
        model.addAttribute("door", door(member, session, here));
        model.addAttribute("meetings", agenda.bySession(member).getOrDefault(number, List.of()));
        model.addAttribute("needs", works && progress.started() && open ? needs(member, progress, known) : List.of());
        model.addAttribute("progress", works ? progressView(member, progress, next) : null);
        model.addAttribute("toCome", works && open ? toCome(member, here) : List.of());
        model.addAttribute(
                "optional",
                progress.session().activities().stream()
                        .filter(activity -> !activity.required())
                        .count());
        model.addAttribute("delivery", works ? delivery(gradebook, member, session, standings.times(member)) : null);
        model.addAttribute("trainer", member.role() == MemberRole.TRAINER ? session.trainer() : null);
        return "training/session";
    }

    /** A session that the cohort leaves out, though its link may stand in the LMS. */
    private String leftOut(Member member, SessionContent session, Model model) {
        model.addAttribute(
                "leftOut",
                new SessionLeftOutView(
                        session.number(),
                        session.title(),
                        session.why(),
                        member.role() == MemberRole.COACH ? leftOutPage.rows(member, session) : List.of(),
                        member.path("/training"),
                        member.role() == MemberRole.TRAINER ? member.path("/training/cohort/settings") : null));
        return "training/session-left-out";
    }

    private SessionView view(Member member, SessionContent session) {
        return new SessionView(
                session.number(),
                catalogs.builtIn().titles().size(),
                session.title(),
                session.why(),
                session.outcomes(),
                session.tools(),
                session.between(),
                session.minutesKept(),
                session.points(),
                session.reachable(),
                member.path("/training"));
    }

    private DoorView door(Member member, SessionContent whole, Standing here) {
        DoorWords words = DoorWords.of(here, standings.times(member));
        return new DoorView(
                here.door().open(),
                words.key(),
                words.opens(),
                here.door().before(),
                words.due(),
                here.late(standings.today(member)),
                whole.activities().stream()
                        .map(ActivityContent::number)
                        .filter(number ->
                                here.session().activities().stream().noneMatch(kept -> kept.number() == number))
                        .toList());
    }

    private List<NeedRow> needs(Member member, SessionProgress progress, DecisionWords.Known known) {
        return progress.missing().stream()
                .map(activity -> new NeedRow(
                        activity.number(),
                        activity.title(),
                        activity.open() ? member.path(progress.session().path(activity)) : null,
                        progress.turn(activity),
                        activity.doneWhen(),
                        activity.opensWith(),
                        progress.state(activity)
                                .map(state -> decisions.of(member, state, known))
                                .orElse(null)))
                .toList();
    }

    /** Who has to act where the coach has done all that can be done and the session is not complete all the same. */
    private List<StillToCome.Line> toCome(Member member, Standing here) {
        SessionProgress progress = here.progress();
        return progress.complete() || !progress.doneAsFarAsOpen()
                ? List.of()
                : StillToCome.of(List.of(here), standings.times(member));
    }

    private AgendaRow row(
            Member member,
            Standing here,
            ActivityContent activity,
            Optional<ActivityContent> next,
            DecisionWords.Known known) {
        SessionProgress progress = here.progress();
        boolean now = next.filter(activity::equals).isPresent();
        return new AgendaRow(
                activity.number(),
                activity.title(),
                "training.kind." + activity.kind(),
                activity.kind().icon(),
                activity.minutes(),
                activity.points(),
                activity.required(),
                activity.open() && here.door().open()
                        ? member.path(progress.session().path(activity))
                        : null,
                activity.opensWith(),
                here.door().open() ? Mark.of(progress, activity, now).view() : Mark.CLOSED.view(),
                progress.state(activity)
                        .map(state -> decisions.of(member, state, known))
                        .orElse(null),
                now);
    }

    private static ProgressView progressView(Member member, SessionProgress progress, Optional<ActivityContent> next) {
        return new ProgressView(
                progress.doneCount(),
                progress.session().activities().size(),
                progress.minutesLeft(),
                progress.points(),
                progress.complete(),
                progress.started(),
                next.map(ActivityContent::number).orElse(null),
                next.map(activity -> member.path(progress.session().path(activity)))
                        .orElse(null));
    }

    /** Where the points of {@code author} are, in the reader's times; null when none were recorded. */
    static @Nullable DeliveryView delivery(Gradebook gradebook, Member author, SessionContent session, Times times) {
        return gradebook
                .status(author.course(), author.id(), session.key())
                .map(status -> delivery(status, times))
                .orElse(null);
    }

    private static DeliveryView delivery(DeliveryStatus status, Times times) {
        return new DeliveryView(
                "training.delivery." + status.state(), status.points(), times.moment(status.at()), status.reasonKey());
    }
}
